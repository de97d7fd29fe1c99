package org.machinami.loader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.machinami.store.graph.GraphPatch;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.LineHashes;
import org.machinami.store.ledger.Hash;

/**
 * How many rows more, or fewer, make a line than did before. What removed and added rows both make
 * evens out. Not thread-safe.
 */
final class LineChanges {

  /** So many lines are held, some 60 MB. */
  private static final int MOST = 200_000;

  private final Map<Line, Integer> changes = new HashMap<>();

  /** False when there are too many. */
  boolean inBounds() {
    return changes.size() <= MOST;
  }

  void count(byte[] buffer, int offset, int length, int rows) {
    if (inBounds()) {
      changes.merge(
          Line.of(buffer, offset, length),
          rows,
          (before, more) -> before + more == 0 ? null : before + more);
    }
  }

  /** The lines that fewer rows make, of those that more than one row may have made. */
  Set<Line> uncertain(LineHashes repeated) {
    return changes.entrySet().stream()
        .filter(change -> change.getValue() < 0)
        .map(Map.Entry::getKey)
        .filter(line -> repeated.mayContain(line.bytes(), 0, line.bytes().length))
        .collect(Collectors.toSet());
  }

  /**
   * Whether a line that comes says something else than one that stays, where only one of them can
   * be true: the same thing and property, and in the same language where there is one.
   *
   * @param version to which the changes are made
   * @param repeated lines of it that other rows may make as well
   * @param once whether a line says something that may be said once of a thing
   */
  boolean contradict(
      GraphVersions versions, Hash version, LineHashes repeated, Predicate<Line> once) {
    Map<Line, Set<String>> said = new TreeMap<>();
    changes.forEach(
        (line, rows) -> {
          if (rows > 0 && once.test(line)) {
            said.computeIfAbsent(line.statement(), key -> new HashSet<>()).add(line.language());
          }
        });
    List<byte[]> prefixes = said.keySet().stream().map(Line::bytes).toList();
    return !said.isEmpty()
        && versions.anyLine(
            version,
            prefixes,
            (buffer, offset, length) -> {
              Line line = Line.of(buffer, offset, length);
              int rows = changes.getOrDefault(line, 0);
              boolean goes = rows < 0 && !repeated.mayContain(line.bytes(), 0, line.bytes().length);
              return rows <= 0 && !goes && said.get(line.statement()).contains(line.language());
            });
  }

  /**
   * Hands the changes over.
   *
   * @param stays lines that other rows make as well
   */
  void apply(GraphPatch patch, Predicate<Line> stays) {
    changes.forEach(
        (line, rows) -> {
          if (rows > 0) {
            // Twice tells the patch that more than one row makes it.
            for (int i = 0; i < Math.min(rows, 2); i++) {
              patch.add(line.bytes(), 0, line.bytes().length);
            }
          } else if (!stays.test(line)) {
            patch.remove(line.bytes(), 0, line.bytes().length);
          }
        });
  }
}
