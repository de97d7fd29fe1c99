package org.machinami.web.steward;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.loader.proposal.JoinedMapping;
import org.machinami.ontology.Iris;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.account.For;
import org.machinami.web.account.Organisations;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.config.StewardSettings;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.request.Upload;

/** {@code /steward} and {@code /steward/new}: what is under way, and where it begins. */
@Path("steward")
@For({Role.STEWARD, Role.APPROVER, Role.ADMINISTRATOR})
public final class StewardResource {
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final Map<String, String> DONE =
      Map.of(
          "approved", "steward.done.approved",
          "returned", "steward.done.returned",
          "dropped", "steward.done.dropped",
          "withdrawn", "steward.done.withdrawn");

  private final DraftRecords drafts;
  private final WithdrawalRecords withdrawals;
  private final DraftFiles files;
  private final StewardDesk desk;
  private final Drafting drafting;
  private final Descriptions descriptions;
  private final PublishedDatasets published;
  private final Organisations organisations;
  private final StewardSettings settings;
  private final Answers answers;

  StewardResource(
      DraftRecords drafts,
      WithdrawalRecords withdrawals,
      DraftFiles files,
      StewardDesk desk,
      Drafting drafting,
      Descriptions descriptions,
      SearchIndex search,
      Organisations organisations,
      StewardSettings settings,
      Answers answers) {
    this.drafts = drafts;
    this.withdrawals = withdrawals;
    this.files = files;
    this.desk = desk;
    this.drafting = drafting;
    this.descriptions = descriptions;
    this.published = new PublishedDatasets(search, desk);
    this.organisations = organisations;
    this.settings = settings;
    this.answers = answers;
  }

  @GET
  public Response home(
      @Context ContainerRequestContext request,
      @QueryParam("done") @DefaultValue("") String done,
      @QueryParam("q") @DefaultValue("") String words) {
    SignedIn signedIn = SignedIn.of(request);
    Language language = Asked.of(request).language();
    List<DraftLine> returned = new ArrayList<>();
    List<DraftLine> open = new ArrayList<>();
    List<DraftLine> waiting = new ArrayList<>();
    List<DraftLine> submitted = new ArrayList<>();
    for (Draft draft : seen(signedIn, Draft.State.OPEN)) {
      DraftLine line = line(draft, language);
      (line.said().isPresent() ? returned : open).add(line);
    }
    for (Draft draft : seen(signedIn, Draft.State.SUBMITTED)) {
      boolean decides =
          signedIn.isApproverOf(draft.publisher())
              && !drafts.steps().hadAHand(draft.id(), signedIn.account());
      (decides ? waiting : submitted).add(line(draft, language));
    }
    return answers
        .once(
            request,
            OK,
            new StewardHomeView(
                signedIn.who(),
                Optional.ofNullable(DONE.get(done)),
                returned,
                open,
                waiting,
                submitted,
                withdrawals(signedIn, language),
                published.find(signedIn, words, language),
                signedIn.has(Role.STEWARD)))
        .build();
  }

  private List<Draft> seen(SignedIn signedIn, Draft.State state) {
    return drafts.list(state).stream()
        .filter(draft -> Drafting.sees(signedIn, draft.publisher()))
        .toList();
  }

  private DraftLine line(Draft draft, Language language) {
    List<Draft.Step> steps = drafts.steps().list(draft.id());
    Draft.Version version = drafts.version(draft.id(), draft.version());
    Optional<String> said =
        steps.stream()
            .filter(step -> step.kind().equals("returned") || step.kind().equals("submitted"))
            .reduce((a, b) -> b)
            .filter(step -> step.kind().equals("returned"))
            .map(Draft.Step::reason);
    return new DraftLine(
        draft.id(),
        drafting.title(drafting.description(draft), draft.dataset(), language),
        organisations.name(draft.publisher(), language),
        draft.state().key(),
        version.name(),
        draft.changed(),
        draft.isOpen() ? said : Optional.empty());
  }

  /** Requests to withdraw that the reader may decide on. */
  private List<StewardHomeView.Published> withdrawals(SignedIn signedIn, Language language) {
    return withdrawals.waiting().stream()
        .filter(asked -> signedIn.isApproverOf(asked.publisher()))
        .filter(asked -> !asked.account().equals(signedIn.account().id()))
        .flatMap(
            asked ->
                desk
                    .published(asked.dataset())
                    .map(graph -> drafting.title(graph, asked.dataset(), language))
                    .map(
                        title ->
                            new StewardHomeView.Published(
                                asked.dataset(),
                                title,
                                desk.stoppedSince(asked.dataset()).isPresent()))
                    .stream())
        .toList();
  }

