package org.machinami.loader.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.vocabulary.XSD;

/**
 * How a value of a datatype is checked and written, in a form that a store gives back unchanged:
 * one value, one form. White space around a value of a checked datatype is dropped.
 *
 * @see <a href="https://www.w3.org/TR/xmlschema11-2/">XML Schema datatypes</a>
 */
@FunctionalInterface
interface LexicalForm {

  /**
   * Writes the value.
   *
   * @throws RowRefusal when the text is no value of the datatype
   */
  void write(char[] text, int from, int to, Bytes out);

  Pattern ZONE = Pattern.compile("Z|[+-](0\\d|1[0-3]):[0-5]\\d|[+-]14:00");
  Pattern TIME =
      Pattern.compile(
          "(([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?|24:00:00)(Z|[+-]\\d\\d:\\d\\d)?");
  Pattern YEAR = Pattern.compile("-?\\d{4,}(Z|[+-]\\d\\d:\\d\\d)?");
  Pattern YEAR_MONTH = Pattern.compile("-?\\d{4,}-(0[1-9]|1[0-2])(Z|[+-]\\d\\d:\\d\\d)?");
  Pattern DURATION =
      Pattern.compile(
          "-?P(?=.)(\\d+Y)?(\\d+M)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");

  Map<String, LexicalForm> CHECKED =
      Map.ofEntries(
          Map.entry(XSD.integer.getURI(), LexicalForm::integer),
          Map.entry(XSD.nonNegativeInteger.getURI(), LexicalForm::nonNegativeInteger),
          Map.entry(XSD.xint.getURI(), LexicalForm::integer),
          Map.entry(XSD.xlong.getURI(), LexicalForm::integer),
          Map.entry(XSD.decimal.getURI(), LexicalForm::decimal),
          Map.entry(XSD.xdouble.getURI(), LexicalForm::floating),
          Map.entry(XSD.xfloat.getURI(), LexicalForm::floating),
          Map.entry(XSD.xboolean.getURI(), LexicalForm::truth),
          Map.entry(XSD.date.getURI(), LexicalForm::date),
          Map.entry(XSD.dateTime.getURI(), LexicalForm::dateTime),
          Map.entry(XSD.time.getURI(), matching(TIME, "time")),
          Map.entry(XSD.gYear.getURI(), matching(YEAR, "gYear")),
          Map.entry(XSD.gYearMonth.getURI(), matching(YEAR_MONTH, "gYearMonth")),
          Map.entry(XSD.duration.getURI(), matching(DURATION, "duration")),
          Map.entry("http://www.opengis.net/ont/geosparql#wktLiteral", WellKnownText::write),
          Map.entry(XSD.anyURI.getURI(), (text, from, to, out) -> out.iri(text, from, to)));

  /** The form of a datatype; a datatype that is not checked is written as it stands. */
  static LexicalForm of(String datatype) {
    return CHECKED.getOrDefault(datatype, (text, from, to, out) -> out.literal(text, from, to));
  }

