package org.machinami.web.monitor.committee;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.machinami.web.language.Coded;
import org.machinami.web.language.Messages;
import org.machinami.web.monitor.IdParameter;
import org.machinami.web.monitor.MonitorIndex;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;

/** {@code /monitor/questions}: which questions there are, and how they stand, for everybody. */
@Path("monitor/questions")
public final class QuestionListResource {
  private final Committee committee;
  private final MonitorIndex index;
  private final Answers answers;

  QuestionListResource(Committee committee, MonitorIndex index, Answers answers) {
    this.committee = committee;
    this.index = index;
    this.answers = answers;
  }

  @GET
  public Response list(
      @Context ContainerRequestContext request,
      @QueryParam("state") @DefaultValue("") String stateText,
      @QueryParam("publisher") @DefaultValue("") String publisher) {
    Optional<QuestionState> state = Coded.find(QuestionState.class, stateText);
    if (state.isEmpty() && !stateText.isEmpty()) {
      throw Problem.badParameter("state", stateText, "problem.bad-request.monitor");
    }
    long applied = index.applied();
    Version version =
        new Version(
            "u"
                + applied
                + "."
                + committee.version()
                + "."
                + stateText
                + Integer.toHexString(publisher.hashCode()),
            Optional.empty());
    return answers.answerIn(
        Representation.OF_FIGURES,
        request,
        version,
        language -> {
          QuestionTables tables = committee.tables(language);
          List<Question> all = committee.questions();
          return new QuestionListView(
              applied,
              state.map(QuestionState::key).orElse(""),
              publisher.isEmpty() ? Optional.empty() : Optional.of(tables.publisher(publisher)),
              all.isEmpty()
                  ? List.of()
                  : List.of(
                      tables.states(all, Messages.in(language).text("question.by-state"), ""),
                      tables.publishers(all)),
              tables.list(
                  all.stream()
                      .filter(one -> state.isEmpty() || state.get() == one.state(committee.today()))
                      .filter(one -> IdParameter.takes(publisher, one.publisher()))
                      .toList()));
        });
  }
}
