package org.machinami.web.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Decisions and standings, counted. */
final class Figures {
  /** 2.10 comes after 2.9. */
  static final Comparator<String> BY_NUMBER =
      Comparator.comparing((String number) -> part(number, 0))
          .thenComparing(number -> part(number, 1))
          .thenComparing(Comparator.naturalOrder());

  private Figures() {}

  private static int part(String number, int at) {
    String[] parts = number.split("\\.", -1);
    return at < parts.length && parts[at].matches("[0-9]{1,6}") ? Integer.parseInt(parts[at]) : 0;
  }

  /** How many decisions of each kind. */
  record Counts(Map<Kind, Integer> of) {
    static Counts none() {
      return new Counts(new EnumMap<>(Kind.class));
    }

    private void add(Kind kind) {
      of.merge(kind, 1, Integer::sum);
    }

    int of(Kind kind) {
      return of.getOrDefault(kind, 0);
    }

    int all() {
      return of.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Of each span, in order. */
  static List<Counts> over(List<Decision> decisions, List<Span> spans) {
    List<Counts> counts = new ArrayList<>();
    spans.forEach(span -> counts.add(Counts.none()));
    if (spans.isEmpty()) {
      return counts;
    }
    for (Decision decision : decisions) {
      LocalDate day = decision.day();
      for (int i = spans.size() - 1; i >= 0; i--) {
        if (spans.get(i).holds(day)) {
          counts.get(i).add(decision.kind());
          break;
        }
      }
    }
    return counts;
  }

  /** By something that decisions have one of. */
  static Map<String, Counts> by(Collection<Decision> decisions, Function<Decision, String> what) {
    Map<String, Counts> counts = new HashMap<>();
    for (Decision decision : decisions) {
      counts.computeIfAbsent(what.apply(decision), key -> Counts.none()).add(decision.kind());
    }
    return counts;
  }

  /** By clause; a decision under two clauses counts for both. Of other kinds none is counted. */
  static Map<String, Counts> byClause(Collection<Decision> decisions) {
    Map<String, Counts> counts = new TreeMap<>(BY_NUMBER);
    for (Decision decision : decisions) {
      if (!decision.kind().restsOnClauses()) {
        continue;
      }
      decision
          .clauses()
          .forEach(
              clause -> counts.computeIfAbsent(clause, key -> Counts.none()).add(decision.kind()));
    }
    return counts;
  }

  /** How many standings have each value. */
  static <K> Map<K, Integer> count(Collection<Standing> standings, Function<Standing, K> what) {
    Map<K, Integer> counts = new HashMap<>();
    standings.forEach(standing -> counts.merge(what.apply(standing), 1, Integer::sum));
    return counts;
  }

  /** How many datasets have an open finding under each clause. */
  static Map<String, Integer> open(Collection<Standing> standings) {
    Map<String, Integer> counts = new TreeMap<>(BY_NUMBER);
    standings.forEach(
        standing -> standing.clauses().forEach(clause -> counts.merge(clause, 1, Integer::sum)));
    return counts;
  }
}
