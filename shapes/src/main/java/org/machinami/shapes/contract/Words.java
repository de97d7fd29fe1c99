package org.machinami.shapes.contract;

import java.util.Locale;
import java.util.Objects;

/** The same said in Japanese and in English. */
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
