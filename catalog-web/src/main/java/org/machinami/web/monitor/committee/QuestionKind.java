package org.machinami.web.monitor.committee;

import java.util.Arrays;

/** What is said on a question. */
enum QuestionKind {
  ASKED("asked"),
  ANSWERED("answered"),
  ASKED_AGAIN("asked-again"),
  CLOSED("closed");

  private final String id;

  QuestionKind(String id) {
    this.id = id;
  }

  /** Its name in the records. */
  String id() {
    return id;
  }

  /** The message that names it. */
  String key() {
    return "question.kind." + id;
  }

  static QuestionKind of(String id) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no kind of step: " + id));
  }
}
