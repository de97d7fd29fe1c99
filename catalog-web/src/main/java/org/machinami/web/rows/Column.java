package org.machinami.web.rows;

import java.util.List;
import java.util.Objects;
import org.machinami.web.rdf.Terms;

/**
 * A property of the things of a table.
 *
 * @param property its IRI
 * @param key its name in addresses and in files: the end of the IRI, unique within the table
 * @param filled how many rows have a value
 * @param languages the tags of its texts, in order; empty where none has one
 * @param hasPlain whether there are values without a language
 * @param several whether a row has more than one value, in one language
 * @param datatype the name in XML Schema of the datatype of all typed values; empty where they have
 *     none or different ones
 * @param values the different values as lines write them, when there are {@value #MOST_VALUES} at
 *     most; else empty
 */
public record Column(
    String property,
    String key,
    Kind kind,
    long filled,
    List<String> languages,
    boolean hasPlain,
    boolean several,
    String datatype,
    List<String> values) {
  /** A column with more different values is no list of classes. */
  public static final int MOST_VALUES = 60;

  public Column {
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(datatype, "datatype");
    languages = List.copyOf(languages);
    values = List.copyOf(values);
  }

  /** Whether it is the name of the thing, which stands at the head of its row. */
  public boolean isName() {
    return property.equals(Terms.label);
  }
}
