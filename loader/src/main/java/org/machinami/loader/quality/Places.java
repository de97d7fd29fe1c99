package org.machinami.loader.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.machinami.loader.repair.CellForm;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
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
    add(row, column, text, offset, length, value -> Optional.empty());
  }

  /**
   * A cell that may be written otherwise.
   *
   * @param form of the text
   */
  void add(
      long row,
      String column,
      char[] text,
      int offset,
      int length,
      Function<String, Optional<CellForm>> form) {
    if (wanting()) {
      String value = new String(text, offset, Math.min(length, LONGEST));
      count++;
      first.add(
          repaired(
              new Fault(new Position(file, OptionalLong.of(row), Optional.of(column)), value),
              value,
              form));
    } else {
      count++;
    }
  }

  /** A cell that should say something else, which is known. */
  void add(long row, String column, String before, CellForm after, String value) {
    count++;
    if (wanting()) {
      Position at = new Position(file, OptionalLong.of(row), Optional.of(column));
      Repair repair = Repair.NewCells.of(after.kind(), at, before, after.text());
      first.add(new Fault(at, value, Optional.of(repair)));
    }
  }

  private static Fault repaired(
      Fault fault, String text, Function<String, Optional<CellForm>> form) {
    // Of a longer text, or one with characters that are not shown, not all is known here.
    return Fault.isShownWhole(text)
        ? form.apply(text)
            .map(after -> Repair.NewCells.of(after.kind(), fault.at(), text, after.text()))
            .map(repair -> new Fault(fault.at(), fault.value(), Optional.of(repair)))
            .orElse(fault)
        : fault;
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
    addAll(other, value -> Optional.empty());
  }

  /**
   * The same places again, where the cells may be written otherwise.
   *
   * @param form of the text of one
   */
  void addAll(Places other, Function<String, Optional<CellForm>> form) {
    count += other.count;
    for (Fault fault : other.first) {
      if (wanting()) {
        boolean cell = fault.at().row().isPresent() && fault.repair().isEmpty();
        first.add(cell ? repaired(fault, fault.value(), form) : fault);
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
