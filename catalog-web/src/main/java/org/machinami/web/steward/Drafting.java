package org.machinami.web.steward;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.shapes.quality.Checklist;
import org.machinami.shapes.quality.Question;
import org.machinami.web.account.Account;
import org.machinami.web.account.Organisations;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.GraphWriting;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;
import org.machinami.web.steward.form.DescriptionForm;
import org.machinami.web.steward.form.ExpertText;
import org.machinami.web.steward.form.FormAnswers;
import org.machinami.web.steward.form.FormPlace;
import org.machinami.web.steward.form.FormRepairs;
import org.machinami.web.steward.form.PostedForm;

/** What the resources of the desk share: who may see which draft, and its page. Thread-safe. */
final class Drafting {
  private final DraftRecords drafts;
  private final StewardDesk desk;
  private final Descriptions descriptions;
  private final DescriptionForm form;
  private final Organisations organisations;
  private final GraphWriting graphs;
  private final Labels labels;
  private final NextPolicy next;
  private final Publications publications;
  private final TakingUp takingUp;
  private final FormAnswers formAnswers;
  private final PolicyOfToday policy;

  Drafting(
      DraftRecords drafts,
      StewardDesk desk,
      Descriptions descriptions,
      DescriptionForm form,
      Organisations organisations,
      GraphWriting graphs,
      Labels labels,
      PolicyOfToday policy,
      NextPolicy next,
      Publications publications,
      TakingUp takingUp) {
    this.drafts = drafts;
    this.desk = desk;
    this.descriptions = descriptions;
    this.form = form;
    this.organisations = organisations;
    this.graphs = graphs;
    this.labels = labels;
    this.policy = policy;
    this.next = next;
    this.publications = publications;
    this.takingUp = takingUp;
    this.formAnswers = new FormAnswers(form, () -> policy.judge().validator());
  }

  DescriptionForm form() {
    return form;
  }

  /** What the script of a form asks for. */
  FormAnswers formAnswers() {
    return formAnswers;
  }

  /** Whether somebody may know of what an organisation prepares. */
  static boolean sees(SignedIn signedIn, String publisher) {
    return signedIn.mayPrepareFor(publisher) || signedIn.isApproverOf(publisher);
  }

  /**
   * The draft of that id.
   *
   * @throws Problem 404 when there is none, or it is another organisation's
   */
  Draft require(SignedIn signedIn, String id) {
    return drafts
        .find(id)
        .filter(draft -> sees(signedIn, draft.publisher()))
        .orElseThrow(() -> Problem.notFound("steward/drafts/" + id));
  }

  /**
   * The draft of that id, to be changed.
   *
   * @throws Problem 404 as above, 403 when the reader is no steward of the organisation
   */
  Draft requireOwn(SignedIn signedIn, String id) {
    Draft draft = require(signedIn, id);
    if (!signedIn.mayPrepareFor(draft.publisher())) {
      throw Problem.of(Kind.NOT_ALLOWED, "steward/drafts/" + id);
    }
    return draft;
  }

  Graph description(Draft draft) {
    return description(draft, draft.version());
  }

  Graph description(Draft draft, int version) {
    return Descriptions.read(drafts.version(draft.id(), version).description());
  }

  /** The title of a dataset, its id where it has none. */
  Text title(Graph graph, String dataset, Language language) {
    return new Described(graph, NodeFactory.createURI(descriptions.iri(dataset)))
        .text(language, Terms.title)
        .filter(text -> !text.value().isBlank())
        .orElseGet(() -> new Text(dataset, "zxx"));
  }

