package org.machinami.web.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What the command line says, in English or Japanese. Immutable. */
final class Texts {
  private static final String BUNDLE = "org.machinami.web.cli.Texts";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * @param language "ja" for Japanese, anything else for English
   */
  static Texts in(String language) {
    return new Texts(language.equals("ja") ? Locale.JAPANESE : Locale.ROOT);
  }

  /** The language of the environment: LC_ALL, LC_MESSAGES, LANG, the first that is set. */
  static String language(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.startsWith("ja") ? "ja" : "en";
      }
    }
    return "en";
  }

  String language() {
    return locale.equals(Locale.JAPANESE) ? "ja" : "en";
  }

  ResourceBundle bundle() {
    return bundle;
  }

  /** The text with its places filled; numbers are written without separators of thousands. */
  String of(String key, Object... values) {
    Object[] plain = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = String.valueOf(values[i]);
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(plain);
  }
}
