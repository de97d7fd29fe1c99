package org.machinami.store.graph;

/**
 * Lines in order, given as a subject and what follows it. Starts before the first subject. The same
 * subject may come again right after itself, as long as the lines stay in order. What it gives is
 * valid until the next call.
 */
interface LineCursor extends AutoCloseable {
  boolean nextSubject();

  /** The next line of the subject; false when the subject has no more. */
  boolean nextRest();

  /** The array in which subject and rest stand. */
  byte[] bytes();

  int subjectOffset();

  int subjectLength();

  int restOffset();

  int restLength();

  @Override
  void close();
}
