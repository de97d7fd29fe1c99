package org.machinami.web.monitor.committee;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.monitor.FigureTable;
import org.machinami.web.monitor.MonitorIndex;
import org.machinami.web.monitor.MonitorNames;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.records.Records;

/** The committee's questions: their pages, and the figures that other pages show. Thread-safe. */
public final class Committee {
  private final QuestionRecords questions;
  private final QuestionNames names;
  private final MonitorIndex index;
  private final Answers answers;

  /**
   * Over the open records.
   *
   * @param clock of the city
   */
  public Committee(
      Records records, MonitorIndex index, MonitorNames names, Clock clock, Answers answers) {
    this.questions = new QuestionRecords(records, Clock.systemUTC());
    this.names = new QuestionNames(names, clock);
    this.index = index;
    this.answers = answers;
  }

  /** The pages, as JAX-RS singletons. */
  public List<Object> resources() {
    return List.of(
        new QuestionListResource(this, index, answers),
        new QuestionResource(questions, names, index, answers),
        new CommitteeResource(questions, names, index, answers),
        new StewardQuestionsResource(questions, names, answers));
  }

  /** How many questions stand how. */
  public FigureTable figures(Language language) {
    Messages m = Messages.in(language);
    return tables(language).states(questions(), m.text("question.title"), m.text("question.note"));
  }

  /** Another text whenever the figures are others. */
  public String version() {
    return questions.revision() + "." + today().toEpochDay();
  }

  List<Question> questions() {
    return questions.list();
  }

  QuestionTables tables(Language language) {
    return new QuestionTables(names.monitor(), today(), language);
  }

  LocalDate today() {
    return names.today();
  }

  static Response to(ContainerRequestContext request, String path) {
    return Response.seeOther(URI.create(Asked.of(request).prefix() + path)).build();
  }
}