  @GET
  @Path("new")
  @For(Role.STEWARD)
  public Response form(@Context ContainerRequestContext request) {
    return form(request, OK, DraftKeys.random(), "", "", List.of());
  }

  private Response form(
      ContainerRequestContext request,
      int status,
      String key,
      String dataset,
      String publisher,
      List<DraftNewView.MistakeLine> mistakes) {
    SignedIn signedIn = SignedIn.of(request);
    Language language = Asked.of(request).language();
    return answers
        .once(
            request,
            status,
            new DraftNewView(
                signedIn.who(),
                key,
                dataset,
                publisher,
                signedIn.publishers().stream()
                    .map(id -> new DraftNewView.Organisation(id, organisations.name(id, language)))
                    .toList(),
                mistakes,
                settings.uploadBytes()))
        .build();
  }

  @POST
  @Path("new")
  @For(Role.STEWARD)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response begin(@Context ContainerRequestContext request, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    try (Upload upload =
        SentForm.read(request, body, files.temporary(), settings.uploadBytes(), "steward/new")) {
      String dataset = upload.get("dataset").strip();
      String publisher = upload.get("publisher");
      String key = DraftKeys.isOne(upload.get("key")) ? upload.get("key") : DraftKeys.random();
      List<DraftNewView.MistakeLine> mistakes = new ArrayList<>();
      if (!Iris.isId(dataset)) {
        mistakes.add(new DraftNewView.MistakeLine("steward.mistake.id", dataset, ""));
      }
      if (!signedIn.isStewardOf(publisher)) {
        mistakes.add(new DraftNewView.MistakeLine("steward.mistake.organisation", "", ""));
      }
      if (!mistakes.isEmpty()) {
        return form(request, WRONG, key, dataset, publisher, mistakes);
      }
      String sent = sent(signedIn, key);
      Optional<Draft> open = drafts.findOpen(dataset);
      boolean taken = open.isPresent() ? !isSame(sent, dataset, publisher) : desk.everWas(dataset);
      if (taken) {
        mistakes.add(new DraftNewView.MistakeLine("steward.mistake.taken", dataset, ""));
        return form(request, WRONG, key, dataset, publisher, mistakes);
      }
      Intake intake =
          new Intake(files, descriptions, dataset, publisher, Asked.of(request).language())
              .take(upload, settings.egress());
      if (!intake.mistakes().isEmpty()) {
        intake.mistakes().forEach(m -> mistakes.add(DraftNewView.MistakeLine.of(m)));
        return form(request, WRONG, key, dataset, publisher, mistakes);
      }
      Graph graph = intake.description().orElseGet(() -> descriptions.empty(dataset, publisher));
      intake.files().forEach(file -> descriptions.addFile(graph, dataset, file.name()));
      Draft draft =
          drafts.begin(
              dataset,
              publisher,
              sent,
              signedIn.account(),
              new Draft.Contents(
                  Descriptions.write(graph),
                  intake.mapping().orElseGet(() -> JoinedMapping.adding("", intake.proposed())),
                  intake.files()));
      return to(request, "steward/drafts/" + draft.id());
    }
  }

  private static String sent(SignedIn signedIn, String key) {
    return Hash.of((signedIn.account().id() + " " + key).getBytes(StandardCharsets.US_ASCII)).hex();
  }

  /** Whether the draft that a dataset has is the one that this very form has begun. */
  private boolean isSame(String sent, String dataset, String publisher) {
    return drafts
        .findSent(sent)
        .filter(draft -> draft.dataset().equals(dataset) && draft.publisher().equals(publisher))
        .isPresent();
  }

  /** Suggestions for a field of the form, as JSON. */
  @GET
  @Path("lookup")
  public Response lookup(
      @Context ContainerRequestContext request,
      @QueryParam("form") @DefaultValue("") String thing,
      @QueryParam("field") @DefaultValue("") String field,
      @QueryParam("q") @DefaultValue("") String words) {
    return drafting.formAnswers().lookup(request, thing, field, words);
  }

  static Response to(ContainerRequestContext request, String path) {
    return Response.seeOther(URI.create(Asked.of(request).prefix() + path)).build();
  }
}
