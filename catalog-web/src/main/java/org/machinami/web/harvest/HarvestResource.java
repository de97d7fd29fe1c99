package org.machinami.web.harvest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.harvest.HarvestedRecords;
import org.machinami.loader.harvest.Quarantine;
import org.machinami.ontology.Iris;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;

/**
 * {@code /steward/harvests}: the sources; {@code /steward/harvests/{source}}: its runs, what waits
 * in quarantine and the buttons.
 */
@Path("steward/harvests")
@For(Role.ADMINISTRATOR)
public final class HarvestResource {
  private static final String HOME = "steward/harvests";
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int CONFLICT = 409;
  private static final int RUNS = 30;
  private static final int LINES = 500;
  private static final int LONGEST_REASON = 1_000;
  private static final int REFRESH_SECONDS = 5;
  private static final Map<String, String> DONE =
      Map.of(
          "dry", "harvest.done.dry",
          "started", "harvest.done.started",
          "released", "harvest.done.released",
          "discarded", "harvest.done.discarded");

  private final Harvests harvests;
  private final Answers answers;

  public HarvestResource(Harvests harvests, Answers answers) {
    this.harvests = harvests;
    this.answers = answers;
  }

  @GET
  public Response home(@Context ContainerRequestContext request) {
    Language language = Asked.of(request).language();
    List<HarvestsView.Line> lines =
        harvests.known().stream().map(id -> line(id, language)).toList();
    return answers
        .once(
            request,
            OK,
            new HarvestsView(SignedIn.of(request).who(), lines, !harvests.sources().isEmpty()))
        .build();
  }

  private Optional<HarvestSource> source(String id) {
    return harvests.sources().stream().filter(found -> found.id().equals(id)).findFirst();
  }

  private HarvestsView.Line line(String id, Language language) {
    Optional<HarvestSource> source = source(id);
    boolean waits = Iris.isId(id) && Quarantine.find(harvests.store(), id).isPresent();
    return new HarvestsView.Line(
        id,
        source.flatMap(HarvestSource::task).map(SourceTask::address).orElse(""),
        source.flatMap(HarvestSource::task).map(SourceTask::kind).orElse(""),
        source
            .map(found -> language == Language.JA ? found.problemJa() : found.problemEn())
            .orElse(""),
        harvests.running().contains(id),
        waits,
        waits ? Optional.empty() : source.flatMap(harvests::next),
        harvests.runs().findLatest(id));
  }

  @GET
  @Path("{source}")
  public Response source(
      @Context ContainerRequestContext request,
      @PathParam("source") String id,
      @QueryParam("run") @DefaultValue("") String run,
      @QueryParam("done") @DefaultValue("") String done) {
    return source(request, id, run, OK, Optional.ofNullable(DONE.get(done)), "");
  }

  private Response source(
      ContainerRequestContext request,
      String id,
      String run,
      int status,
      Optional<String> notice,
      String mistake) {
    if (!harvests.known().contains(id)) {
      throw Problem.notFound(HOME + "/" + id);
    }
    Language language = Asked.of(request).language();
    HarvestsView.Line line = line(id, language);
    Optional<HarvestSource> source = source(id);
    List<HarvestRunRecord> runs = harvests.runs().runs(id, RUNS);
    Optional<HarvestRunRecord> shown =
        runs.stream().filter(one -> run.isEmpty() || one.id().equals(run)).findFirst();
    Response.ResponseBuilder page =
        answers.once(
            request,
            status,
            new HarvestSourceView(
                SignedIn.of(request).who(),
                language,
                line,
                source.flatMap(HarvestSource::task).isPresent(),
                source.flatMap(HarvestSource::recipe).isPresent(),
                Iris.isId(id) && !HarvestedRecords.of(harvests.store(), id).all().isEmpty(),
                notice,
                mistake,
                Quarantine.find(harvests.store(), id),
                line.running() ? Optional.empty() : harvests.findDryRun(id),
                runs,
                shown,
                shown.map(one -> harvests.runs().lines(one.id(), LINES)).orElse(List.of())));
    return (line.running() ? page.header("Refresh", REFRESH_SECONDS) : page).build();
  }

  /** Runs it now. */
  @POST
  @Path("{source}/run")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response run(@Context ContainerRequestContext request, @PathParam("source") String id) {
    HarvestSource source =
        source(id)
            .filter(found -> found.task().isPresent())
            .orElseThrow(() -> Problem.notFound(HOME + "/" + id));
    return harvests.start(source, agent(request))
        ? to(request, id, "started")
        : underWay(request, id);
  }

  private Response underWay(ContainerRequestContext request, String id) {
    String said = Messages.in(Asked.of(request).language()).text("harvest.mistake.running");
    return source(request, id, "", CONFLICT, Optional.empty(), said);
  }

  /** Tries out what a run would do. */
  @POST
  @Path("{source}/dry-run")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response dryRun(@Context ContainerRequestContext request, @PathParam("source") String id) {
    HarvestSource source =
        source(id)
            .filter(found -> found.recipe().isPresent())
            .orElseThrow(() -> Problem.notFound(HOME + "/" + id));
    return harvests.startDry(source, source.recipe().orElseThrow(), agent(request))
        ? to(request, id, "dry")
        : underWay(request, id);
  }

  /** Commits what is in quarantine, exactly as it was shown. */
  @POST
  @Path("{source}/release")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response release(
      @Context ContainerRequestContext request, @PathParam("source") String id, InputStream body) {
    FormBody form = FormBody.read(body, HOME);
    Messages m = Messages.in(Asked.of(request).language());
    Optional<Quarantine> waiting = waiting(id, form);
    String reason = form.get("reason").strip();
    if (waiting.isEmpty()) {
      return source(request, id, "", CONFLICT, Optional.empty(), m.text("harvest.mistake.other"));
    }
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      return source(
          request,
          id,
          "",
          WRONG,
          Optional.empty(),
          m.text("harvest.mistake.reason", LONGEST_REASON));
    }
    try {
      harvests.release(waiting.get(), Cause.DESK, agent(request), reason);
    } catch (LoadException e) {
      return source(request, id, "", CONFLICT, Optional.empty(), e.text(m.language().locale()));
    }
    return to(request, id, "released");
  }

  /** Throws away what is in quarantine. */
  @POST
  @Path("{source}/discard")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response discard(
      @Context ContainerRequestContext request, @PathParam("source") String id, InputStream body) {
    FormBody form = FormBody.read(body, HOME);
    if (waiting(id, form).isEmpty()) {
      String said = Messages.in(Asked.of(request).language()).text("harvest.mistake.other");
      return source(request, id, "", CONFLICT, Optional.empty(), said);
    }
    harvests.discard(id, Cause.DESK, agent(request), form.get("reason").strip());
    return to(request, id, "discarded");
  }

  /** What waits, if it is still what the form showed. */
  private Optional<Quarantine> waiting(String id, FormBody form) {
    return Iris.isId(id)
        ? Quarantine.find(harvests.store(), id)
            .filter(found -> found.since().toString().equals(form.get("since")))
        : Optional.empty();
  }

  /** People are named in the records, which can forget; the ledger cannot. */
  private static String agent(ContainerRequestContext request) {
    return "account " + SignedIn.of(request).account().id();
  }

  private static Response to(ContainerRequestContext request, String id, String done) {
    return Response.seeOther(
            URI.create(Asked.of(request).prefix() + HOME + "/" + id + "?done=" + done))
        .build();
  }
}