  private static int start(char[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] <= ' ') {
      i++;
    }
    return i;
  }

  private static int end(char[] text, int from, int to) {
    int i = to;
    while (i > from && text[i - 1] <= ' ') {
      i--;
    }
    return i;
  }

  private static RowRefusal no(String datatype) {
    return new RowRefusal("row.datatype", datatype);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void nonNegativeInteger(char[] text, int from, int to, Bytes out) {
    int size = out.length();
    integer(text, from, to, out);
    if (out.data()[size] == '-') {
      throw no("xsd:nonNegativeInteger");
    }
  }

  private static void integer(char[] text, int from, int to, Bytes out) {
    number(text, from, to, false, out, "xsd:integer");
  }

  private static void decimal(char[] text, int from, int to, Bytes out) {
    number(text, from, to, true, out, "xsd:decimal");
  }

  /** Without sign plus, leading zeros, and zeros at the end of the fraction. */
  private static void number(
      char[] text, int from, int to, boolean fraction, Bytes out, String datatype) {
    int i = start(text, from, to);
    int end = end(text, i, to);
    boolean minus = i < end && text[i] == '-';
    if (i < end && (minus || text[i] == '+')) {
      i++;
    }
    int whole = i;
    while (i < end && isDigit(text[i])) {
      i++;
    }
    int wholeEnd = i;
    int last = i;
    if (fraction && i < end && text[i] == '.') {
      i++;
      while (i < end && isDigit(text[i])) {
        if (text[i] != '0') {
          last = i + 1;
        }
        i++;
      }
      if (wholeEnd == whole && i == wholeEnd + 1) {
        throw no(datatype);
      }
    } else if (wholeEnd == whole) {
      throw no(datatype);
    }
    if (i != end) {
      throw no(datatype);
    }
    while (whole < wholeEnd && text[whole] == '0') {
      whole++;
    }
    boolean zero = whole == wholeEnd && last == wholeEnd;
    if (minus && !zero) {
      out.append((byte) '-');
    }
    if (whole == wholeEnd) {
      out.append((byte) '0');
    }
    out.ascii(text, whole, Math.max(last, wholeEnd));
  }

  /** As Java writes a double: {@code 10.0}, {@code 1.0E10}. */
  private static void floating(char[] text, int from, int to, Bytes out) {
    int start = start(text, from, to);
    String value = new String(text, start, end(text, start, to) - start);
    switch (value) {
      case "INF", "+INF" -> out.ascii("INF");
      case "-INF" -> out.ascii("-INF");
      case "NaN" -> out.ascii("NaN");
      default -> {
        if (value.isEmpty() || value.chars().anyMatch(c -> "0123456789+-.eE".indexOf(c) < 0)) {
          throw no("xsd:double");
        }
        try {
          double number = Double.parseDouble(value);
          out.ascii(Double.isInfinite(number) ? number > 0 ? "INF" : "-INF" : "" + number);
        } catch (NumberFormatException e) {
          throw no("xsd:double");
        }
      }
    }
  }

  private static void truth(char[] text, int from, int to, Bytes out) {
    int start = start(text, from, to);
    switch (new String(text, start, end(text, start, to) - start)) {
      case "true", "1", "TRUE", "True" -> out.ascii("true");
      case "false", "0", "FALSE", "False" -> out.ascii("false");
      default -> throw no("xsd:boolean");
    }
  }

  private static void date(char[] text, int from, int to, Bytes out) {
    int start = start(text, from, to);
    int end = end(text, start, to);
    if (end - start < 10 || text[start + 4] != '-' || text[start + 7] != '-') {
      throw no("xsd:date");
    }
    int year = digits(text, start, start + 4, "xsd:date");
    int month = digits(text, start + 5, start + 7, "xsd:date");
    int day = digits(text, start + 8, start + 10, "xsd:date");
    requireDay(year, month, day, "xsd:date");
    if (end - start > 10
        && !ZONE.matcher(new String(text, start + 10, end - start - 10)).matches()) {
      throw no("xsd:date");
    }
    out.ascii(text, start, end);
  }

  private static int digits(char[] text, int from, int to, String datatype) {
    int value = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(text[i])) {
        throw no(datatype);
      }
      value = value * 10 + text[i] - '0';
    }
    return value;
  }

  private static void requireDay(int year, int month, int day, String datatype) {
    if (month < 1 || month > 12 || day < 1 || (day > 28 && !exists(year, month, day))) {
      throw no(datatype);
    }
  }

  private static boolean exists(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).getDayOfMonth() == day;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Without zeros at the end of the fraction; UTC as Z. */
  private static void dateTime(char[] text, int from, int to, Bytes out) {
    int i = start(text, from, to);
    int end = end(text, i, to);
    String type = "xsd:dateTime";
    if (end - i < 19
        || text[i + 4] != '-'
        || text[i + 7] != '-'
        || text[i + 10] != 'T'
        || text[i + 13] != ':'
        || text[i + 16] != ':') {
      throw no(type);
    }
    requireDay(
        digits(text, i, i + 4, type),
        digits(text, i + 5, i + 7, type),
        digits(text, i + 8, i + 10, type),
        type);
    if (digits(text, i + 11, i + 13, type) > 23
        || digits(text, i + 14, i + 16, type) > 59
        || digits(text, i + 17, i + 19, type) > 59) {
      throw no(type);
    }
    int at = i + 19;
    int last = at;
    if (at < end && text[at] == '.') {
      int fraction = ++at;
      while (at < end && isDigit(text[at])) {
        if (text[at++] != '0') {
          last = at;
        }
      }
      if (at == fraction) {
        throw no(type);
      }
    }
    out.ascii(text, i, last);
    if (at == end) {
      return;
    }
    String zone = new String(text, at, end - at);
    if (!ZONE.matcher(zone).matches()) {
      throw no(type);
    }
    out.ascii(zone.endsWith("00:00") ? "Z" : zone);
  }

  private static LexicalForm matching(Pattern pattern, String name) {
    return (text, from, to, out) -> {
      int start = start(text, from, to);
      String value = new String(text, start, end(text, start, to) - start);
      if (!pattern.matcher(value).matches()) {
        throw no("xsd:" + name);
      }
      out.ascii(value);
    };
  }
}
