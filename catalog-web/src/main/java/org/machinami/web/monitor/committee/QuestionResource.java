package org.machinami.web.monitor.committee;

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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.machinami.store.ledger.Hash;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.monitor.MonitorIndex;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;
import org.machinami.web.request.Typed;

/** {@code /monitor/questions/new} and {@code /monitor/questions/{id}}: a question is asked. */
@Path("monitor/questions")
public final class QuestionResource {
  private static final String HOME = "monitor/questions";
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int CONFLICT = 409;
  private static final int MOST = 4_000;
  private static final int PROPOSED_DAYS = 14;
  private static final int LONGEST_DAYS = 366;

  private final QuestionRecords questions;
  private final QuestionNames names;
  private final MonitorIndex index;
  private final Answers answers;

  QuestionResource(
      QuestionRecords questions, QuestionNames names, MonitorIndex index, Answers answers) {
    this.questions = questions;
    this.names = names;
    this.index = index;
    this.answers = answers;
  }

  /** The open finding of a dataset under a clause; one that is not open cannot be asked about. */
  private MonitorIndex.OpenFinding require(String dataset, String clause) {
    return index.open(clause).stream()
        .filter(one -> one.dataset().equals(dataset) && !clause.isEmpty())
        .findFirst()
        .orElseThrow(() -> Problem.badParameter("dataset", dataset, "question.problem.not-open"));
  }

  @GET
  @Path("new")
  @For(Role.COMMITTEE)
  public Response form(
      @Context ContainerRequestContext request,
      @QueryParam("dataset") @DefaultValue("") String dataset,
      @QueryParam("clause") @DefaultValue("") String clause) {
    return form(
        request,
        OK,
        require(dataset, clause),
        clause,
        UUID.randomUUID().toString(),
        "",
        names.today().plusDays(PROPOSED_DAYS).toString(),
        Optional.empty());
  }

  private Response form(
      ContainerRequestContext request,
      int status,
      MonitorIndex.OpenFinding finding,
      String clause,
      String key,
      String typed,
      String due,
      Optional<String> mistake) {
    Language language = Asked.of(request).language();
    return answers
        .once(
            request,
            status,
            new QuestionFormView(
                SignedIn.of(request).who(),
                key,
                finding.dataset(),
                names.dataset(finding.dataset(), language),
                names.publisher(finding.publisher(), language),
                clause,
                names.clause(clause, language),
                typed,
                due,
                names.today().plusDays(1).toString(),
                names.today().plusDays(LONGEST_DAYS).toString(),
                mistake))
        .build();
  }

  @POST
  @For(Role.COMMITTEE)
  @Consumes(FormBody.CONTENT_TYPE)
  public Response ask(@Context ContainerRequestContext request, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    FormBody form = FormBody.read(body, HOME);
    String clause = form.get("clause");
    MonitorIndex.OpenFinding finding = require(form.get("dataset"), clause);
    String said = Typed.lines(form.get("said"));
    Optional<LocalDate> due = day(form.get("due"));
    Optional<String> mistake =
        mistake(said, "question.mistake.nothing")
            .or(() -> due.isEmpty() ? Optional.of("question.mistake.due") : Optional.empty());
    if (mistake.isPresent()) {
      return form(request, WRONG, finding, clause, form.get("key"), said, form.get("due"), mistake);
    }
    String sent =
        Hash.of((signedIn.account().id() + " " + form.get("key")).getBytes(StandardCharsets.UTF_8))
            .hex();
    Question question =
        questions.ask(
            new QuestionRecords.Asked(
                finding.dataset(), finding.publisher(), clause, due.orElseThrow(), said),
            sent,
            signedIn.account());
    return Committee.to(request, HOME + "/" + question.id());
  }

  private static Optional<String> mistake(String said, String nothing) {
    if (said.isBlank()) {
      return Optional.of(nothing);
    }
    return said.length() > MOST ? Optional.of("question.mistake.long") : Optional.empty();
  }

  /** A day from tomorrow on, within a year. */
  private Optional<LocalDate> day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      LocalDate today = names.today();
      boolean fits = day.isAfter(today) && !day.isAfter(today.plusDays(LONGEST_DAYS));
      return fits ? Optional.of(day) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A question that the reader may see; others are not there. */
  private Question require(SignedIn signedIn, String id) {
    return questions
        .find(id)
        .filter(one -> signedIn.has(Role.COMMITTEE) || signedIn.isStewardOf(one.publisher()))
        .orElseThrow(() -> Problem.notFound(HOME + "/" + id));
  }

