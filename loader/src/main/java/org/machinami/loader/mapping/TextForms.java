package org.machinami.loader.mapping;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.machinami.shapes.explain.DateForms;

/** What the functions on Japanese texts make of a text; empty where they would refuse the row. */
public final class TextForms {

  private static final String OFFSET = "+09:00";

  private TextForms() {}

  /** {@code 令和5年4月1日} as {@code 2023-04-01}. */
  public static Optional<String> date(String text) {
    return DateForms.date(text);
  }

  /** {@code 令和5年4月} as {@code 2023-04}. */
  public static Optional<String> month(String text) {
    return DateForms.month(text);
  }

  /** {@code 9時05分} as {@code 09:05:00}. */
  public static Optional<String> time(String text) {
    return made(text, JapaneseDate::time);
  }

  /** {@code 令和5年4月1日 9時} as a point in time, in Japan where the text has no offset. */
  public static Optional<String> dateTime(String text) {
    return made(text, value -> JapaneseDate.dateTime(value, OFFSET));
  }

  /** Five digits of JIS X 0402, from five or six. */
  public static Optional<String> municipalityCode(String text) {
    return made(text, MunicipalityCode::fiveDigits);
  }

  /** Six digits, with the check digit. */
  public static Optional<String> localGovernmentCode(String text) {
    return made(text, MunicipalityCode::sixDigits);
  }

  /** Whether a code begins with that of a prefecture, 01 to 47. */
  public static boolean isPrefecture(String code) {
    return code.matches("(0[1-9]|[1-3]\\d|4[0-7])\\d*");
  }

  private static Optional<String> made(String text, UnaryOperator<String> function) {
    try {
      return Optional.of(function.apply(text));
    } catch (RowRefusal e) {
      return Optional.empty();
    }
  }
}
