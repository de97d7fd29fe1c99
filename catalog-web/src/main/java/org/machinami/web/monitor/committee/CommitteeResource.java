package org.machinami.web.monitor.committee;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.monitor.MonitorIndex;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;

/** {@code /monitor/desk}: what waits for the committee; it sees refused datasets by their names. */
@Path("monitor/desk")
@For(Role.COMMITTEE)
public final class CommitteeResource {
  private static final int OK = 200;
  private static final int PAGE_SIZE = 50;
  private static final int MOST_REFUSALS = 50;

  private final QuestionRecords questions;
  private final QuestionNames names;
  private final MonitorIndex index;
  private final Answers answers;

  CommitteeResource(
      QuestionRecords questions, QuestionNames names, MonitorIndex index, Answers answers) {
    this.questions = questions;
    this.names = names;
    this.index = index;
    this.answers = answers;
  }

  @GET
  public Response desk(
      @Context ContainerRequestContext request,
      @QueryParam("clause") @DefaultValue("") String clause,
      @QueryParam("page") @DefaultValue("1") String pageText) {
    if (!pageText.matches("[1-9][0-9]{0,4}")) {
      throw Problem.badParameter("page", pageText, "problem.bad-request.page");
    }
    Language language = Asked.of(request).language();
    List<Question> all = questions.list();
    List<MonitorIndex.OpenFinding> found = index.open(clause);
    int page = Integer.parseInt(pageText);
    Map<String, String> asked = new HashMap<>();
    all.stream()
        .filter(one -> !one.isClosed())
        .forEach(one -> asked.put(one.dataset() + " " + one.clause(), one.id()));
    return answers
        .once(
            request,
            OK,
            new CommitteeDeskView(
                SignedIn.of(request).who(),
                lines(all, QuestionState.ANSWERED, language),
                lines(all, QuestionState.OVERDUE, language),
                lines(all, QuestionState.OPEN, language),
                clauses(language),
                clause,
                found.stream()
                    .skip((page - 1L) * PAGE_SIZE)
                    .limit(PAGE_SIZE)
                    .map(one -> finding(one, asked, language))
                    .toList(),
                found.size(),
                page > 1 ? path(clause, page - 1) : "",
                (long) page * PAGE_SIZE < found.size() ? path(clause, page + 1) : "",
                refusals(language)))
        .build();
  }

  private static String path(String clause, int page) {
    return "monitor/desk?clause=" + clause + "&page=" + page + "#findings";
  }

  private List<QuestionLine> lines(List<Question> all, QuestionState state, Language language) {
    return all.stream()
        .filter(one -> one.state(names.today()) == state)
        .map(one -> names.line(one, language))
        .toList();
  }

  private List<CommitteeDeskView.Choice> clauses(Language language) {
    List<CommitteeDeskView.Choice> choices = new ArrayList<>();
    index
        .openCounts()
        .forEach(
            (number, count) ->
                choices.add(
                    new CommitteeDeskView.Choice(
                        number, names.clause(number, language).shortened(28), count)));
    return choices;
  }

  private CommitteeDeskView.Finding finding(
      MonitorIndex.OpenFinding one, Map<String, String> asked, Language language) {
    return new CommitteeDeskView.Finding(
        one.dataset(),
        names.dataset(one.dataset(), language),
        names.publisher(one.publisher(), language),
        one.clauses().stream()
            .map(
                clause ->
                    new CommitteeDeskView.Ask(
                        clause,
                        names.clause(clause, language),
                        asked.getOrDefault(one.dataset() + " " + clause, "")))
            .toList());
  }

  private List<CommitteeDeskView.Refused> refusals(Language language) {
    return index.refusals().stream()
        .limit(MOST_REFUSALS)
        .map(
            one ->
                new CommitteeDeskView.Refused(
                    one.time(),
                    one.dataset(),
                    names.publisher(one.publisher(), language),
                    one.clauses().stream().map(number -> names.clause(number, language)).toList()))
        .toList();
  }
}
