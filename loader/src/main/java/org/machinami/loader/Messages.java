package org.machinami.loader;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The loader's texts in Japanese and English. Placeholders are {@code {0}}, {@code {1}}; nothing
 * else is special in a text. Thread-safe.
 */
public final class Messages {

  private static final String BUNDLE = "org.machinami.loader.messages";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  /** An argument of a text that is a text itself, in the same language. */
  public record Inner(String key) {}

  /**
   * The text of a key.
   *
   * @throws java.util.MissingResourceException when the bundle lacks the key
   */
  public static String text(Locale locale, String key, Object... arguments) {
    Locale language = "ja".equals(locale.getLanguage()) ? Locale.JAPANESE : Locale.ENGLISH;
    String pattern = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK).getString(key);
    StringBuilder text = new StringBuilder(pattern.length() + 40);
    int from = 0;
    while (true) {
      int open = pattern.indexOf('{', from);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        return text.append(pattern, from, pattern.length()).toString();
      }
      int index = Integer.parseInt(pattern, open + 1, close, 10);
      Object argument = arguments[index];
      text.append(pattern, from, open)
          .append(argument instanceof Inner inner ? text(locale, inner.key()) : argument);
      from = close + 1;
    }
  }
}
