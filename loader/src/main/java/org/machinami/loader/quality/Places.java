package org.machinami.loader.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.shapes.Position;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.RuleResult;

/** Counts places in a file, and keeps the first. Not thread-safe. */
final class Places {

  /** More than is shown of a value. */
  private static final int LONGEST = 100;

  private final String file;
  private final List<Fault> first = new ArrayList<>(1);
  private long count;

  Places(String file) {
    this.file = file;
  }

  private boolean wanting() {
    return first.size() < RuleResult.LISTED;
  }

  /** The file as a whole. */
  void addFile() {
    add(OptionalLong.empty(), Optional.empty(), "");
  }

  /** A column as a whole. */
  void add(String column, String value) {
    add(OptionalLong.empty(), Optional.of(column), value);
  }

  /** A row as a whole. */
  void add(long row, String value) {
    add(OptionalLong.of(row), Optional.empty(), value);
  }

  /** A cell; its text is taken only where the place is kept. */
  void add(long row, String column, char[] text, int offset, int length) {
    if (wanting()) {
      String value = new String(text, offset, Math.min(length, LONGEST));
      add(OptionalLong.of(row), Optional.of(column), value);
    } else {
      count++;
    }
  }

  /** A cell of which something else is said than what stands there. */
  void add(long row, String column, String value) {
    add(OptionalLong.of(row), Optional.of(column), value);
  }

  private void add(OptionalLong row, Optional<String> column, String value) {
    count++;
    if (wanting()) {
      first.add(new Fault(new Position(file, row, column), value));
    }
  }

  /** The same places again, as when a column of them is at fault. */
  void addAll(Places other) {
    count += other.count;
    for (Fault fault : other.first) {
      if (wanting()) {
        first.add(fault);
      }
    }
  }

  long count() {
    return count;
  }

  List<Fault> first() {
    return first;
  }
}
