package org.machinami.loader;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.mapping.Origins;
import org.machinami.loader.mapping.TripleSink;
import org.machinami.loader.repair.RowRepairs;
import org.machinami.loader.source.Row;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.shapes.data.DataFault;
import org.machinami.shapes.data.DataShapes;
import org.machinami.shapes.data.RowJudge;

/**
 * Holds what rows become against the shapes for city data while they are mapped, and brings each
 * finding back to file, row and column. Not thread-safe; one for a reading of all rows.
 */
final class RowGate {

  private final RowJudge judge;
  private final RowRepairs repairs;

  /**
   * @param policy the version that is judged by
   */
  RowGate(Policy policy) {
    this.judge = DataShapes.bundled().judge(policy);
    this.repairs = new RowRepairs(judge.trial());
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
    return (step, mapping, row) -> {
      boolean listed = mapping instanceof Refused && counts.lists();
      counts.count(listed ? repairs.of((Refused) mapping, step, row) : mapping);
      row(mapping, step, row);
    };
  }

  /** Takes a line of the row that comes to its end next. */
  void line(byte[] buffer, int offset, int length) {
    judge.line(buffer, offset, length);
  }

  /** What became of the row is known, and all its lines have come. */
  private void row(Mapping mapping, MappingPlan.Step step, Row row) {
    if (mapping instanceof Mapped mapped) {
      judge.end(fault -> found(mapped.at(), fault, step, row));
    }
  }

  /** The same of what is no row of a table. */
  void row(Mapped mapped) {
    judge.endGroup(fault -> fault.at(place(mapped.at(), Optional.empty())));
  }

  private Violation found(Position at, DataFault fault, MappingPlan.Step step, Row row) {
    Origins origins = step.origins();
    org.machinami.shapes.Position place = place(at, columns(fault, origins));
    Violation violation = fault.at(place);
    List<String> columns = origins.references(fault.classes(), fault.predicates(), fault.value());
    return repairs
        .of(fault, place, columns, step, row)
        .map(violation::repairedBy)
        .orElse(violation);
  }

  private static Optional<String> columns(DataFault fault, Origins origins) {
    return origins.columns(fault.classes(), fault.predicates(), fault.value());
  }

  private static org.machinami.shapes.Position place(Position at, Optional<String> column) {
    return new org.machinami.shapes.Position(
        at.file(), at.row() > 0 ? OptionalLong.of(at.row()) : OptionalLong.empty(), column);
  }

  /** Whether nothing is missing that another row might say; else all rows are to be read again. */
  boolean isSettled() {
    return judge.isSettled();
  }

  /** A sink for the second reading. */
  TripleSink settling() {
    return (buffer, offset, length, graph) -> judge.settle(buffer, offset, length);
  }

  /** Whether no two rows contradict each other; else all rows are to be read again. */
  boolean isConsistent() {
    return judge.isConsistent();
  }

  /** Begins the reading in which rows are compared; the sink for it is {@link #comparing}. */
  RowTaker compared() {
    judge.compare();
    return (step, mapping, row) -> {
      if (mapping instanceof Mapped mapped) {
        judge.endCompared(fault -> fault.at(place(mapped.at(), columns(fault, step.origins()))));
      }
    };
  }

  /** A sink for the reading in which rows are compared. */
  TripleSink comparing() {
    return (buffer, offset, length, graph) -> judge.line(buffer, offset, length);
  }

  /** Whether a line says something that may be said once of a thing. */
  boolean isOnce(Line line) {
    return judge.isOnce(line.bytes(), 0);
  }

  /** Whether each row stands by itself, without a finding. */
  boolean isSound() {
    return judge.isSound();
  }

  Verdict verdict(String dataset) {
    return judge.verdict(dataset);
  }
}
