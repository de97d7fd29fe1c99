package org.machinami.web.steward;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.loader.LoadException;
import org.machinami.loader.mapping.SourceParts;
import org.machinami.loader.proposal.JoinedMapping;
import org.machinami.loader.proposal.Proposal;
import org.machinami.loader.proposal.ProposedFolder;
import org.machinami.web.account.Account;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.config.StewardSettings;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.Upload;
import org.machinami.web.steward.form.DescriptionForm;
import org.machinami.web.steward.form.ExpertText;
import org.machinami.web.steward.form.FormFields;
import org.machinami.web.steward.form.PostedForm;
import org.machinami.web.steward.form.ThreeWay;

/**
 * {@code /steward/drafts/{id}}: a draft and its editing. Every saving names the version that it was
 * made from; where somebody else was faster, both are shown and nothing is lost.
 */
@Path("steward/drafts/{id}")
@For({Role.STEWARD, Role.APPROVER, Role.ADMINISTRATOR})
public final class DraftResource {
  private static final String REPAIR = "repair";
  private static final String ALIKE = "alike";
  private static final String TAKE = "take";
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int CONFLICT = 409;
  private static final int MOST_MAPPING = 1_000_000;
  private static final Map<String, String> DONE =
      Map.ofEntries(
          Map.entry("saved", "steward.done.saved"),
          Map.entry("columns", "steward.done.columns"),
          Map.entry("merged", "steward.done.merged"),
          Map.entry("caught-up", "steward.done.caught-up"),
          Map.entry("file", "steward.done.file"),
          Map.entry("removed", "steward.done.removed"),
          Map.entry("mended", "steward.done.mended"),
          Map.entry("not-mended", "steward.done.not-mended"),
          Map.entry("answered", "steward.done.answered"),
          Map.entry("submitted", "steward.done.submitted"),
          Map.entry("refused", "steward.done.refused"),
          Map.entry("late", "steward.done.late"));

  private final DraftRecords drafts;
  private final DraftFiles files;
  private final Drafting drafting;
  private final Descriptions descriptions;
  private final String base;
  private final StewardSettings settings;
  private final Answers answers;

  DraftResource(
      DraftRecords drafts,
      DraftFiles files,
      Drafting drafting,
      Descriptions descriptions,
      String base,
      StewardSettings settings,
      Answers answers) {
    this.drafts = drafts;
    this.files = files;
    this.drafting = drafting;
    this.descriptions = descriptions;
    this.base = base;
    this.settings = settings;
    this.answers = answers;
  }

  private static String path(Draft draft) {
    return "steward/drafts/" + draft.id();
  }

  private Response show(ContainerRequestContext request, int status, DraftView view) {
    return answers.once(request, status, view).build();
  }

  private Drafting.Page page(ContainerRequestContext request, Draft draft) {
    return drafting.new Page(request, draft);
  }

  @GET
  public Response draft(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("done") @DefaultValue("") String done) {
    Draft draft = drafting.require(SignedIn.of(request), id);
    return show(
        request,
        OK,
        page(request, draft).saying(Optional.ofNullable(DONE.get(done))).form(Optional.empty()));
  }

  /** Saves the form. */
  @POST
  @Consumes(FormFields.CONTENT_TYPE)
  public Response save(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    Draft draft = drafting.requireOwn(SignedIn.of(request), id);
    FormFields posted = FormFields.read(body, path(draft));
    int from = version(posted, draft);
    if (posted.has(TAKE)) {
      return repaired(request, draft, from, posted.get(TAKE));
    }
    Graph before = drafting.description(draft, from);
    PostedForm read = drafting.form().read(before, descriptions.iri(draft.dataset()), posted);
    if (posted.get("do").equals("autosave") && wantsJson(request)) {
      return autosaved(request, draft, from, read.graph());
    }
    boolean asks = posted.has(DescriptionForm.ADD) || posted.has(DescriptionForm.REMOVE);
    Response saved = save(request, draft, from, read.graph(), mapping(draft, from), "");
    boolean done = saved.getStatus() == Response.Status.SEE_OTHER.getStatusCode();
    if (done && posted.has(REPAIR)) {
      Draft now = drafting.require(SignedIn.of(request), id);
      return show(request, OK, page(request, now).repair(posted.get(REPAIR)));
    }
    if (done && (asks || !read.mistakes().isEmpty())) {
      // Saved as it was typed; the page asks for what is to be mended, or has one more box.
      Draft now = drafting.require(SignedIn.of(request), id);
      return show(request, asks ? OK : WRONG, page(request, now).form(Optional.of(read)));
    }
    return saved;
  }

  private static boolean wantsJson(ContainerRequestContext request) {
    return request.getAcceptableMediaTypes().stream()
        .findFirst()
        .filter(MediaType.APPLICATION_JSON_TYPE::equals)
        .isPresent();
  }