  String turtle(Graph graph) {
    return new String(
        graphs.write(graph, Representation.TURTLE), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** A description with a repair made that the verdict on it proposes. */
  Optional<Graph> repair(Draft draft, Graph graph, String repair) {
    return FormRepairs.apply(graph, verdict(draft, desk.rehearse(draft), graph), repair);
  }

  /** What no program can decide of the files of a draft. */
  List<Question> questions(Draft draft) {
    return desk.rehearse(draft)
        .quality()
        .map(found -> Checklist.of(found, List.of()).questions())
        .orElse(List.of());
  }

  /** A file of a draft in a new version; see {@link StewardDesk#mend}. */
  boolean mend(Draft draft, String repair, boolean alike, Account account) {
    return desk.mend(draft, repair, alike, account);
  }

  /** The verdict of a rehearsal, with what is expected and what can be repaired. */
  private Verdict verdict(Draft draft, DatasetReport report, Graph graph) {
    return report
        .verdict()
        .map(found -> policy.judge().explainer().explain(found, graph))
        .orElseGet(() -> Verdict.clean(descriptions.iri(draft.dataset())));
  }

  /** What was found in the description; no field of a form mends what stands in a file. */
  private static Verdict ofDescription(Verdict all) {
    List<Violation> own =
        all.violations().stream()
            .filter(found -> found.position().filter(at -> !at.file().isEmpty()).isEmpty())
            .toList();
    int grave = (int) own.stream().filter(v -> v.severity() == Severity.VIOLATION).count();
    int warnings = (int) own.stream().filter(v -> v.severity() == Severity.WARNING).count();
    return new Verdict(all.dataset(), grave, warnings, own);
  }

  /** A page of a draft in the making. */
  final class Page {
    private final ContainerRequestContext request;
    private final Draft draft;
    private Optional<String> notice = Optional.empty();
    private Optional<DatasetReport> report = Optional.empty();
    private Optional<Verdict> explained = Optional.empty();
    private List<DraftNewView.MistakeLine> mistakes = List.of();

    Page(ContainerRequestContext request, Draft draft) {
      this.request = request;
      this.draft = draft;
    }

    Page saying(Optional<String> key) {
      notice = key;
      return this;
    }

    Page with(DatasetReport answer) {
      report = Optional.of(answer);
      return this;
    }

    Page mistaken(List<Intake.Mistake> found) {
      mistakes = found.stream().map(DraftNewView.MistakeLine::of).toList();
      return this;
    }

    /** The form, as it is saved or as it was posted. */
    DraftView form(Optional<PostedForm> posted) {
      if (!may().edit()) {
        return view(read(), place("", draft.version()));
      }
      Graph graph = posted.map(PostedForm::graph).orElseGet(() -> description(draft));
      Verdict verdict = ofDescription(explained(graph));
      FormPlace place = place("", draft.version());
      return view(
          new DraftView.Part.Form(
              form.view(
                  graph,
                  descriptions.iri(draft.dataset()),
                  verdict,
                  policy.judge().policy(),
                  posted,
                  place,
                  language())),
          place);
    }

    /** For who decides: what it says. */
    private DraftView.Part read() {
      Graph graph = description(draft);
      String iri = descriptions.iri(draft.dataset());
      return new DraftView.Part.Read(
          form.difference(Graph.emptyGraph, graph, iri, language()), turtle(graph));
    }

    /** Against what is published; empty where nothing is, or the draft is over. */
    private Optional<DraftView.Changes> changes() {
      return published()
          .map(
              published ->
                  new DraftView.Changes(
                      form.difference(
                          published.description(),
                          description(draft),
                          descriptions.iri(draft.dataset()),
                          language()),
                      published.changes(drafts.files(draft.id())),
                      !published
                          .mapping()
                          .equals(drafts.version(draft.id(), draft.version()).mapping())));
    }

    /** What a draft that is under way would replace. */
    private Optional<Publication> published() {
      return isUnderWay() ? publications.find(draft.dataset()) : Optional.empty();
    }

    private boolean isUnderWay() {
      return draft.isOpen() || draft.state() == Draft.State.SUBMITTED;
    }

    /** What a repair would change; the form, when it is proposed no more. */
    DraftView repair(String repair) {
      Graph graph = description(draft);
      return Drafting.this
          .repair(draft, graph, repair)
          .map(
              mended ->
                  view(
                      new DraftView.Part.Repaired(
                          form.difference(
                              graph, mended, descriptions.iri(draft.dataset()), language()),
                          repair),
                      place("", draft.version())))
          .orElseGet(() -> form(Optional.empty()));
    }

    DraftView expert(ExpertText text) {
      return view(new DraftView.Part.Expert(text), place("turtle", draft.version()));
    }

    DraftView mapping(String text) {
      return view(new DraftView.Part.Mapping(text), place("mapping", draft.version()));
    }

    /** What somebody has made of an earlier version, beside the present one. */
    DraftView conflict(int from, Graph mine) {
      FormPlace place = place("merge", from);
      Map<String, String> hidden = new LinkedHashMap<>(place.hidden());
      hidden.put("now", Integer.toString(draft.version()));
      hidden.put("mine", Descriptions.write(mine));
      return view(
          new DraftView.Part.Conflict(
              form.conflict(
                  description(draft, from),
                  mine,
                  description(draft),
                  descriptions.iri(draft.dataset()),
                  language())),
          new FormPlace(place.action(), place.check(), place.lookup(), hidden, place.buttons()));
    }

    private DatasetReport rehearsed() {
      if (report.isEmpty()) {
        report = Optional.of(desk.rehearse(draft));
      }
      return report.get();
    }

    /** The verdict of the rehearsal, explained once: each repair is tried for it. */
    private Verdict explained(Graph graph) {
      if (explained.isEmpty()) {
        explained = Optional.of(verdict(draft, rehearsed(), graph));
      }
      return explained.get();
    }

    private ReportView reported() {
      return ReportView.of(
          rehearsed(), explained(description(draft)), policy.judge().policy(), language().locale());
    }

    private Optional<DraftQuality> quality() {
      return DraftQuality.of(
          rehearsed(),
          new DraftQuality.Given(
              drafts.answers(draft.id()),
              drafts.lapsedAnswers(draft.id()),
              published().map(Publication::answers)),
          Draft.hash(drafts.files(draft.id())),
          labels,
          language());
    }

    private Language language() {
      return Asked.of(request).language();
    }

    private DraftView.May may() {
      SignedIn signedIn = SignedIn.of(request);
      boolean own = signedIn.mayPrepareFor(draft.publisher());
      boolean decides =
          draft.state() == Draft.State.SUBMITTED && signedIn.isApproverOf(draft.publisher());
      boolean hand = decides && drafts.steps().hadAHand(draft.id(), signedIn.account());
      return new DraftView.May(
          own && draft.isOpen(), own && draft.isOpen(), decides && !hand, hand);
    }

    private FormPlace place(String part, int from) {
      String path = "steward/drafts/" + draft.id();
      Map<String, String> hidden = new LinkedHashMap<>();
      hidden.put("token", SignedIn.of(request).formToken());
      hidden.put("version", Integer.toString(from));
      return new FormPlace(
          part.isEmpty() ? path : path + "/" + part,
          path + "/check",
          "steward/lookup",
          hidden,
          List.of(new FormPlace.Button("do", "save", "steward.save", true)));
    }

    private DraftView view(DraftView.Part part, FormPlace place) {
      SignedIn signedIn = SignedIn.of(request);
      Language language = language();
      List<DraftView.StepLine> steps = new ArrayList<>();
      drafts
          .steps()
          .list(draft.id())
          .forEach(
              step ->
                  steps.add(
                      new DraftView.StepLine(
                          step.key(), step.name(), step.at(), step.version(), step.reason())));
      return new DraftView(
          signedIn.who(),
          draft.id(),
          draft.dataset(),
          draft.version(),
          title(description(draft), draft.dataset(), language),
          organisations.name(draft.publisher(), language),
          draft.state().key(),
          isUnderWay() ? Optional.of(reported()) : Optional.empty(),
          isUnderWay() ? quality() : Optional.empty(),
          isUnderWay()
              ? next.of(
                  draft, description(draft), descriptions.iri(draft.dataset()), language.locale())
              : Optional.empty(),
          part,
          changes(),
          isUnderWay() && takingUp.isBehind(draft),
          drafts.files(draft.id()).stream()
              .map(file -> new DraftView.FileLine(file.name(), file.bytes(), Columns.isOne(file)))
              .toList(),
          steps,
          may(),
          notice,
          mistakes,
          place);
    }
  }
}
