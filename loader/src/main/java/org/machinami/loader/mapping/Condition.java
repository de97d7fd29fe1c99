package org.machinami.loader.mapping;

import java.util.regex.Pattern;
import org.machinami.loader.source.Row;

/** Whether a row is kept: one of the values of a slot matches the pattern, or none does. */
record Condition(int slot, Pattern pattern, boolean negated) {

  boolean met(Row row) {
    boolean matched = false;
    for (int i = 0; i < row.count(slot) && !matched; i++) {
      matched = pattern.matcher(row.value(slot, i)).matches();
    }
    return matched != negated;
  }
}