  /** Saves while somebody types; where somebody else was faster, a person has to look. */
  private Response autosaved(ContainerRequestContext request, Draft draft, int from, Graph graph) {
    String text = Descriptions.write(graph);
    Account account = SignedIn.of(request).account();
    boolean same = graph.isIsomorphicWith(drafting.description(draft, from));
    boolean saved =
        same
            ? draft.isOpen() && draft.version() == from
            : drafts.save(draft.id(), from, account, text, mapping(draft, from));
    Messages m = Messages.in(Asked.of(request).language());
    Autosaved answer =
        saved
            ? new Autosaved(
                same ? from : from + 1, m.text("steward.autosaved", m.minute(Instant.now())))
            : new Autosaved(draft.version(), m.text("steward.autosave-conflict"));
    return Response.status(saved ? OK : CONFLICT)
        .entity(answer.json())
        .type(MediaType.APPLICATION_JSON + ";charset=utf-8")
        .build();
  }

  /** Makes a repair that somebody has seen as a difference. */
  private Response repaired(ContainerRequestContext request, Draft draft, int from, String repair) {
    Graph graph = drafting.description(draft, from);
    return drafting
        .repair(draft, graph, repair)
        .map(mended -> save(request, draft, from, mended, mapping(draft, from), ""))
        .orElseGet(() -> StewardResource.to(request, path(draft) + "?done=late"));
  }

  /** What would be found in the form as it is typed; nothing is saved. */
  @POST
  @Path("check")
  @Consumes(FormFields.CONTENT_TYPE)
  public Response check(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    Draft draft = drafting.requireOwn(SignedIn.of(request), id);
    FormFields posted = FormFields.read(body, path(draft));
    Graph before = drafting.description(draft, version(posted, draft));
    return drafting.formAnswers().check(request, before, descriptions.iri(draft.dataset()), posted);
  }

  private static int version(FormFields posted, Draft draft) {
    String typed = posted.get("version");
    int version = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    if (version < 1 || version > draft.version()) {
      throw Problem.badParameter("version", typed, "steward.problem.version");
    }
    return version;
  }

  private String mapping(Draft draft, int version) {
    return drafts.version(draft.id(), version).mapping();
  }

  /** Saves, or shows both where somebody else was faster. */
  private Response save(
      ContainerRequestContext request,
      Draft draft,
      int from,
      Graph mine,
      String mapping,
      String part) {
    SignedIn signedIn = SignedIn.of(request);
    String text = Descriptions.write(mine);
    if (drafts.save(draft.id(), from, signedIn.account(), text, mapping)) {
      return StewardResource.to(request, path(draft) + part + "?done=saved");
    }
    Draft now = drafting.require(signedIn, draft.id());
    if (!now.isOpen()) {
      return show(
          request,
          CONFLICT,
          page(request, now)
              .saying(Optional.of("steward.done.closed"))
              .expert(new ExpertText(drafting.turtle(mine), Optional.empty(), List.of())));
    }
    Graph base1 = drafting.description(now, from);
    Graph theirs = drafting.description(now);
    ThreeWay both = ThreeWay.of(base1, mine, theirs);
    String theirMapping = mapping(now, now.version());
    String wanted = mapping.equals(mapping(now, from)) ? theirMapping : mapping;
    if (both.undecided().isEmpty()
        && drafts.save(
            draft.id(),
            now.version(),
            signedIn.account(),
            Descriptions.write(both.merge(Map.of())),
            wanted)) {
      return StewardResource.to(request, path(draft) + part + "?done=merged");
    }
    return show(request, CONFLICT, page(request, now).conflict(from, mine));
  }

  /** Saves what was chosen of two people's changes. */
  @POST
  @Path("merge")
  @Consumes(FormFields.CONTENT_TYPE)
  public Response merge(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.requireOwn(signedIn, id);
    FormFields posted = FormFields.read(body, path(draft));
    int from = version(posted, draft);
    ExpertText typed = ExpertText.read(posted.get("mine"), base, draft.dataset());
    Graph mine =
        typed
            .graph()
            .orElseThrow(() -> Problem.badParameter("mine", "", "steward.problem.version"));
    Graph theirs = drafting.description(draft);
    ThreeWay both = ThreeWay.of(drafting.description(draft, from), mine, theirs);
    Map<String, ThreeWay.Side> chosen = DescriptionForm.chosen(posted);
    boolean same = posted.get("now").equals(Integer.toString(draft.version()));
    if (same
        && chosen.keySet().containsAll(both.undecided())
        && drafts.save(
            draft.id(),
            draft.version(),
            signedIn.account(),
            Descriptions.write(both.merge(chosen)),
            mapping(draft, draft.version()))) {
      return StewardResource.to(request, path(draft) + "?done=merged");
    }
    return show(
        request, CONFLICT, page(request, drafting.require(signedIn, id)).conflict(from, mine));
  }

  @GET
  @Path("turtle")
  public Response turtle(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("done") @DefaultValue("") String done) {
    Draft draft = drafting.requireOwn(SignedIn.of(request), id);
    Graph graph = drafting.description(draft);
    return show(
        request,
        OK,
        page(request, draft)
            .saying(Optional.ofNullable(DONE.get(done)))
            .expert(new ExpertText(drafting.turtle(graph), Optional.of(graph), List.of())));
  }

