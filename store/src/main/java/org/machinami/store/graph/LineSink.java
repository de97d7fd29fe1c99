package org.machinami.store.graph;

/** Takes lines in order, given as a subject and what follows it: {@code " <p> <o> .\n"}. */
interface LineSink {
  /** Begins a subject, or goes on with the same one. */
  void subject(byte[] bytes, int offset, int length);

  void rest(byte[] bytes, int offset, int length);

  /** Hands over all lines of a cursor. */
  default void drain(LineCursor cursor) {
    while (cursor.nextSubject()) {
      subject(cursor.bytes(), cursor.subjectOffset(), cursor.subjectLength());
      while (cursor.nextRest()) {
        rest(cursor.bytes(), cursor.restOffset(), cursor.restLength());
      }
    }
  }
}