  @GET
  @Path("{id}")
  @For({Role.COMMITTEE, Role.STEWARD})
  public Response question(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return show(request, OK, require(SignedIn.of(request), id), "", "", Optional.empty());
  }

  private Response show(
      ContainerRequestContext request,
      int status,
      Question one,
      String typed,
      String typedDue,
      Optional<String> mistake) {
    SignedIn signedIn = SignedIn.of(request);
    Language language = Asked.of(request).language();
    QuestionState state = one.state(names.today());
    return answers
        .once(
            request,
            status,
            new QuestionView(
                signedIn.who(),
                one.id(),
                one.dataset(),
                names.dataset(one.dataset(), language),
                names.publisher(one.publisher(), language),
                names.clause(one.clause(), language),
                names.clausePath(one.clause()),
                state.key(),
                state == QuestionState.OVERDUE,
                Messages.in(language).day(one.due()),
                index.open(one.clause()).stream()
                    .anyMatch(open -> open.dataset().equals(one.dataset())),
                !one.isClosed()
                    && one.last() != QuestionKind.ANSWERED
                    && signedIn.isStewardOf(one.publisher()),
                !one.isClosed() && signedIn.has(Role.COMMITTEE),
                one.steps(),
                questions.steps(one.id()).stream()
                    .map(
                        step ->
                            new QuestionView.Said(
                                step.kind().key(), step.name(), step.occurred(), step.said()))
                    .toList(),
                typed,
                typedDue.isEmpty() ? names.today().plusDays(PROPOSED_DAYS).toString() : typedDue,
                mistake))
        .build();
  }

  /** What was sent on a question. */
  private record Sent(Question question, FormBody form, String said) {}

  private Sent read(ContainerRequestContext request, String id, InputStream body) {
    FormBody form = FormBody.read(body, HOME + "/" + id);
    return new Sent(require(SignedIn.of(request), id), form, Typed.lines(form.get("said")));
  }

  /** Keeps what was sent when it is sound, and nobody was faster. */
  private Response keep(
      ContainerRequestContext request, Sent sent, Optional<String> mistake, BooleanSupplier say) {
    Question now = sent.question();
    if (mistake.isPresent()) {
      return show(request, WRONG, now, sent.said(), sent.form().get("due"), mistake);
    }
    boolean late =
        now.isClosed() || !sent.form().get("steps").equals(Integer.toString(now.steps()));
    if (late || !say.getAsBoolean()) {
      Question present = questions.find(now.id()).orElse(now);
      return show(
          request,
          CONFLICT,
          present,
          sent.said(),
          sent.form().get("due"),
          Optional.of("question.mistake.late"));
    }
    return Committee.to(request, HOME + "/" + now.id());
  }

  @POST
  @Path("{id}/answer")
  @For(Role.STEWARD)
  @Consumes(FormBody.CONTENT_TYPE)
  public Response answer(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    Sent sent = read(request, id, body);
    if (!signedIn.isStewardOf(sent.question().publisher())) {
      throw Problem.of(Kind.NOT_ALLOWED, HOME + "/" + id); // a member of the committee
    }
    return keep(
        request,
        sent,
        mistake(sent.said(), "question.mistake.no-answer"),
        () ->
            questions.say(
                sent.question(),
                signedIn.account(),
                QuestionKind.ANSWERED,
                sent.said(),
                Optional.empty()));
  }

  @POST
  @Path("{id}/again")
  @For(Role.COMMITTEE)
  @Consumes(FormBody.CONTENT_TYPE)
  public Response again(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    Sent sent = read(request, id, body);
    Optional<LocalDate> due = day(sent.form().get("due"));
    return keep(
        request,
        sent,
        mistake(sent.said(), "question.mistake.nothing")
            .or(() -> due.isEmpty() ? Optional.of("question.mistake.due") : Optional.empty()),
        () ->
            questions.say(
                sent.question(),
                SignedIn.of(request).account(),
                QuestionKind.ASKED_AGAIN,
                sent.said(),
                due));
  }

  @POST
  @Path("{id}/close")
  @For(Role.COMMITTEE)
  @Consumes(FormBody.CONTENT_TYPE)
  public Response close(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    Sent sent = read(request, id, body);
    return keep(
        request,
        sent,
        sent.said().length() > MOST ? Optional.of("question.mistake.long") : Optional.empty(),
        () ->
            questions.say(
                sent.question(),
                SignedIn.of(request).account(),
                QuestionKind.CLOSED,
                sent.said(),
                Optional.empty()));
  }
}
