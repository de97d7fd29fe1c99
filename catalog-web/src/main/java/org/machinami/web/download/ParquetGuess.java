package org.machinami.web.download;

import java.time.DateTimeException;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.Kind;

/**
 * Finds the narrowest type that holds every value of a column as it is; where there is none, it is
 * text. Not thread-safe.
 */
final class ParquetGuess {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  /** Integers up to there are the same as a double. */
  private static final int DOUBLE_DIGITS = 15;

  private final Set<ParquetType> types = EnumSet.noneOf(ParquetType.class);
  private final Set<String> geometries = new TreeSet<>();
  private int whole;
  private int scale;
  private boolean several;

  /** Takes the values of a row in one language. */
  void add(int values) {
    several |= values > 1;
  }

  /** Takes a value. */
  void add(Node value) {
    ParquetType type = ParquetType.TEXT;
    if (value.isLiteral() && value.getLiteralLanguage().isEmpty()) {
      String datatype = value.getLiteralDatatypeURI();
      if (datatype.startsWith(XSD)) {
        type = typeOf(datatype.substring(XSD.length()), value.getLiteralLexicalForm());
      }
    }
    types.add(type);
  }

  /** Takes the well-known text of a place. */
  void addPlace(String text) {
    if (types.contains(ParquetType.TEXT)) {
      return;
    }
    var geometry = ParquetGeometry.read(text);
    types.add(geometry.isPresent() ? ParquetType.GEOMETRY : ParquetType.TEXT);
    geometry.ifPresent(g -> geometries.add(g.getGeometryType()));
  }

  private ParquetType typeOf(String datatype, String lexical) {
    if (types.contains(ParquetType.TEXT)) {
      return ParquetType.TEXT; // whatever it is, the column is text
    }
    try {
      return switch (datatype) {
        case "decimal" -> number(lexical.strip(), ParquetType.DECIMAL);
        case "double", "float" -> {
          ParquetValues.number(lexical);
          yield ParquetType.DOUBLE;
        }
        case "boolean" -> {
          ParquetValues.truth(lexical);
          yield ParquetType.BOOLEAN;
        }
        case "date" -> {
          ParquetValues.day(lexical);
          yield ParquetType.DATE;
        }
        case "dateTime", "dateTimeStamp" -> {
          boolean zoned = ParquetValues.isZoned(lexical);
          if (zoned) {
            ParquetValues.instant(lexical);
          } else {
            ParquetValues.local(lexical);
          }
          yield zoned ? ParquetType.INSTANT : ParquetType.LOCAL;
        }
        default ->
            Kind.isNumber(datatype)
                ? number(lexical.strip(), ParquetType.INTEGER)
                : ParquetType.TEXT;
      };
    } catch (NumberFormatException | DateTimeException e) {
      return ParquetType.TEXT; // a form that its datatype does not have stays as it is
    }
  }

  /** Counts its digits, without making a number of it. */
  private ParquetType number(String text, ParquetType type) {
    int at = !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    int point = text.indexOf('.', at);
    int end = point < 0 ? text.length() : point;
    int after = point < 0 ? 0 : text.length() - point - 1;
    if (end - at + after == 0 || (type == ParquetType.INTEGER && point >= 0)) {
      throw new NumberFormatException(text);
    }
    for (int i = at; i < text.length(); i++) {
      if (i != point && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
        throw new NumberFormatException(text);
      }
    }
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    whole = Math.max(whole, end - at);
    scale = Math.max(scale, after);
    return type;
  }

  /** The column, when all rows were taken. */
  ParquetField field(int at, Column column, String tag, String name) {
    ParquetType type = type();
    boolean decimal = type == ParquetType.DECIMAL;
    return new ParquetField(
        at,
        column,
        tag,
        name,
        type,
        decimal ? Math.max(1, whole + scale) : 0,
        decimal ? scale : 0,
        several,
        type == ParquetType.GEOMETRY ? geometries : Set.of());
  }

  private ParquetType type() {
    if (types.size() == 1) {
      ParquetType only = types.iterator().next();
      boolean exact = only == ParquetType.INTEGER || only == ParquetType.DECIMAL;
      return exact ? exact() : only;
    }
    if (types.isEmpty() || !types.stream().allMatch(ParquetType::isNumber)) {
      return ParquetType.TEXT;
    }
    if (types.contains(ParquetType.DOUBLE)) {
      return whole + scale > DOUBLE_DIGITS ? ParquetType.TEXT : ParquetType.DOUBLE;
    }
    return exact();
  }

  private ParquetType exact() {
    if (whole + scale > ParquetType.MOST_DIGITS) {
      return ParquetType.TEXT;
    }
    boolean integers = !types.contains(ParquetType.DECIMAL);
    return integers && whole <= ParquetType.LONG_DIGITS ? ParquetType.INTEGER : ParquetType.DECIMAL;
  }
}
