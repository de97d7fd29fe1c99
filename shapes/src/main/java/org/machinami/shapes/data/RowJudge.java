package org.machinami.shapes.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.machinami.shapes.Policy;
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
 * #isSettled} is false, all lines are to be shown once more to {@link #settle}. What it says
 * another may deny: see {@link #isConsistent}.
 *
 * <p>Not thread-safe.
 */
public final class RowJudge {

  /** What is found when rows are compared was found before. */
  private static final FaultSink IGNORING =
      new FaultSink() {
        @Override
        public void fault(Severity severity, Supplier<DataFault> fault) {}

        @Override
        public void missing(long key, Severity severity, Supplier<DataFault> fault) {}
      };

  private final Program program;
  private final SubjectJudge subjects;
  private final Map<Severity, List<Violation>> listed = new EnumMap<>(Severity.class);
  private final SeverityCounts counts = new SeverityCounts();
  private final Missing missing = new Missing();
  private final RepeatedThings repeated = new RepeatedThings();
  private final Contradictions contradictions;
  private final Gathering gathering = new Gathering();
  private boolean lacked;

  RowJudge(Program program, Policy policy) {
    this.program = program;
    this.subjects = new SubjectJudge(program);
    this.contradictions = new Contradictions(policy, program, subjects, repeated);
  }

  /** Takes findings; knows where the row stands that is judged. */
  private final class Gathering implements FaultSink {
    private Function<DataFault, Violation> placing = fault -> fault.at(Position.of(""));

    @Override
    public void fault(Severity severity, Supplier<DataFault> fault) {
      counts.add(severity, 1);
      List<Violation> list = listed.computeIfAbsent(severity, key -> new ArrayList<>());
      if (list.size() < Verdict.LISTED) {
        list.add(placing.apply(fault.get()));
      }
    }

    @Override
    public void missing(long key, Severity severity, Supplier<DataFault> fault) {
      lacked = true;
      missing.add(key, severity, () -> placing.apply(fault.get()));
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
   * @param placing says where a finding on it stands, and what there is to say besides
   */
  public void end(Function<DataFault, Violation> placing) {
    gathering.placing = placing;
    subjects.end(gathering, repeated);
    repeated.endRow();
  }

  /** The same for statements that come together and are no row: others may add to them. */
  public void endGroup(Function<DataFault, Violation> placing) {
    gathering.placing = placing;
    subjects.end(gathering, FactSink.NONE);
  }

  /**
   * Whether no two rows say different things about the same thing where only one can be true; else
   * all rows are to be shown once more: {@link #compare}, then line by line and {@link
   * #endCompared}.
   */
  public boolean isConsistent() {
    return repeated.isEmpty();
  }

  /** Begins the reading in which rows are compared. */
  public void compare() {
    repeated.settle();
  }

  /** A row of that reading is complete. */
  public void endCompared(Function<DataFault, Violation> placing) {
    subjects.end(IGNORING, contradictions);
    contradictions.endRow(placing);
  }

  /** Whether a line says something that may be said once of a thing. */
  public boolean isOnce(byte[] buffer, int offset) {
    int subjectEnd = SubjectJudge.end(buffer, offset);
    int predicate =
        program.predicate(buffer, subjectEnd + 1, SubjectJudge.end(buffer, subjectEnd + 1));
    return predicate >= 0 && program.isOnce(predicate);
  }

  /** What tries other forms of a row against the same shapes. */
  public RowTrial trial() {
    return new RowTrial(program);
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
   * Whether each row stands by itself: nothing was found, none needed what another one says, and
   * none may contradict another.
   */
  public boolean isSound() {
    return !lacked && counts.isEmpty() && repeated.isEmpty() && !repeated.isFull();
  }

  /** What came out. */
  public Verdict verdict(String dataset) {
    List<Violation> all = new ArrayList<>();
    List<Violation> lacking = new ArrayList<>(missing.listed());
    lacking.addAll(contradictions.listed());
    Optional<Violation> uncompared = contradictions.uncompared(dataset);
    for (Severity severity : Severity.values()) {
      all.addAll(listed.getOrDefault(severity, List.of()));
      lacking.stream().filter(one -> one.severity() == severity).forEach(all::add);
    }
    return new Verdict(
        dataset,
        count(Severity.VIOLATION, uncompared),
        count(Severity.WARNING, uncompared),
        listed(all, uncompared));
  }

  /** What is listed. That something was not compared has its place, however many findings come. */
  private static List<Violation> listed(List<Violation> all, Optional<Violation> uncompared) {
    List<Violation> kept =
        new ArrayList<>(
            all.stream().limit(Verdict.LISTED - (uncompared.isPresent() ? 1 : 0)).toList());
    uncompared.ifPresent(
        one -> {
          int graver = 0;
          while (graver < kept.size()
              && kept.get(graver).severity().compareTo(one.severity()) <= 0) {
            graver++;
          }
          kept.add(graver, one);
        });
    return kept;
  }

  private int count(Severity severity, Optional<Violation> uncompared) {
    return counts.of(severity)
        + missing.count(severity)
        + contradictions.count(severity)
        + (uncompared.filter(one -> one.severity() == severity).isPresent() ? 1 : 0);
  }
}
