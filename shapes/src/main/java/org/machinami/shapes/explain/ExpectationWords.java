package org.machinami.shapes.explain;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of expectations in Japanese and English. Thread-safe. */
final class ExpectationWords {

  private static final String BUNDLE = "org.machinami.shapes.explain.expectation";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ExpectationWords() {}

  static ResourceBundle in(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
  }

  static Optional<String> find(Locale locale, String key, Object... values) {
    ResourceBundle bundle = in(locale);
    if (!bundle.containsKey(key)) {
      return Optional.empty();
    }
    String text = bundle.getString(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return Optional.of(text);
  }
}
