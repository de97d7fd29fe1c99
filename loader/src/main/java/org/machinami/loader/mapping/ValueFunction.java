package org.machinami.loader.mapping;

import java.util.List;
import java.util.function.Consumer;

/** Makes values of a derived column from values of a row. */
@FunctionalInterface
interface ValueFunction {
  /**
   * Applies the function.
   *
   * @param inputs one value for each reference, none of them empty
   * @param output takes what comes out: nothing, one value, or several
   * @throws RowRefusal when an input is not what the function needs
   */
  void apply(List<String> inputs, Consumer<String> output);
}
