package org.machinami.loader.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.ContractColumn;

/**
 * Finds rows that have the key of an earlier row, and say something else. Keys are compared as they
 * stand; of a file with more than {@link #MOST} of them the others are compared with these. Not
 * thread-safe.
 */
final class RepeatedKeys {

  /** So many keys are held, some 50 MB. */
  static final int MOST = 250_000;

  private static final long PRIME = 0x100000001B3L;
  private static final String BETWEEN = ", ";

  /** The row that first had a key, and a hash of all its cells. */
  private record First(long row, long cells) {}

  /**
   * A key that came again.
   *
   * @param columns names of its columns
   * @param row that had it first
   */
  record Repeated(String columns, String key, long row) {}

  private final int[] placeOf; // in the key, by column; -1 for all others
  private final String columns;
  private final String[] parts;
  private final Map<String, First> firsts = new HashMap<>();
  private int filled;
  private long cells = 1;

  private RepeatedKeys(int[] placeOf, String columns, int parts) {
    this.placeOf = placeOf;
    this.columns = columns;
    this.parts = new String[parts];
  }

  /** Of a file with these columns; empty where it lacks one of the key. */
  static Optional<RepeatedKeys> of(Contract contract, List<String> names, int columns) {
    List<ContractColumn> key = contract.key();
    int[] placeOf = new int[columns];
    Arrays.fill(placeOf, -1);
    int found = 0;
    for (int i = 0; i < columns; i++) {
      int place = contract.column(names.get(i)).map(key::indexOf).orElse(-1);
      if (place >= 0 && Arrays.stream(placeOf).noneMatch(other -> other == place)) {
        placeOf[i] = place;
        found++;
      }
    }
    String title = key.stream().map(ContractColumn::header).collect(Collectors.joining(BETWEEN));
    return key.isEmpty() || found < key.size()
        ? Optional.empty()
        : Optional.of(new RepeatedKeys(placeOf, title, key.size()));
  }

  void cell(int column, char[] text, int offset, int length) {
    long hash = cells * PRIME + column;
    for (int i = offset; i < offset + length; i++) {
      hash = (hash ^ text[i]) * PRIME;
    }
    cells = hash ^ (hash >>> 29);
    if (placeOf[column] >= 0) {
      parts[placeOf[column]] = new String(text, offset, length).strip();
      filled += parts[placeOf[column]].isEmpty() ? 0 : 1;
    }
  }

  /** The row is complete: the key that it repeats, if it does and differs. */
  Optional<Repeated> endRow(long row) {
    Optional<Repeated> found = Optional.empty();
    if (filled == parts.length) {
      String key = String.join(BETWEEN, parts);
      First first = firsts.get(key);
      if (first == null) {
        if (firsts.size() < MOST) {
          firsts.put(key, new First(row, cells));
        }
      } else if (first.cells() != cells) {
        found = Optional.of(new Repeated(columns, key, first.row()));
      }
    }
    filled = 0;
    cells = 1;
    return found;
  }
}
