package org.machinami.loader.proposal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.shapes.contract.Words;

/**
 * What the values of a column become.
 *
 * @param meaning what stands in the column
 * @param property IRI of the property that the row gets
 * @param datatype IRI, for literals
 * @param language tag, for literals
 * @param link template of the IRI that a value stands for, {@code {}} being the value
 * @param function local name of the function of the mapping language that values go through
 * @param entries of the table of {@code map:lookup}, such as {@code 有=true}; sorted
 * @param separator between several values in a cell
 */
public record Target(
    Form form,
    Words meaning,
    Optional<String> property,
    Optional<String> datatype,
    Optional<String> language,
    Optional<String> link,
    Optional<String> function,
    List<String> entries,
    Optional<String> separator) {

  /** Which sort of statement. */
  public enum Form {
    LITERAL,
    /** The value is an IRI itself. */
    IRI,
    /** The value is put into the template of an IRI. */
    LINK,
    /** The value stands, by a table, for a concept. */
    CONCEPT,
    LATITUDE,
    LONGITUDE,
    /** A geometry. */
    SHAPE,
    /** A day, which an hour may follow. */
    DAY,
    HOUR,
    YEAR,
    /** The month of a year in a column of its own. */
    MONTH,
    /** No property says it: kept with the name of the column. */
    NEUTRAL,
    /** Left out. */
    NOTHING
  }

  public Target {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(datatype, "datatype");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(separator, "separator");
    entries = entries.stream().sorted().toList();
    boolean needsProperty =
        form == Form.LITERAL || form == Form.IRI || form == Form.LINK || form == Form.CONCEPT;
    if (needsProperty && property.isEmpty()) {
      throw new IllegalArgumentException(form + " needs a property");
    }
    if (form == Form.LINK && link.filter(template -> template.contains("{}")).isEmpty()) {
      throw new IllegalArgumentException("a link needs a template with {}: " + link);
    }
    if (form == Form.CONCEPT && entries.isEmpty()) {
      throw new IllegalArgumentException("a concept needs entries");
    }
  }

  /** A form that needs nothing else. */
  public static Target of(Form form, Words meaning) {
    return new Target(
        form,
        meaning,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** A text, in a language or in none. */
  public static Target text(Words meaning, String property, Optional<String> language) {
    return of(Form.NEUTRAL, meaning).with(property).in(language);
  }

  /** A value of a datatype. */
  public static Target value(Words meaning, String property, String datatype) {
    Target plain = of(Form.NEUTRAL, meaning);
    return new Target(
        Form.LITERAL,
        meaning,
        Optional.of(property),
        Optional.of(datatype),
        plain.language,
        plain.link,
        plain.function,
        List.of(),
        plain.separator);
  }

  /** A link to another thing. */
  public static Target link(Words meaning, String property, String template) {
    return new Target(
        Form.LINK,
        meaning,
        Optional.of(property),
        Optional.empty(),
        Optional.empty(),
        Optional.of(template),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** Kept under the name of the column. */
  public static Target neutral(Words meaning) {
    return of(Form.NEUTRAL, meaning);
  }

  /** Left out. */
  public static Target nothing(Words meaning) {
    return of(Form.NOTHING, meaning);
  }

  Target with(String iri) {
    return new Target(
        form == Form.NEUTRAL || form == Form.NOTHING ? Form.LITERAL : form,
        meaning,
        Optional.of(iri),
        datatype,
        language,
        link,
        function,
        entries,
        separator);
  }

  Target in(Optional<String> tag) {
    return new Target(form, meaning, property, datatype, tag, link, function, entries, separator);
  }

  Target through(String name, List<String> table) {
    return new Target(
        form, meaning, property, datatype, language, link, Optional.of(name), table, separator);
  }

  Target partedBy(Optional<String> mark) {
    return new Target(form, meaning, property, datatype, language, link, function, entries, mark);
  }

  Target formed(Form other) {
    return new Target(
        other, meaning, property, datatype, language, link, function, entries, separator);
  }
}
