package org.machinami.web.language;

import java.util.Locale;
import java.util.Optional;

/** A language that every page speaks; Japanese is the first. */
public enum Language {
  JA(Locale.JAPANESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** BCP 47 tag: "ja" or "en". */
  public String tag() {
    return locale.getLanguage();
  }

  public Language other() {
    return this == JA ? EN : JA;
  }

  /** The language with this tag, if it is one of ours. */
  public static Optional<Language> find(String tag) {
    return switch (tag) {
      case "ja" -> Optional.of(JA);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }
}
