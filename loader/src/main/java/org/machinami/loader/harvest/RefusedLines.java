package org.machinami.loader.harvest;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a dump that could not be read: all are counted, the first ones are kept with the
 * reason.
 */
final class RefusedLines {
  /** Kept in full; enough to see what is wrong with a file. */
  private static final int KEPT = 1000;

  private final List<HarvestReport.RefusedLine> kept = new ArrayList<>();
  private long count;

  void add(long line, String reason) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(new HarvestReport.RefusedLine(line, reason));
    }
  }

  long count() {
    return count;
  }

  List<HarvestReport.RefusedLine> kept() {
    return List.copyOf(kept);
  }
}
