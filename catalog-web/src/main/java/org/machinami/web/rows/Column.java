package org.machinami.web.rows;

import java.util.List;
import java.util.Objects;

/**
 * A property of the things of a table.
 *
 * @param property its IRI
 * @param key its name in addresses and in files: the end of the IRI, unique within the table
 * @param filled how many rows have a value
 * @param values the different values as lines write them, when there are {@value #MOST_VALUES} at
 *     most; else empty
 */
public record Column(String property, String key, Kind kind, long filled, List<String> values) {
  /** A column with more different values is no list of classes. */
  public static final int MOST_VALUES = 60;

  public Column {
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    values = List.copyOf(values);
  }
}
