package org.machinami.shapes.contract;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.vocabulary.XSD;

/**
 * What a cell of a column may hold.
 *
 * @param datatype IRI of an XML Schema datatype
 * @param format regular expression that the whole text has to match
 * @param minimum of a number
 * @param maximum of a number
 * @param values the only ones, where they are listed; an empty one says that a cell may be empty
 * @param separator between several values in one cell
 */
public record ValueRule(
    String datatype,
    Optional<Pattern> format,
    Optional<BigDecimal> minimum,
    Optional<BigDecimal> maximum,
    List<String> values,
    Optional<String> separator) {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");
  private static final Pattern TIME =
      Pattern.compile("([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00");
  private static final Pattern URL = Pattern.compile("https?://[^\\s\"<>\\\\^`{|}]+");

  public ValueRule {
    Objects.requireNonNull(datatype, "datatype");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(minimum, "minimum");
    Objects.requireNonNull(maximum, "maximum");
    Objects.requireNonNull(separator, "separator");
    values = List.copyOf(values);
  }

  /** Any text. */
  public static ValueRule text() {
    return of(XSD.xstring.getURI());
  }

  /** Any value of a datatype. */
  public static ValueRule of(String datatype) {
    return new ValueRule(
        datatype,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** What became of a text. */
  public enum Judgement {
    FITS,
    /** Not among the listed values. */
    NOT_LISTED,
    /** No value of the datatype, or beyond its bounds. */
    NOT_OF_DATATYPE
  }

  /** Whether every text fits, so that none has to be looked at. */
  public boolean isFree() {
    return values.isEmpty() && format.isEmpty() && datatype.equals(XSD.xstring.getURI());
  }

  /** Judges the text of a cell that is not empty. */
  public Judgement judge(String cell) {
    if (isFree()) {
      return Judgement.FITS;
    }
    if (separator.isEmpty()) {
      return judgeOne(cell.strip());
    }
    for (String part : cell.split(Pattern.quote(separator.get()), -1)) {
      Judgement judgement = part.isBlank() ? Judgement.FITS : judgeOne(part.strip());
      if (judgement != Judgement.FITS) {
        return judgement;
      }
    }
    return Judgement.FITS;
  }

  private Judgement judgeOne(String text) {
    if (!values.isEmpty()) {
      return values.contains(text) ? Judgement.FITS : Judgement.NOT_LISTED;
    }
    boolean fits =
        format.map(pattern -> pattern.matcher(text).matches()).orElse(true)
            && isOfDatatype(text)
            && isWithin(text);
    return fits ? Judgement.FITS : Judgement.NOT_OF_DATATYPE;
  }

  private boolean isOfDatatype(String text) {
    return switch (datatype.substring(XSD.NS.length())) {
      case "nonNegativeInteger" -> COUNT.matcher(text).matches();
      case "integer" -> INTEGER.matcher(text).matches();
      case "decimal" -> DECIMAL.matcher(text).matches();
      case "date" -> isDate(text);
      case "time" -> TIME.matcher(text).matches();
      case "anyURI" -> URL.matcher(text).matches();
      case "string" -> true;
      default -> throw new IllegalStateException("no check for " + datatype);
    };
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private boolean isWithin(String text) {
    if (minimum.isEmpty() && maximum.isEmpty()) {
      return true;
    }
    BigDecimal number = new BigDecimal(text);
    return minimum.map(least -> number.compareTo(least) >= 0).orElse(true)
        && maximum.map(most -> number.compareTo(most) <= 0).orElse(true);
  }
}