  @POST
  @Path("turtle")
  @Consumes(FormFields.CONTENT_TYPE)
  public Response saveTurtle(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    Draft draft = drafting.requireOwn(SignedIn.of(request), id);
    FormFields posted = FormFields.read(body, path(draft));
    int from = version(posted, draft);
    ExpertText typed = ExpertText.read(posted.get("turtle"), base, draft.dataset());
    return typed.graph().isEmpty()
        ? show(request, WRONG, page(request, draft).expert(typed))
        : save(request, draft, from, typed.graph().get(), mapping(draft, from), "/turtle");
  }

  @GET
  @Path("mapping")
  public Response mapping(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("done") @DefaultValue("") String done) {
    Draft draft = drafting.requireOwn(SignedIn.of(request), id);
    return show(
        request,
        OK,
        page(request, draft)
            .saying(Optional.ofNullable(DONE.get(done)))
            .mapping(mapping(draft, draft.version())));
  }

  @POST
  @Path("mapping")
  @Consumes(FormFields.CONTENT_TYPE)
  public Response saveMapping(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    Draft draft = drafting.requireOwn(SignedIn.of(request), id);
    FormFields posted = FormFields.read(body, path(draft));
    int from = version(posted, draft);
    String typed = posted.get("mapping").replace("\r\n", "\n");
    if (typed.length() > MOST_MAPPING) {
      return show(
          request,
          WRONG,
          page(request, draft).saying(Optional.of("steward.mistake.mapping-long")).mapping(typed));
    }
    return save(request, draft, from, drafting.description(draft, from), typed, "/mapping");
  }

  @POST
  @Path("files")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response addFiles(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.requireOwn(signedIn, id);
    try (Upload upload =
        SentForm.read(request, body, files.temporary(), settings.uploadBytes(), path(draft))) {
      Intake intake =
          new Intake(
                  files,
                  descriptions,
                  draft.dataset(),
                  draft.publisher(),
                  Asked.of(request).language())
              .take(upload, settings.egress());
      if (!intake.mistakes().isEmpty()) {
        return show(
            request,
            WRONG,
            page(request, draft).mistaken(intake.mistakes()).form(Optional.empty()));
      }
      Graph graph = intake.description().orElseGet(() -> drafting.description(draft));
      intake.files().forEach(file -> drafts.putFile(draft.id(), file, signedIn.account()));
      intake.files().forEach(f -> descriptions.addFile(graph, draft.dataset(), f.name()));
      String before = mapping(draft, draft.version());
      String mapping = intake.mapping().orElseGet(() -> mapped(before, intake.proposed()));
      Response saved = save(request, draft, draft.version(), graph, mapping, "");
      return saved.getStatus() == Response.Status.SEE_OTHER.getStatusCode()
          ? StewardResource.to(request, path(draft) + "?done=file")
          : saved;
    }
  }

  /** What is proposed for files of which the mapping says nothing joins it. */
  private static String mapped(String mapping, List<Proposal> proposed) {
    try {
      return JoinedMapping.adding(mapping, proposed);
    } catch (LoadException e) {
      return mapping; // the rehearsal says what is wrong with it
    }
  }

  @POST
  @Path("cells")
  @Consumes(FormFields.CONTENT_TYPE)
  public Response mendCells(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.requireOwn(signedIn, id);
    FormFields posted = FormFields.read(body, path(draft));
    boolean alike = posted.has(ALIKE);
    String name = posted.get(alike ? ALIKE : REPAIR);
    return StewardResource.to(
        request, path(draft) + "?done=" + mended(draft, name, alike, signedIn));
  }

  private String mended(Draft draft, String name, boolean alike, SignedIn signedIn) {
    try {
      return drafting.mend(draft, name, alike, signedIn.account()) ? "mended" : "late";
    } catch (LoadException e) {
      return "not-mended";
    }
  }

  @POST
  @Path("files/remove")
  @Consumes(FormFields.CONTENT_TYPE)
  public Response removeFile(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    Draft draft = drafting.requireOwn(SignedIn.of(request), id);
    String name = FormFields.read(body, path(draft)).get("file");
    if (!drafts.removeFile(draft.id(), name)) {
      return StewardResource.to(request, path(draft) + "?done=late");
    }
    Graph graph = drafting.description(draft);
    descriptions.removeFile(graph, draft.dataset(), name);
    String mapping = without(mapping(draft, draft.version()), name);
    Response saved = save(request, draft, draft.version(), graph, mapping, "");
    return saved.getStatus() == Response.Status.SEE_OTHER.getStatusCode()
        ? StewardResource.to(request, path(draft) + "?done=removed")
        : saved;
  }

  /** What is made of other files stays; a mapping of one file waits for another of its name. */
  private static String without(String mapping, String file) {
    try {
      SourceParts parts = SourceParts.of(ProposedFolder.MAPPING, mapping, file);
      return parts.found() && !parts.rest().isEmpty() ? parts.rest() : mapping;
    } catch (LoadException e) {
      return mapping; // the rehearsal says what is wrong with it
    }
  }
}
