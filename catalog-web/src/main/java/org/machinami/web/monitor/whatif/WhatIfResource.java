package org.machinami.web.monitor.whatif;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.store.Store;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Messages;
import org.machinami.web.monitor.MonitorNames;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;
import org.machinami.web.request.Upload;

/**
 * {@code /monitor/what-if}: a draft is run, one at a time; {@code /monitor/what-if/{run}}: how far
 * it is, and what was found.
 */
@Path("monitor/what-if")
@For(Role.COMMITTEE)
public final class WhatIfResource {
  private static final String HOME = "monitor/what-if";
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int CONFLICT = 409;

  /** What a form has beside the draft. */
  private static final int FORM_BYTES = 1 << 16;

  private static final int REFRESH_SECONDS = 3;
  private static final int LONGEST_NAME = 120;
  private static final int SHOWN = 200_000;

  private final String base;
  private final WhatIfRuns runs;
  private final DraftReader drafts;
  private final WhatIfPages pages;
  private final Answers answers;

  /** Pages over the runs. */
  public WhatIfResource(Store store, WhatIfRuns runs, MonitorNames names, Answers answers) {
    this.base = store.base();
    this.runs = runs;
    this.drafts = new DraftReader(new PolicyVersions(store), base);
    this.pages = new WhatIfPages(names, base);
    this.answers = answers;
  }

  @GET
  public Response home(@Context ContainerRequestContext request) {
    return home(request, OK, "", Optional.empty());
  }

  private Response home(
      ContainerRequestContext request,
      int status,
      String text,
      Optional<WhatIfHomeView.Mistake> mistake) {
    return answers
        .once(
            request,
            status,
            new WhatIfHomeView(
                SignedIn.of(request).who(),
                runs.running(),
                runs.list().stream().filter(run -> !run.isRunning()).toList(),
                drafts.kept(),
                text.length() > SHOWN ? "" : text,
                mistake,
                runs.limits().draftBytes()))
        .build();
  }

  /** Begins a run: of a file, or else of what was pasted, or else of a draft in the ledger. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response start(@Context ContainerRequestContext request, InputStream body)
      throws IOException {
    SignedIn signedIn = SignedIn.of(request);
    long most = 2L * runs.limits().draftBytes() + FORM_BYTES;
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    java.nio.file.Path folder = Files.createTempDirectory("what-if");
    try (Upload form = Upload.read(body, type, folder, most, most, HOME)) {
      signedIn.requireToken(form.get("token"), HOME);
      return start(request, form, signedIn.account().name());
    }
  }

  private Response start(ContainerRequestContext request, Upload form, String by)
      throws IOException {
    int most = runs.limits().draftBytes();
    Messages m = Messages.in(Asked.of(request).language());
    String pasted = form.get("text");
    Optional<Upload.Sent> file = form.files().stream().filter(sent -> !sent.isEmpty()).findFirst();
    byte[] bytes = pasted.getBytes(StandardCharsets.UTF_8);
    if (file.isPresent()) {
      try (InputStream content = file.get().open()) {
        bytes = content.readNBytes(most + 1);
      }
    }
    if (bytes.length > most) {
      return wrong(request, WRONG, "", m.text("whatif.mistake.large", m.size(most)));
    }
    Optional<WhatIfRuns.Asked> asked;
    try {
      asked =
          file.isPresent() || !pasted.isBlank()
              ? Optional.of(drafts.sent(bytes, file.map(WhatIfResource::name).orElse(""), m))
              : drafts.kept(form.get("kept"));
    } catch (DraftReader.Wrong e) {
      String typed = file.isPresent() ? "" : pasted;
      return home(request, WRONG, typed, Optional.of(e.mistake()));
    }
    if (asked.isEmpty()) {
      return wrong(request, WRONG, "", m.text("whatif.mistake.nothing"));
    }
    if (runs.isFull()) {
      return wrong(request, CONFLICT, pasted, m.text("whatif.mistake.full", runs.limits().kept()));
    }
    Optional<WhatIfRun> run = runs.start(asked.get(), by);
    return run.isPresent()
        ? to(request, HOME + "/" + run.get().id())
        : wrong(request, CONFLICT, pasted, m.text("whatif.mistake.busy"));
  }

  private Response wrong(ContainerRequestContext request, int status, String text, String said) {
    return home(request, status, text, Optional.of(new WhatIfHomeView.Mistake(said, "", "")));
  }

  private static String name(Upload.Sent file) {
    String name = file.name().replaceAll("\\p{Cntrl}", "");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private static Response to(ContainerRequestContext request, String path) {
    return Response.seeOther(URI.create(Asked.of(request).prefix() + path)).build();
  }

  private WhatIfRun require(String id) {
    return runs.find(id).orElseThrow(() -> Problem.notFound(HOME + "/" + id));
  }

  @GET
  @Path("{run}")
  public Response run(@Context ContainerRequestContext request, @PathParam("run") String id) {
    WhatIfRun run = require(id);
    Asked asked = Asked.of(request);
    Representation form =
        asked
            .choose(Representation.OF_DRAFT_REPORTS)
            .orElseThrow(() -> Problem.of(Kind.NOT_ACCEPTABLE, "/" + asked.requestPath()));
    if (form != Representation.HTML) {
      return export(run, form);
    }
    SignedIn signedIn = SignedIn.of(request);
    if (!run.isDone()) {
      Response.ResponseBuilder page =
          answers.once(request, OK, new WhatIfRunView(signedIn.who(), run));
      return (run.isRunning() ? page.header("Refresh", REFRESH_SECONDS) : page).build();
    }
    WhatIfFilter filter = WhatIfFilter.of(request.getUriInfo().getQueryParameters());
    return answers
        .once(
            request,
            OK,
            pages.report(signedIn.who(), run, runs.report(id), filter, asked.language()))
        .build();
  }

  private Response export(WhatIfRun run, Representation form) {
    String path = HOME + "/" + run.id();
    if (!run.isDone()) {
      throw Problem.notFound(path + "." + form.suffix());
    }
    WhatIfExport export = new WhatIfExport(runs.report(run.id()), base);
    return Response.ok(form == Representation.CSV ? export.csv() : export.jsonLd(base + path))
        .type(form.contentType())
        .header(
            "Content-Disposition",
            "attachment; filename=\"what-if-" + run.id() + "." + form.suffix() + "\"")
        .build();
  }

  /** The draft as it was sent. */
  @GET
  @Path("{run}/draft")
  public Response draft(@PathParam("run") String id) {
    require(id);
    java.nio.file.Path file = runs.draft(id);
    if (!Files.exists(file)) {
      throw Problem.notFound(HOME + "/" + id + "/draft");
    }
    return Response.ok(file.toFile(), Representation.TURTLE.contentType())
        .header("Content-Disposition", "attachment; filename=\"draft-" + id + ".ttl\"")
        .build();
  }

  @POST
  @Path("{run}/cancel")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response cancel(@Context ContainerRequestContext request, @PathParam("run") String id) {
    runs.cancel(require(id).id());
    return to(request, HOME + "/" + id);
  }

  @POST
  @Path("{run}/delete")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response delete(@Context ContainerRequestContext request, @PathParam("run") String id) {
    runs.delete(require(id).id());
    return to(request, HOME);
  }
}
