package org.machinami.web.monitor.committee;

import java.time.LocalDate;
import org.machinami.web.language.Coded;

/** How a question stands on a day. */
enum QuestionState implements Coded {
  OVERDUE("question.state.overdue"),
  OPEN("question.state.open"),
  ANSWERED("question.state.answered"),
  CLOSED("question.state.closed");

  private final String key;

  QuestionState(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  static QuestionState of(QuestionKind last, LocalDate due, LocalDate today) {
    return switch (last) {
      case ASKED, ASKED_AGAIN -> due.isBefore(today) ? OVERDUE : OPEN;
      case ANSWERED -> ANSWERED;
      case CLOSED -> CLOSED;
    };
  }
}
