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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.machinami.web.account.Account;
import org.machinami.web.account.For;
import org.machinami.web.account.Organisations;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;
import org.machinami.web.request.Typed;

/**
 * {@code /steward/datasets/{id}}: a published dataset is taken up again, stopped at once and
 * resumed, or withdrawn when a second person agrees.
 */
@Path("steward/datasets/{id}")
@For({Role.STEWARD, Role.APPROVER, Role.ADMINISTRATOR})
public final class PublishedResource {
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int LEAST_REASON = 5;
  private static final int MOST_REASON = 1_000;

  private static final Map<String, String> DONE =
      Map.of(
          "stopped", "steward.done.stopped",
          "resumed", "steward.done.resumed",
          "asked", "steward.done.asked",
          "declined", "steward.done.declined",
          "late", "steward.done.late");

  private final DraftRecords drafts;
  private final WithdrawalRecords withdrawals;
  private final StewardDesk desk;
  private final TakingUp takingUp;
  private final Drafting drafting;
  private final Organisations organisations;
  private final Answers answers;

  PublishedResource(
      DraftRecords drafts,
      WithdrawalRecords withdrawals,
      StewardDesk desk,
      TakingUp takingUp,
      Drafting drafting,
      Organisations organisations,
      Answers answers) {
    this.drafts = drafts;
    this.withdrawals = withdrawals;
    this.desk = desk;
    this.takingUp = takingUp;
    this.drafting = drafting;
    this.organisations = organisations;
    this.answers = answers;
  }

  /** The organisation of a dataset; one of another organisation is not there. */
  private String require(SignedIn signedIn, String id) {
    return desk.publisherOf(id)
        .filter(publisher -> Drafting.sees(signedIn, publisher))
        .orElseThrow(() -> Problem.notFound(path(id)));
  }

  /** The same, of one whose steward the reader is. */
  private String requireOwn(SignedIn signedIn, String id) {
    String publisher = require(signedIn, id);
    if (!signedIn.mayPrepareFor(publisher)) {
      throw Problem.of(Kind.NOT_ALLOWED, path(id));
    }
    return publisher;
  }

  private static String path(String id) {
    return "steward/datasets/" + id;
  }

  @GET
  public Response page(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("done") @DefaultValue("") String done) {
    return show(
        request, OK, id, Reasons.NONE, Optional.ofNullable(DONE.get(done)), Optional.empty());
  }

  /** What somebody gives as the reason, in one language or both. */
  private record Reasons(String verb, String japanese, String english) {
    static final Reasons NONE = new Reasons("", "", "");

    static Reasons read(String verb, InputStream body, String id) {
      FormBody form = FormBody.read(body, path(id));
      return new Reasons(
          verb, Typed.line(form.get("reason-ja")), Typed.line(form.get("reason-en")));
    }

    boolean isOne() {
      return (japanese.isEmpty() || japanese.length() >= LEAST_REASON)
          && (english.isEmpty() || english.length() >= LEAST_REASON)
          && !(japanese.isEmpty() && english.isEmpty())
          && japanese.length() + english.length() <= MOST_REASON;
    }

    String either() {
      return japanese.isEmpty() ? english : japanese;
    }

    boolean areBoth() {
      return isOne() && !japanese.isEmpty() && !english.isEmpty();
    }
  }

  private Response show(
      ContainerRequestContext request,
      int status,
      String id,
      Reasons typed,
      Optional<String> notice,
      Optional<String> mistake) {
    SignedIn signedIn = SignedIn.of(request);
    String publisher = require(signedIn, id);
    Language language = Asked.of(request).language();
    Optional<Withdrawal> waiting = withdrawals.findWaiting(id);
    boolean own = waiting.filter(w -> w.account().equals(signedIn.account().id())).isPresent();
    return answers
        .once(
            request,
            status,
            new PublishedView(
                signedIn.who(),
                id,
                drafting.title(desk.published(id).orElseThrow(), id, language),
                organisations.name(publisher, language),
                drafts.findOpen(id).map(Draft::id),
                takingUp.hindrance(id),
                desk.stoppedSince(id),
                withdrawals.findLatest(id),
                new PublishedView.May(
                    signedIn.mayPrepareFor(publisher), signedIn.isApproverOf(publisher) && !own),
                new PublishedView.Typed(typed.verb(), typed.japanese(), typed.english()),
                notice,
                mistake))
        .build();
  }

