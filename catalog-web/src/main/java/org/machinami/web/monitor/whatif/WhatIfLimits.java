package org.machinami.web.monitor.whatif;

import java.time.Duration;
import java.util.Objects;

/**
 * What a run may take.
 *
 * @param whole the longest that it may run
 * @param stall the longest that no dataset may be done
 * @param heap of its process, as Java writes it
 * @param draftBytes the largest draft
 * @param kept how many runs are kept; more are not begun until some are deleted
 */
public record WhatIfLimits(Duration whole, Duration stall, String heap, int draftBytes, int kept) {
  /** For a catalogue of a million datasets. */
  public static final WhatIfLimits DEFAULT =
      new WhatIfLimits(Duration.ofMinutes(30), Duration.ofSeconds(60), "512m", 1 << 20, 100);

  public WhatIfLimits {
    Objects.requireNonNull(heap, "heap");
    if (whole.isNegative() || stall.isNegative() || whole.isZero() || stall.isZero()) {
      throw new IllegalArgumentException("times must be positive: " + whole + ", " + stall);
    }
  }
}
