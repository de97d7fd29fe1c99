package org.machinami.loader.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Violation;

/**
 * What a draft of the policy would change.
 *
 * @param current number of the version in force
 * @param draft number of the draft
 * @param sequence the commit up to which the catalogue was looked at
 * @param datasets how many there are
 * @param unreadable how many of them could not be read; verify says why
 * @param shapes that differ
 * @param moves how many go from one outcome to another, those that stay included
 * @param changed the datasets whose verdict changes, the gravest first
 * @param touched how many keep their outcome, but get or lose a finding
 * @param byPublisher how many of the changed ones each publisher has, by IRI, empty for none named
 * @param byClause how many datasets get a finding under each clause, and how many lose one
 * @param seconds that it took
 */
public record WhatIfReport(
    String current,
    String draft,
    long sequence,
    int datasets,
    int unreadable,
    Set<String> shapes,
    Map<Outcome, Map<Outcome, Integer>> moves,
    List<Judged> changed,
    int touched,
    Map<String, Publisher> byPublisher,
    Map<String, Clause> byClause,
    double seconds) {
  public WhatIfReport {
    shapes = Set.copyOf(shapes);
    changed = List.copyOf(changed);
  }

  /** How many of a publisher's datasets would be refused, warned or better off than today. */
  public record Publisher(int refused, int warned, int better) {
    Publisher with(Judged one) {
      boolean better = one.after().compareTo(one.before()) < 0;
      return new Publisher(
          refused + (!better && one.after() == Outcome.REFUSED ? 1 : 0),
          warned + (!better && one.after() == Outcome.ADMITTED_WITH_WARNINGS ? 1 : 0),
          this.better + (better ? 1 : 0));
    }

    /** All of them. */
    public int all() {
      return refused + warned + better;
    }
  }

  /** How many datasets get a finding that refuses, one that warns, or lose one. */
  public record Clause(int refused, int warned, int lost) {}

  /**
   * A shape that found something.
   *
   * @param refuses whether that stops admission
   */
  public record Found(String shape, boolean refuses) implements Comparable<Found> {
    static Found of(Violation violation) {
      return new Found(violation.shape(), violation.severity() == Severity.VIOLATION);
    }

    @Override
    public int compareTo(Found other) {
      return Comparator.comparing(Found::shape).thenComparing(Found::refuses).compare(this, other);
    }
  }

  /**
   * A dataset.
   *
   * @param publisher IRI, empty when none is named
   * @param gained shapes that find something under the draft only
   * @param lost shapes that find something today only
   */
  public record Judged(
      String id,
      String publisher,
      Outcome before,
      Outcome after,
      Set<Found> gained,
      Set<Found> lost,
      boolean unreadable) {
    static Judged unreadable(String id) {
      return new Judged(id, "", Outcome.ADMITTED, Outcome.ADMITTED, Set.of(), Set.of(), true);
    }

    boolean changes() {
      return before != after;
    }
  }

  /** How many go from one outcome to the other. */
  public int moves(Outcome from, Outcome to) {
    return moves.getOrDefault(from, Map.of()).getOrDefault(to, 0);
  }

  /** How many have the outcome under the draft, or today. */
  public int count(Outcome outcome, boolean underDraft) {
    int sum = 0;
    for (Outcome other : Outcome.values()) {
      sum += underDraft ? moves(other, outcome) : moves(outcome, other);
    }
    return sum;
  }

  /** Gathers. */
  static final class Builder {
    private final PolicyVersion current;
    private final PolicyVersion draft;
    private final Set<String> shapes = new TreeSet<>();
    private final Map<Outcome, Map<Outcome, Integer>> moves = new EnumMap<>(Outcome.class);
    private final List<Judged> changed = new ArrayList<>();
    private final Map<String, Publisher> byPublisher = new HashMap<>();
    private final Map<String, Clause> byClause =
        new TreeMap<>(Comparator.comparing(Builder::order));
    private int datasets;
    private int unreadable;
    private int touched;

    Builder(PolicyVersion current, PolicyVersion draft, Set<Node> differing) {
      this.current = current;
      this.draft = draft;
      differing.forEach(shape -> shapes.add(shape.getURI()));
    }

    /** 2.10 comes after 2.9. */
    private static String order(String number) {
      StringBuilder key = new StringBuilder();
      for (String part : number.split("\\.", -1)) {
        key.append("0".repeat(Math.max(0, 6 - part.length()))).append(part).append('.');
      }
      return key.toString();
    }

    void add(Judged one) {
      datasets++;
      if (one.unreadable()) {
        unreadable++;
        return;
      }
      moves
          .computeIfAbsent(one.before(), outcome -> new EnumMap<>(Outcome.class))
          .merge(one.after(), 1, Integer::sum);
      if (one.changes()) {
        changed.add(one);
        byPublisher.compute(
            one.publisher(),
            (iri, known) -> (known == null ? new Publisher(0, 0, 0) : known).with(one));
      } else if (!one.gained().isEmpty() || !one.lost().isEmpty()) {
        touched++;
      }
      Set<String> refused = new TreeSet<>();
      Set<String> warned = new TreeSet<>();
      Set<String> lost = new TreeSet<>();
      for (Found found : one.gained()) {
        draft.policy().clauseOf(found.shape()).ifPresent((found.refuses() ? refused : warned)::add);
      }
      for (Found found : one.lost()) {
        current.policy().clauseOf(found.shape()).ifPresent(lost::add);
      }
      refused.forEach(clause -> count(clause, new Clause(1, 0, 0)));
      warned.forEach(clause -> count(clause, new Clause(0, 1, 0)));
      lost.forEach(clause -> count(clause, new Clause(0, 0, 1)));
    }

    private void count(String clause, Clause more) {
      byClause.merge(
          clause,
          more,
          (a, b) ->
              new Clause(a.refused() + b.refused(), a.warned() + b.warned(), a.lost() + b.lost()));
    }

    WhatIfReport build(long sequence, double seconds) {
      changed.sort(
          Comparator.comparing(Judged::after)
              .reversed()
              .thenComparing(Judged::publisher)
              .thenComparing(Judged::id));
      return new WhatIfReport(
          current.policy().version(),
          draft.policy().version(),
          sequence,
          datasets,
          unreadable,
          shapes,
          moves,
          changed,
          touched,
          byPublisher,
          byClause,
          seconds);
    }
  }
}
