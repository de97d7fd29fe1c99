package org.machinami.loader.mapping;

import java.util.List;
import java.util.function.Consumer;

/**
 * Inputs one after the other, with empty ones in their place: a key of columns that a row need not
 * all have. Nothing where all are empty.
 *
 * @param separator between them
 */
record Joined(String separator) implements ValueFunction {

  static ValueFunction of(FunctionOptions options) {
    return new Joined(options.find("separator").orElse("-"));
  }

  @Override
  public boolean takesMissing() {
    return true;
  }

  @Override
  public void apply(List<String> inputs, Consumer<String> output) {
    if (inputs.stream().anyMatch(input -> !input.isEmpty())) {
      output.accept(String.join(separator, inputs));
    }
  }
}
