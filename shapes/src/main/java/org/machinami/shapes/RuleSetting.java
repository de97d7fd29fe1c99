package org.machinami.shapes;

import java.util.Objects;

/**
 * How a rule on the content of files is used in a version of the policy.
 *
 * @param severity of its findings
 * @param share of the values of a column that must match for it to alarm, 0 to 1
 * @param count of the values of a column that must match for it to alarm
 */
public record RuleSetting(Severity severity, double share, long count) {

  public RuleSetting {
    Objects.requireNonNull(severity, "severity");
    if (share < 0 || share > 1 || count < 1) {
      throw new IllegalArgumentException("share 0 to 1, count from 1: " + share + ", " + count);
    }
  }

  /** Whether so many of so many values are enough. */
  public boolean alarms(long matching, long values) {
    return matching >= count && matching >= share * values;
  }
}
