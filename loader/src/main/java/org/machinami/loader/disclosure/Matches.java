package org.machinami.loader.disclosure;

import java.util.ArrayList;
import java.util.List;

/** How many values of a column match a rule, and the rows of the first. Not thread-safe. */
final class Matches {

  /** How many rows are named. */
  private static final int LISTED = 5;

  private long count;
  private final List<Match> first = new ArrayList<>();

  /**
   * A row that has one.
   *
   * @param value what stands there; empty where it is not to be repeated
   */
  record Match(long row, String value) {}

  void add(long row) {
    add(row, "");
  }

  void add(long row, String value) {
    if (count++ < LISTED) {
      first.add(new Match(row, value));
    }
  }

  long count() {
    return count;
  }

  List<Match> first() {
    return first;
  }
}