  /** Stops the publication at once; nobody has to agree first. */
  @POST
  @Path("stop")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response stop(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    return atOnce(
        request,
        id,
        Reasons.read("stop", body, id),
        "stopped",
        (by, reasons) -> desk.stop(id, by, reasons.japanese(), reasons.english()));
  }

  /** Lays back what a stop took away. */
  @POST
  @Path("resume")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response resume(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    return atOnce(
        request,
        id,
        Reasons.read("resume", body, id),
        "resumed",
        (by, reasons) -> desk.resume(id, by, reasons.either()));
  }

  /** Does what nobody has to agree to; the work says whether there was anything to do. */
  private Response atOnce(
      ContainerRequestContext request,
      String id,
      Reasons reasons,
      String what,
      BiPredicate<Account, Reasons> work) {
    SignedIn signedIn = SignedIn.of(request);
    require(signedIn, id);
    if (!reasons.isOne()) {
      return wrong(request, id, reasons, "steward.mistake.stop-reason");
    }
    return done(request, id, work.test(signedIn.account(), reasons) ? what : "late");
  }

  private Response wrong(
      ContainerRequestContext request, String id, Reasons reasons, String mistake) {
    return show(request, WRONG, id, reasons, Optional.empty(), Optional.of(mistake));
  }

  private static Response done(ContainerRequestContext request, String id, String what) {
    return StewardResource.to(request, path(id) + "?done=" + what);
  }

  /** Takes it up again: in the draft that works on it, or a new one. */
  @POST
  @Path("edit")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response edit(@Context ContainerRequestContext request, @PathParam("id") String id) {
    SignedIn signedIn = SignedIn.of(request);
    String publisher = requireOwn(signedIn, id);
    Optional<Draft> open = drafts.findOpen(id);
    if (open.isEmpty() && takingUp.hindrance(id).isPresent()) {
      throw Problem.badParameter("id", id, takingUp.hindrance(id).get());
    }
    Draft draft = open.orElseGet(() -> takingUp.begin(id, publisher, signedIn.account()));
    return StewardResource.to(request, "steward/drafts/" + draft.id());
  }

  /** Asks for a withdrawal, which somebody else decides on. */
  @POST
  @Path("withdraw")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response withdraw(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    String publisher = requireOwn(signedIn, id);
    Reasons reasons = Reasons.read("withdraw", body, id);
    if (!reasons.areBoth()) {
      return wrong(request, id, reasons, "steward.mistake.withdraw-reason");
    }
    boolean asked =
        withdrawals.ask(id, publisher, signedIn.account(), reasons.japanese(), reasons.english());
    return done(request, id, asked ? "asked" : "late");
  }

  /** Withdraws what another person has asked for. */
  @POST
  @Path("withdraw/approve")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response approveWithdrawal(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    String publisher = require(signedIn, id);
    if (!signedIn.isApproverOf(publisher)) {
      throw Problem.of(Kind.NOT_ALLOWED, path(id));
    }
    FormBody form = FormBody.read(body, path(id));
    Optional<Withdrawal> waiting = withdrawals.findWaiting(id).filter(w -> isThat(w, form));
    if (waiting.isEmpty()) {
      return done(request, id, "late");
    }
    if (waiting.get().account().equals(signedIn.account().id())) {
      return show(
          request,
          Response.Status.FORBIDDEN.getStatusCode(),
          id,
          Reasons.NONE,
          Optional.empty(),
          Optional.of("steward.mistake.own-withdrawal"));
    }
    desk.withdraw(id, signedIn.account(), waiting.get().reason());
    withdrawals.decide(waiting.get(), Withdrawal.State.DONE, signedIn.account(), reason(form));
    return StewardResource.to(request, "steward?done=withdrawn");
  }

  /** The dataset stays: an approver says no, or a steward takes the request back. */
  @POST
  @Path("withdraw/decline")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response declineWithdrawal(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    require(signedIn, id);
    FormBody form = FormBody.read(body, path(id));
    boolean declined =
        withdrawals
            .findWaiting(id)
            .filter(waiting -> isThat(waiting, form))
            .filter(
                waiting ->
                    withdrawals.decide(
                        waiting, Withdrawal.State.DECLINED, signedIn.account(), reason(form)))
            .isPresent();
    return done(request, id, declined ? "declined" : "late");
  }

  private static boolean isThat(Withdrawal waiting, FormBody form) {
    return waiting.id().equals(form.get("withdrawal"));
  }

  private static String reason(FormBody form) {
    String reason = Typed.lines(form.get("reason"));
    return reason.substring(0, Math.min(MOST_REASON, reason.length()));
  }
}
