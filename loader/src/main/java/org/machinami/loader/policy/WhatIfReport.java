package org.machinami.loader.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param data whether data were judged anew, and of how many datasets
 * @param shapes that differ
 * @param moves how many go from one outcome to another, those that stay included
 * @param changed the datasets whose verdict changes, the gravest first
 * @param touched how many keep their outcome, but get or lose a finding
 * @param byPublisher how many of the changed ones each publisher has, by IRI, empty for none named
 * @param bySector the same by the IRI of the sector
 * @param byClause how many datasets get a finding under each clause, and how many lose one
 * @param seconds that it took
 */
public record WhatIfReport(
    String current,
    String draft,
    long sequence,
    int datasets,
    int unreadable,
    Data data,
    Set<String> shapes,
    Map<Outcome, Map<Outcome, Integer>> moves,
    List<Judged> changed,
    int touched,
    Map<String, Share> byPublisher,
    Map<String, Share> bySector,
    Map<String, Clause> byClause,
    double seconds) {
  public WhatIfReport {
    Objects.requireNonNull(data, "data");
    shapes = Set.copyOf(shapes);
    changed = List.copyOf(changed);
  }

  /**
   * What was done about data.
   *
   * @param differs whether the versions ask different things of data and files
   * @param judged datasets whose data were judged anew
   * @param unread datasets whose data could not be made again from what is stored
   */
  public record Data(boolean differs, int judged, int unread) {
    static final Data ALIKE = new Data(false, 0, 0);
  }

  /** How far a dataset was judged. */
  public enum Extent {
    /** Its description; what was found in its data is the same under both versions. */
    DESCRIPTION,
    /** Description, files and data. */
    DATA,
    /** Its description only, although what the draft asks of data differs. */
    DATA_UNREAD,
    /** Not at all. */
    NOTHING
  }

  /** How many of some datasets would be refused, warned or better off than today. */
  public record Share(int refused, int warned, int better) {
    static final Share NONE = new Share(0, 0, 0);

    Share with(Judged one) {
      boolean better = one.after().compareTo(one.before()) < 0;
      return new Share(
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
   * @param times how often in this dataset, of the findings that a verdict lists
   * @param property of the first finding, empty for none
   * @param value of the first finding, empty where one is missing; cut when it is long
   */
  public record Found(String shape, boolean refuses, int times, String property, String value) {
    private static final int LONGEST = 300;

    /** What people are told once. */
    private record Key(String shape, boolean refuses) {
      static Key of(Violation violation) {
        return new Key(violation.shape(), violation.severity() == Severity.VIOLATION);
      }
    }

    /** Those of one verdict of which the other has none; what only informs is left out. */
    static List<Found> only(List<Violation> in, List<Violation> notIn) {
      Map<Key, Found> found = new LinkedHashMap<>();
      for (Violation one : in) {
        if (one.severity() != Severity.INFO) {
          Key key = Key.of(one);
          found.merge(key, of(one, key), (first, next) -> first.oneMore());
        }
      }
      if (!found.isEmpty()) {
        notIn.forEach(one -> found.remove(Key.of(one)));
      }
      return List.copyOf(found.values());
    }

    private static Found of(Violation one, Key key) {
      String value = one.value().map(Found::text).orElse("");
      return new Found(
          key.shape(),
          key.refuses(),
          1,
          one.path().orElse(""),
          value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value);
    }

    private static String text(Node value) {
      return value.isLiteral()
          ? value.getLiteralLexicalForm()
          : value.isURI() ? value.getURI() : "";
    }

    private Found oneMore() {
      return new Found(shape, refuses, times + 1, property, value);
    }
  }

  /**
   * A dataset.
   *
   * @param publisher IRI, empty when none is named
   * @param sector IRI, empty when none is named
   * @param gained shapes that find something under the draft only
   * @param lost shapes that find something today only
   * @param extent how far it was judged
   */
  public record Judged(
      String id,
      String publisher,
      String sector,
      Outcome before,
      Outcome after,
      List<Found> gained,
      List<Found> lost,
      Extent extent) {
    public Judged {
      extent = Objects.requireNonNullElse(extent, Extent.DESCRIPTION); // reports of older versions
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }

    static Judged unreadable(String id) {
      return new Judged(
          id, "", "", Outcome.ADMITTED, Outcome.ADMITTED, List.of(), List.of(), Extent.NOTHING);
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
    private final Map<String, Share> byPublisher = new HashMap<>();
    private final Map<String, Share> bySector = new HashMap<>();
    private final Map<String, Clause> byClause =
        new TreeMap<>(Comparator.comparing(Builder::order));
    private int datasets;
    private final boolean dataDiffer;
    private int unreadable;
    private int dataJudged;
    private int dataUnread;
    private int touched;

    Builder(PolicyVersion current, PolicyVersion draft, Set<Node> differing, boolean dataDiffer) {
      this.current = current;
      this.draft = draft;
      this.dataDiffer = dataDiffer;
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
      switch (one.extent()) {
        case NOTHING -> {
          unreadable++;
          return;
        }
        case DATA -> dataJudged++;
        case DATA_UNREAD -> dataUnread++;
        case DESCRIPTION -> {}
      }
      moves
          .computeIfAbsent(one.before(), outcome -> new EnumMap<>(Outcome.class))
          .merge(one.after(), 1, Integer::sum);
      if (one.changes()) {
        changed.add(one);
        byPublisher.merge(one.publisher(), Share.NONE.with(one), (known, more) -> known.with(one));
        bySector.merge(one.sector(), Share.NONE.with(one), (known, more) -> known.with(one));
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
          new Data(dataDiffer, dataJudged, dataUnread),
          shapes,
          moves,
          changed,
          touched,
          byPublisher,
          bySector,
          byClause,
          seconds);
    }
  }
}
