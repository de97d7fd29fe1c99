package org.machinami.web.chart;

import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers by time, by the minute while there are few, by the hour, day, month or year when there
 * are more. Not thread-safe.
 */
final class TimeBuckets {
  private static final int[] LENGTHS = {16, 13, 10, 7, 4};

  private final int mostHeld;
  private int unit;
  private TreeMap<String, Tally> tallies = new TreeMap<>();

  /**
   * Nothing yet.
   *
   * @param mostHeld most points to hold at any time
   */
  TimeBuckets(int mostHeld) {
    this.mostHeld = mostHeld;
  }

  /** Adds a number at a time, written as XML Schema writes it. */
  void add(String time, double number) {
    tallies.computeIfAbsent(cut(time), k -> new Tally()).add(number);
    shrink(mostHeld);
  }

  /** The points in order, no more than that many unless they are years. */
  Map<String, Tally> points(int most) {
    shrink(most);
    return tallies;
  }

  private void shrink(int most) {
    while (tallies.size() > most && unit < LENGTHS.length - 1) {
      unit++;
      TreeMap<String, Tally> coarser = new TreeMap<>();
      tallies.forEach(
          (time, tally) -> coarser.computeIfAbsent(cut(time), k -> new Tally()).add(tally));
      tallies = coarser;
    }
  }

  private String cut(String time) {
    return time.length() <= LENGTHS[unit] ? time : time.substring(0, LENGTHS[unit]);
  }
}
