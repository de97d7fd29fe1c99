package org.machinami.shapes.contract;

import java.util.Objects;
import java.util.Optional;

/**
 * What a cell of a column becomes.
 *
 * @param property IRI of the property that the row gets; empty where no published one says it
 * @param language tag of the text
 * @param valueUrl template of the IRI that the cell stands for, relative to the base
 * @param function local name of the function of the mapping language that values go through first
 * @param suppressed whether it says nothing that another column does not say
 */
public record ColumnMapping(
    Optional<String> property,
    Optional<String> language,
    Optional<String> valueUrl,
    Optional<String> function,
    boolean suppressed) {

  public ColumnMapping {
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(valueUrl, "valueUrl");
    Objects.requireNonNull(function, "function");
  }
}
