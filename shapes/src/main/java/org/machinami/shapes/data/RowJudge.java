package org.machinami.shapes.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.machinami.shapes.Position;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/**
 * Judges the data of one dataset while they stream by: takes the lines of a row, then where the row
 * stands. Holds a row, the first findings of each severity, and keys of what is missing. Findings
 * are counted by the places where they stand; what is missing, by the things that lack it.
 *
 * <p>What a row does not say about a thing another row may say: when all rows have come and {@link
 * #isSettled} is false, all lines are to be shown once more to {@link #settle}.
 *
 * <p>Not thread-safe.
 */
public final class RowJudge {

  private final SubjectJudge subjects;
  private final Map<Severity, List<Violation>> listed = new EnumMap<>(Severity.class);
  private final SeverityCounts counts = new SeverityCounts();
  private final Missing missing = new Missing();
  private final Gathering gathering = new Gathering();
  private boolean lacked;

  RowJudge(Program program) {
    this.subjects = new SubjectJudge(program);
  }

  /** Takes findings; knows where the row stands that is judged. */
  private final class Gathering implements FaultSink {
    private Function<DataFault, Position> place = fault -> Position.of("");

    @Override
    public void fault(Severity severity, Supplier<DataFault> fault) {
      counts.add(severity, 1);
      List<Violation> list = listed.computeIfAbsent(severity, key -> new ArrayList<>());
      if (list.size() < Verdict.LISTED) {
        list.add(violation(fault.get()));
      }
    }

    @Override
    public void missing(long key, Severity severity, Supplier<DataFault> fault) {
      lacked = true;
      missing.add(key, severity, () -> violation(fault.get()));
    }

    private Violation violation(DataFault fault) {
      return fault.at(place.apply(fault));
    }
  }

  /**
   * Takes one canonical N-Triples line {@code <s> <p> <o> .\n}; the array may be used again
   * afterwards.
   */
  public void line(byte[] buffer, int offset, int length) {
    subjects.line(buffer, offset, length);
  }

  /** How many lines that a shape asks for wait to be judged. */
  public int waiting() {
    return subjects.lines();
  }

  /**
   * The row is complete.
   *
   * @param place where a finding on it stands
   */
  public void end(Function<DataFault, Position> place) {
    gathering.place = place;
    subjects.end(gathering);
  }

  /** Whether nothing is missing that another row might say. */
  public boolean isSettled() {
    return missing.isEmpty();
  }

  /** Takes a line in a second reading. */
  public void settle(byte[] buffer, int offset, int length) {
    subjects.supplies(buffer, offset, length, missing::remove);
  }

  /**
   * Whether each row stands by itself: nothing was found, and none needed what another one says.
   */
  public boolean isSound() {
    return !lacked && counts.isEmpty();
  }

  /** What came out. */
  public Verdict verdict(String dataset) {
    List<Violation> all = new ArrayList<>();
    List<Violation> lacking = missing.listed();
    for (Severity severity : Severity.values()) {
      all.addAll(listed.getOrDefault(severity, List.of()));
      lacking.stream().filter(one -> one.severity() == severity).forEach(all::add);
    }
    return new Verdict(
        dataset,
        counts.of(Severity.VIOLATION) + missing.count(Severity.VIOLATION),
        counts.of(Severity.WARNING) + missing.count(Severity.WARNING),
        all.stream().limit(Verdict.LISTED).toList());
  }
}
