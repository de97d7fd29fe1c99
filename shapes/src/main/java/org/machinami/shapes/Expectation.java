package org.machinami.shapes;

import java.util.Locale;
import java.util.Objects;

/** What a shape asks for, in words that are made from its constraints. */
public record Expectation(String ja, String en) {

  public Expectation {
    Objects.requireNonNull(ja, "ja");
    Objects.requireNonNull(en, "en");
  }

  /** In Japanese when the reader's language is Japanese, else in English. */
  public String text(Locale locale) {
    return Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? ja : en;
  }
}
