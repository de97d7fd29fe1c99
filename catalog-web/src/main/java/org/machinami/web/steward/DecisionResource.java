package org.machinami.web.steward;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.machinami.loader.DatasetReport;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;
import org.machinami.web.request.Typed;

/** What becomes of a draft: submitted, sent back, approved, given up. */
@Path("steward/drafts/{id}")
@For({Role.STEWARD, Role.APPROVER, Role.ADMINISTRATOR})
public final class DecisionResource {
  private static final int CONFLICT = 409;
  private static final int WRONG = 400;
  private static final int MOST_REASON = 2_000;

  private final DraftRecords drafts;
  private final StewardDesk desk;
  private final TakingUp takingUp;
  private final Drafting drafting;
  private final Descriptions descriptions;
  private final Answers answers;

  DecisionResource(
      DraftRecords drafts,
      StewardDesk desk,
      TakingUp takingUp,
      Drafting drafting,
      Descriptions descriptions,
      Answers answers) {
    this.drafts = drafts;
    this.desk = desk;
    this.takingUp = takingUp;
    this.drafting = drafting;
    this.descriptions = descriptions;
    this.answers = answers;
  }

  private Response said(ContainerRequestContext request, int status, Draft draft, String key) {
    return answers
        .once(
            request,
            status,
            drafting.new Page(request, draft).saying(Optional.of(key)).form(Optional.empty()))
        .build();
  }

  private static Response to(ContainerRequestContext request, String path) {
    return StewardResource.to(request, path);
  }

  @POST
  @Path("submit")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response submit(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.requireOwn(signedIn, id);
    FormBody form = FormBody.read(body, "steward/drafts/" + id);
    if (!form.get("version").equals(Integer.toString(draft.version())) || !draft.isOpen()) {
      return said(request, CONFLICT, draft, "steward.done.late");
    }
    if (takingUp.isBehind(draft)) {
      return said(request, CONFLICT, draft, "steward.behind");
    }
    if (!descriptions.isOf(drafting.description(draft), draft.dataset(), draft.publisher())) {
      return said(request, WRONG, draft, "steward.mistake.publisher");
    }
    DatasetReport report = desk.rehearse(draft);
    if (report.outcome() != DatasetReport.Outcome.VALID) {
      return said(request, WRONG, draft, "steward.mistake.not-valid");
    }
    boolean moved =
        drafts.move(draft, Draft.State.SUBMITTED, signedIn.account(), "submitted", reason(form));
    return moved
        ? to(request, "steward/drafts/" + id + "?done=submitted")
        : said(request, CONFLICT, draft, "steward.done.late");
  }

  private static String reason(FormBody form) {
    String reason = Typed.lines(form.get("reason"));
    return reason.substring(0, Math.min(MOST_REASON, reason.length()));
  }

  /** The draft, to be decided on. */
  private Draft requireWaiting(ContainerRequestContext request, String id) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.require(signedIn, id);
    if (!signedIn.isApproverOf(draft.publisher())) {
      throw Problem.of(Kind.NOT_ALLOWED, "steward/drafts/" + id);
    }
    return draft;
  }

  /** Why a decision cannot be taken; empty when it can. */
  private Optional<Response> hindrance(
      ContainerRequestContext request, Draft draft, FormBody form, boolean needsReason) {
    if (drafts.steps().hadAHand(draft.id(), SignedIn.of(request).account())) {
      return Optional.of(said(request, 403, draft, "steward.mistake.own-work"));
    }
    if (draft.state() != Draft.State.SUBMITTED
        || !form.get("version").equals(Integer.toString(draft.version()))) {
      return Optional.of(said(request, CONFLICT, draft, "steward.done.late"));
    }
    return needsReason && reason(form).isBlank()
        ? Optional.of(said(request, WRONG, draft, "steward.mistake.reason"))
        : Optional.empty();
  }

  @POST
  @Path("return")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response sendBack(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    Draft draft = requireWaiting(request, id);
    FormBody form = FormBody.read(body, "steward/drafts/" + id);
    Optional<Response> hindrance = hindrance(request, draft, form, true);
    if (hindrance.isPresent()) {
      return hindrance.get();
    }
    boolean moved =
        drafts.move(
            draft, Draft.State.OPEN, SignedIn.of(request).account(), "returned", reason(form));
    return moved
        ? to(request, "steward?done=returned")
        : said(request, CONFLICT, draft, "steward.done.late");
  }

  /** Commits what was submitted. Two who approve at once make one commit. */
  @POST
  @Path("approve")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response approve(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    Draft draft = requireWaiting(request, id);
    FormBody form = FormBody.read(body, "steward/drafts/" + id);
    Optional<Response> hindrance = hindrance(request, draft, form, true);
    if (hindrance.isPresent()) {
      return hindrance.get();
    }
    if (desk.present(draft.dataset()) != draft.base()) {
      return said(request, CONFLICT, draft, "steward.mistake.changed-meanwhile");
    }
    if (!descriptions.isOf(drafting.description(draft), draft.dataset(), draft.publisher())) {
      return said(request, WRONG, draft, "steward.mistake.publisher");
    }
    SignedIn signedIn = SignedIn.of(request);
    DatasetReport report;
    try {
      report = desk.publish(draft, signedIn.account(), reason(form));
    } catch (DraftChanged e) {
      return said(request, CONFLICT, draft, "steward.mistake.file-changed");
    }
    boolean committed =
        report.outcome() == DatasetReport.Outcome.COMMITTED
            || report.outcome() == DatasetReport.Outcome.UNCHANGED;
    if (!committed) {
      return answers
          .once(
              request,
              CONFLICT,
              drafting.new Page(request, draft)
                  .with(report)
                  .saying(Optional.of("steward.mistake.gate"))
                  .form(Optional.empty()))
          .build();
    }
    drafts.move(draft, Draft.State.PUBLISHED, signedIn.account(), "approved", reason(form));
    return to(request, "steward?done=approved");
  }

  /** Takes in what others have published since the draft began. */
  @POST
  @Path("catch-up")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response catchUp(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.requireOwn(signedIn, id);
    boolean caughtUp =
        draft.isOpen()
            && FormBody.read(body, "steward/drafts/" + id)
                .get("version")
                .equals(Integer.toString(draft.version()))
            && takingUp.isBehind(draft)
            && takingUp.catchUp(draft, signedIn.account());
    return to(request, "steward/drafts/" + id + "?done=" + (caughtUp ? "caught-up" : "late"));
  }

  /** Gives a draft up; what it was stays in the records. */
  @POST
  @Path("drop")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response drop(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.requireOwn(signedIn, id);
    boolean moved =
        draft.isOpen()
            && drafts.move(draft, Draft.State.DROPPED, signedIn.account(), "dropped", "");
    return moved
        ? to(request, "steward?done=dropped")
        : said(request, CONFLICT, draft, "steward.done.late");
  }
}
