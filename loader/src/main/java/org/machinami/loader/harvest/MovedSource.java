package org.machinami.loader.harvest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * That a source gives its records other IRIs than before.
 *
 * @param matches how many records differ only by how their IRI begins
 * @param from how IRIs began
 * @param to how they begin now
 */
record MovedSource(int matches, String from, String to) {
  private static final double ENOUGH = 0.5;

  /** What most of the records that are gone became among the new ones, if anything. */
  static Optional<MovedSource> find(Set<String> gone, Set<String> fresh) {
    Map<String, String> byEnd = new HashMap<>();
    fresh.forEach(iri -> byEnd.put(lastPart(iri), iri));
    Map<String, Integer> moves = new HashMap<>();
    for (String iri : gone) {
      String other = byEnd.get(lastPart(iri));
      if (other != null) {
        int common = commonEnd(iri, other);
        String move =
            iri.substring(0, iri.length() - common)
                + " "
                + other.substring(0, other.length() - common);
        moves.merge(move, 1, Integer::sum);
      }
    }
    return moves.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() >= Math.max(2, ENOUGH * gone.size()))
        .map(
            best -> {
              String[] ends = best.getKey().split(" ", 2);
              return new MovedSource(best.getValue(), ends[0], ends[1]);
            });
  }

  private static String lastPart(String iri) {
    String plain = iri.replaceFirst("/+$", "");
    return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('#')) + 1);
  }

  /** Letters that both end with, up to a slash: the beginnings are to end with whole names. */
  private static int commonEnd(String one, String other) {
    int common = 0;
    int slash = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(one.length() - 1 - common) == other.charAt(other.length() - 1 - common)) {
      common++;
      if (one.charAt(one.length() - common) == '/') {
        slash = common - 1;
      }
    }
    return slash > 0 ? slash : common;
  }
}
