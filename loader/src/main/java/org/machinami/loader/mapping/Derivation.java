package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.List;
import org.machinami.loader.source.Row;

/** Fills the slot of a derived column of a row. Not thread-safe. */
final class Derivation {

  private final ValueFunction function;
  private final int[] inputs;
  private final String[] names;
  private final int slot;

  Derivation(ValueFunction function, int[] inputs, String[] names, int slot) {
    this.function = function;
    this.inputs = inputs.clone();
    this.names = names.clone();
    this.slot = slot;
  }

  /**
   * One input: each of its values; several: the first value of each, nothing where one lacks unless
   * the function takes that.
   */
  void fill(Row row) {
    boolean missing = function.takesMissing();
    int times = inputs.length == 1 && !missing ? row.count(inputs[0]) : 1;
    for (int choice = 0; choice < times; choice++) {
      List<String> values = new ArrayList<>(inputs.length);
      for (int input : inputs) {
        if (row.count(input) == 0) {
          if (!missing) {
            return;
          }
          values.add("");
        } else {
          values.add(row.value(input, choice));
        }
      }
      try {
        function.apply(
            values,
            value -> {
              if (!value.isEmpty()) {
                row.add(slot, value);
              }
            });
      } catch (RowRefusal e) {
        throw e.blame(String.join(", ", names), String.join(", ", values));
      }
    }
  }
}
