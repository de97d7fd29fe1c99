package org.machinami.loader.mapping;

import java.util.List;
import java.util.function.Consumer;

/** Makes values of a derived column from values of a row. */
@FunctionalInterface
interface ValueFunction {
  /**
   * Applies the function.
   *
   * @param inputs one value for each reference, none of them empty unless it takes missing ones
   * @param output takes what comes out: nothing, one value, or several
   * @throws RowRefusal when an input is not what the function needs
   */
  void apply(List<String> inputs, Consumer<String> output);

  /** Whether it is applied where an input has no value, which is then empty. */
  default boolean takesMissing() {
    return false;
  }
}
