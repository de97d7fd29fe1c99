package org.machinami.loader.proposal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.machinami.shapes.quality.Fault;

/** Looks at the values of a column, one after the other. Not thread-safe. */
final class ColumnCounter {

  private static final int SAMPLES = 5;
  private static final int CHOICES = 20;
  private static final double MOSTLY = 0.8;

  private final String reference;
  private final Map<ValueKind, Long> kinds = new EnumMap<>(ValueKind.class);
  private final Set<String> first = new LinkedHashSet<>();
  private final Budget budget;
  private final Set<Long> distinct = new HashSet<>();
  private long filled;
  private long latitudes;
  private long longitudes;
  private long lastRow = -1;
  private boolean repeated;
  private boolean several;

  /** How many values all columns together may still remember to find repetitions. */
  static final class Budget {
    private int left = 2_000_000;

    boolean take() {
      return left > 0 && left-- > 0;
    }
  }

  ColumnCounter(String reference, Budget budget) {
    this.reference = reference;
    this.budget = budget;
  }

  void add(long row, String value) {
    if (value.isBlank()) {
      return;
    }
    if (row == lastRow) {
      several = true;
    } else {
      filled++;
      lastRow = row;
    }
    ValueKind kind = Values.kind(value);
    kinds.merge(kind, 1L, Long::sum);
    degrees(kind, value);
    if (first.size() <= CHOICES) {
      first.add(Fault.shown(value));
    }
    if (!repeated && (!budget.take() || !distinct.add(hash(value)))) {
      repeated = true; // or not known
      distinct.clear();
    }
  }

  /** Degrees within Japan and its seas, with a fraction as positions have it. */
  private void degrees(ValueKind kind, String value) {
    if (kind == ValueKind.DECIMAL && value.length() - value.indexOf('.') > 3) {
      double number = Double.parseDouble(value);
      latitudes += number >= 20 && number <= 46 ? 1 : 0;
      longitudes += number >= 122 && number <= 154 ? 1 : 0;
    }
  }

  private static long hash(String value) {
    long hash = 1125899906842597L;
    for (int i = 0; i < value.length(); i++) {
      hash = 31 * hash + value.charAt(i);
    }
    return hash;
  }

  ColumnProfile profile(long rows) {
    List<String> values = new ArrayList<>(first);
    boolean few = values.size() <= CHOICES && filled >= 3L * values.size();
    return new ColumnProfile(
        reference,
        filled,
        filled == rows && rows > 0 && !repeated && !several,
        several,
        kind(few),
        values.subList(0, Math.min(SAMPLES, values.size())),
        values.size() <= CHOICES ? values : List.of());
  }

  private ValueKind kind(boolean few) {
    long all = kinds.values().stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return ValueKind.EMPTY;
    }
    if (latitudes >= MOSTLY * all) {
      return ValueKind.LATITUDE;
    }
    if (longitudes >= MOSTLY * all) {
      return ValueKind.LONGITUDE;
    }
    for (Map.Entry<ValueKind, Long> entry : kinds.entrySet()) {
      if (entry.getValue() >= MOSTLY * all) {
        return refined(entry.getKey(), few);
      }
    }
    long integers =
        count(ValueKind.INTEGER)
            + count(ValueKind.YEAR)
            + count(ValueKind.MUNICIPALITY_CODE)
            + count(ValueKind.LOCAL_GOVERNMENT_CODE)
            + count(ValueKind.MESH_CODE);
    if (integers >= MOSTLY * all) {
      return ValueKind.INTEGER;
    }
    if (integers + count(ValueKind.DECIMAL) >= MOSTLY * all) {
      return ValueKind.DECIMAL;
    }
    if (integers + count(ValueKind.DECIMAL) + count(ValueKind.NUMBER_IN_TEXT) >= MOSTLY * all) {
      return ValueKind.NUMBER_IN_TEXT;
    }
    long dates =
        count(ValueKind.DATE) + count(ValueKind.DATE_IN_TEXT) + count(ValueKind.DATE_OF_ERA);
    if (dates >= MOSTLY * all) {
      return ValueKind.DATE_IN_TEXT;
    }
    long japanese = count(ValueKind.JAPANESE) + count(ValueKind.KANA);
    if (japanese + count(ValueKind.LATIN) + count(ValueKind.MIXED) < MOSTLY * all) {
      return ValueKind.MIXED;
    }
    return few ? ValueKind.CHOICE : japanese > 0 ? ValueKind.JAPANESE : ValueKind.LATIN;
  }

  private static ValueKind refined(ValueKind kind, boolean few) {
    boolean words = kind == ValueKind.JAPANESE || kind == ValueKind.LATIN;
    return few && words ? ValueKind.CHOICE : kind;
  }

  private long count(ValueKind kind) {
    return kinds.getOrDefault(kind, 0L);
  }
}
