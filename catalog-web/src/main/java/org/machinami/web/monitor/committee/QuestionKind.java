package org.machinami.web.monitor.committee;

import org.machinami.web.language.Coded;

/** What is said on a question. */
enum QuestionKind implements Coded {
  ASKED("question.kind.asked"),
  ANSWERED("question.kind.answered"),
  ASKED_AGAIN("question.kind.asked-again"),
  CLOSED("question.kind.closed");

  private final String key;

  QuestionKind(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
