package org.machinami.web.monitor.committee;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** How a question stands on a day. */
enum QuestionState {
  OVERDUE("overdue"),
  OPEN("open"),
  ANSWERED("answered"),
  CLOSED("closed");

  private final String id;

  QuestionState(String id) {
    this.id = id;
  }

  /** Its name in addresses and exports. */
  String id() {
    return id;
  }

  /** The message that names it. */
  String key() {
    return "question.state." + id;
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
