package org.machinami.web.language;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * What the pages say in one language: the bundle {@code messages_<tag>.properties}, and numbers,
 * sizes and dates as people there write them. Immutable, thread-safe.
 */
public final class Messages {
  /** The city's clock. */
  public static final ZoneId CITY = ZoneId.of("Asia/Tokyo");

  private static final Map<Language, Messages> ALL =
      Map.of(
          Language.JA, new Messages(Language.JA, "yyyy年M月d日", "yyyy年M月d日 H:mm"),
          Language.EN, new Messages(Language.EN, "d MMMM yyyy", "d MMMM yyyy, HH:mm"));

  private final Language language;
  private final ResourceBundle bundle;
  private final DateTimeFormatter day;
  private final DateTimeFormatter minute;

  private Messages(Language language, String day, String minute) {
    this.language = language;
    this.bundle = MessageFile.read(language);
    this.day = DateTimeFormatter.ofPattern(day, language.locale());
    this.minute = DateTimeFormatter.ofPattern(minute, language.locale());
  }

  public static Messages in(Language language) {
    return ALL.get(language);
  }

  public Language language() {
    return language;
  }

  /**
   * The text for a key, with {0}, {1}, ... replaced; integers are written with thousands
   * separators.
   *
   * @throws MissingResourceException when the bundle has no such key
   */
  public String text(String key, Object... values) {
    String text = bundle.getString(key);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      boolean integer = value instanceof Integer || value instanceof Long;
      text =
          text.replace(
              "{" + i + "}",
              integer ? number(((Number) value).longValue()) : String.valueOf(value));
    }
    return text;
  }

  /** The text for a number of things: under the key, or under "key.one" for exactly one. */
  public String count(String key, long number) {
    return text(number == 1 ? key + ".one" : key, number);
  }

  /** Every key of this language. */
  public Set<String> keys() {
    return bundle.keySet();
  }

  /** With thousands separators. */
  public String number(long number) {
    // A list has hundreds of counts, most of them small; a formatter costs more than the rest of
    // one.
    return number >= 0 && number < 1000
        ? Long.toString(number)
        : NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** A size in bytes, rounded to two or three digits, in kB, MB or GB of powers of ten. */
  public String size(long bytes) {
    if (bytes < 1000) {
      return number(bytes) + " B";
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double value = bytes / 1000.0;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(value < 10 ? 1 : 0);
    return format.format(value) + " " + units[unit];
  }

  public String day(LocalDate date) {
    return day.format(date);
  }

  /** On the city's calendar. */
  public String day(Instant time) {
    return day(LocalDate.ofInstant(time, CITY));
  }

  /** On the city's clock, to the minute. */
  public String minute(Instant time) {
    return minute.format(time.atZone(CITY));
  }

  /** A bundle file; UTF-8. */
  private static final class MessageFile {
    static ResourceBundle read(Language language) {
      String name = "/messages_" + language.tag() + ".properties";
      try (var in = Messages.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("No message bundle " + name + " on the class path");
        }
        return new PropertyResourceBundle(
            new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException("Reading " + name, e);
      }
    }
  }
}
