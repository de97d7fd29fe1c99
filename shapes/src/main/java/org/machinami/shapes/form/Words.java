package org.machinami.shapes.form;

import java.util.Locale;
import java.util.Objects;

/** The same words in Japanese and in English. */
public record Words(String ja, String en) {

  public Words {
    Objects.requireNonNull(ja, "ja");
    Objects.requireNonNull(en, "en");
  }

  /** In Japanese when the reader's language is Japanese, else in English. */
  public String in(Locale locale) {
    return Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? ja : en;
  }
}
