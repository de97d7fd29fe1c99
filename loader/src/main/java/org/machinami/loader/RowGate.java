package org.machinami.loader;

import java.util.OptionalLong;
import org.machinami.loader.mapping.Origins;
import org.machinami.loader.mapping.TripleSink;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.data.DataFault;
import org.machinami.shapes.data.DataShapes;
import org.machinami.shapes.data.RowJudge;

/**
 * Holds what rows become against the shapes for city data while they are mapped, and brings each
 * finding back to file, row and column. Not thread-safe; one for a reading of all rows.
 */
final class RowGate {

  private final RowJudge judge;

  RowGate() {
    this(DataShapes.bundled());
  }

  RowGate(DataShapes shapes) {
    this.judge = shapes.judge();
  }

  /** A sink that shows the gate what it hands on. */
  TripleSink before(TripleSink next) {
    return (buffer, offset, length, graph) -> {
      judge.line(buffer, offset, length);
      next.line(buffer, offset, length, graph);
    };
  }

  /** Counts what becomes of rows, and shows it the gate. */
  RowTaker after(RowCounts counts) {
    return (step, mapping) -> {
      counts.count(mapping);
      row(mapping, step.origins());
    };
  }

  /** Takes a line of the row that comes to its end next. */
  void line(byte[] buffer, int offset, int length) {
    judge.line(buffer, offset, length);
  }

  /** What became of the row is known, and all its lines have come. */
  void row(Mapping mapping, Origins origins) {
    if (mapping instanceof Mapped mapped) {
      judge.end(fault -> place(mapped.at(), origins, fault));
    }
  }

  private static org.machinami.shapes.Position place(
      Position at, Origins origins, DataFault fault) {
    return new org.machinami.shapes.Position(
        at.file(),
        at.row() > 0 ? OptionalLong.of(at.row()) : OptionalLong.empty(),
        origins.columns(fault.classes(), fault.predicates(), fault.value()));
  }

  /** Whether nothing is missing that another row might say; else all rows are to be read again. */
  boolean isSettled() {
    return judge.isSettled();
  }

  /** A sink for the second reading. */
  TripleSink settling() {
    return (buffer, offset, length, graph) -> judge.settle(buffer, offset, length);
  }

  /** Whether each row stands by itself, without a finding. */
  boolean isSound() {
    return judge.isSound();
  }

  Verdict verdict(String dataset) {
    return judge.verdict(dataset);
  }
}
