package org.machinami.loader.validation;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** A text in Japanese and English. */
public record Words(String ja, String en) {

  public Words {
    Objects.requireNonNull(ja, "ja");
    Objects.requireNonNull(en, "en");
  }

  static Words of(Function<Locale, String> text) {
    return new Words(text.apply(Locale.JAPANESE), text.apply(Locale.ENGLISH));
  }

  /** In Japanese when the reader's language is Japanese, else in English. */
  public String text(Locale locale) {
    return Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? ja : en;
  }
}
