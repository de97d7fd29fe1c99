package org.machinami.web.monitor.committee;

import java.util.Arrays;

/** What is said on a question. */
enum QuestionKind {
  ASKED("asked", "question.kind.asked"),
  ANSWERED("answered", "question.kind.answered"),
  ASKED_AGAIN("asked-again", "question.kind.asked-again"),
  CLOSED("closed", "question.kind.closed");

  private final String id;
  private final String key;

  QuestionKind(String id, String key) {
    this.id = id;
    this.key = key;
  }

  /** Its name in the records. */
  String id() {
    return id;
  }

  /** The message that names it. */
  String key() {
    return key;
  }

  static QuestionKind of(String id) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no kind of step: " + id));
  }
}
