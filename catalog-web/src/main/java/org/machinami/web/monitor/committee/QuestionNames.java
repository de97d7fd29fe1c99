package org.machinami.web.monitor.committee;

import java.time.Clock;
import java.time.LocalDate;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.monitor.MonitorNames;

/** How things are called on the pages of questions, and which day it is. Thread-safe. */
final class QuestionNames {
  private final MonitorNames names;
  private final Clock clock;

  QuestionNames(MonitorNames names, Clock clock) {
    this.names = names;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  MonitorNames monitor() {
    return names;
  }

  Text dataset(String id, Language language) {
    return names.dataset(id, language);
  }

  Text publisher(String id, Language language) {
    return names.publisher(id, language);
  }

  Text clause(String number, Language language) {
    return names.clause(number, language);
  }

  String clausePath(String number) {
    return names.clausePath(number);
  }

  QuestionLine line(Question one, Language language) {
    QuestionState state = one.state(today());
    return new QuestionLine(
        one.id(),
        dataset(one.dataset(), language),
        publisher(one.publisher(), language),
        clause(one.clause(), language),
        state.key(),
        state == QuestionState.OVERDUE,
        Messages.in(language).day(one.due()));
  }
}
