package org.machinami.web.monitor.committee;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** How a question stands on a day. */
enum QuestionState {
  OVERDUE("overdue", "question.state.overdue"),
  OPEN("open", "question.state.open"),
  ANSWERED("answered", "question.state.answered"),
  CLOSED("closed", "question.state.closed");

  private final String id;
  private final String key;

  QuestionState(String id, String key) {
    this.id = id;
    this.key = key;
  }

  /** Its name in addresses and exports. */
  String id() {
    return id;
  }

  /** The message that names it. */
  String key() {
    return key;
  }

  static Optional<QuestionState> find(String id) {
    return Arrays.stream(values()).filter(state -> state.id.equals(id)).findFirst();
  }

  static QuestionState of(QuestionKind last, LocalDate due, LocalDate today) {
    return switch (last) {
      case ASKED, ASKED_AGAIN -> due.isBefore(today) ? OVERDUE : OPEN;
      case ANSWERED -> ANSWERED;
      case CLOSED -> CLOSED;
    };
  }
}
