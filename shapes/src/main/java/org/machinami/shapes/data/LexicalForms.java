package org.machinami.shapes.data;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/** Literals that surely are of a datatype, told by their bytes. */
final class LexicalForms {

  private static final String DAY = "0000-00-00";
  private static final String TIME = "00:00:00";

  private LexicalForms() {}

  /**
   * The test for a datatype; a value that it does not let pass may be of the datatype all the same.
   */
  static ValueTest surely(String datatype) {
    if (datatype.equals(RDF.langString.getURI())) {
      return Term::hasLanguage;
    }
    if (datatype.equals(XSD.xstring.getURI())) {
      return value -> value.endsWith(new byte[0]);
    }
    byte[] suffix = ("^^<" + datatype + ">").getBytes(StandardCharsets.UTF_8);
    Predicate<Term> form = form(datatype);
    return value -> value.endsWith(suffix) && form.test(value);
  }

  private static Predicate<Term> form(String datatype) {
    if (!datatype.startsWith(XSD.getURI())) {
      return value -> true; // SHACL knows the forms of XSD only
    }
    return switch (datatype.substring(XSD.getURI().length())) {
      case "integer" -> value -> isInteger(value.bytes(), value.textFrom(), value.textTo());
      case "decimal" -> value -> isDecimal(value.bytes(), value.textFrom(), value.textTo());
      case "date" -> value -> follows(value, DAY) && isDay(value);
      case "dateTime" -> LexicalForms::isDateTime;
      case "gYear" -> value -> follows(value, "0000");
      case "gYearMonth" -> value -> follows(value, "0000-00") && isBetween(value, 5, 1, 12);
      case "boolean" -> value -> isText(value, "true") || isText(value, "false");
      default -> value -> false;
    };
  }

  private static boolean isInteger(byte[] bytes, int from, int to) {
    int start = from < to && bytes[from] == '-' ? from + 1 : from;
    return start < to && isDigits(bytes, start, to);
  }

  private static boolean isDecimal(byte[] bytes, int from, int to) {
    int point = from;
    while (point < to && bytes[point] != '.') {
      point++;
    }
    return isInteger(bytes, from, point)
        && (point == to || (point + 1 < to && isDigits(bytes, point + 1, to)));
  }

  static boolean isDigits(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDateTime(Term value) {
    int from = value.textFrom();
    int to = value.textTo();
    int length = to - from;
    byte[] bytes = value.bytes();
    if (length < 19
        || !follows(bytes, from, DAY)
        || bytes[from + 10] != 'T'
        || !follows(bytes, from + 11, TIME)) {
      return false;
    }
    boolean zone =
        length == 19
            || (length == 20 && bytes[from + 19] == 'Z')
            || (length == 25
                && (bytes[from + 19] == '+' || bytes[from + 19] == '-')
                && follows(bytes, from + 20, "00:00")
                && isBetween(value, 20, 0, 13)
                && isBetween(value, 23, 0, 59));
    return zone
        && isDay(value)
        && isBetween(value, 11, 0, 23)
        && isBetween(value, 14, 0, 59)
        && isBetween(value, 17, 0, 59);
  }

  /** A day that every month has, in a year that there is. */
  private static boolean isDay(Term value) {
    return isBetween(value, 5, 1, 12)
        && isBetween(value, 8, 1, 28)
        && (value.bytes()[value.textFrom()] != '0');
  }

  private static boolean isBetween(Term value, int at, int least, int most) {
    byte[] bytes = value.bytes();
    int start = value.textFrom() + at;
    int number = (bytes[start] - '0') * 10 + bytes[start + 1] - '0';
    return number >= least && number <= most;
  }

  private static boolean follows(Term value, String form) {
    return value.textTo() - value.textFrom() == form.length()
        && follows(value.bytes(), value.textFrom(), form);
  }

  /** Digits where the form has a zero, else what the form has. */
  private static boolean follows(byte[] bytes, int from, String form) {
    for (int i = 0; i < form.length(); i++) {
      byte b = bytes[from + i];
      char wanted = form.charAt(i);
      if (wanted == '0' ? b < '0' || b > '9' : b != wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(Term value, String text) {
    int length = value.textTo() - value.textFrom();
    if (length != text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (value.bytes()[value.textFrom() + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
