package org.machinami.shapes.form;

/** By what a field is filled in. */
public enum Control {
  /** One line. */
  TEXT,
  /** Several lines. */
  LONG_TEXT,
  /** One line in Japanese and one in English, side by side; other languages below. */
  TEXT_PAIR,
  /** Several lines in Japanese and in English, side by side; other languages below. */
  LONG_TEXT_PAIR,
  /** Many short texts, one a line, Japanese and English side by side. */
  LINES,
  /** A day, a month, a year or a point in time, typed. */
  DATE,
  NUMBER,
  YES_NO,
  /** An address. */
  IRI,
  /** An address of the form {@code mailto:}, typed without it. */
  EMAIL,
  /** An address of the form {@code tel:}, typed without it. */
  TELEPHONE,
  /** One of a closed list. */
  CHOICE,
  /** A name that is looked up, or an address. */
  LOOKUP,
  /** A thing with a form of its own. */
  THING;

  /** Whether its values are words with a language. */
  public boolean hasLanguage() {
    return this == TEXT_PAIR || this == LONG_TEXT_PAIR || this == LINES;
  }

  /** Whether its values are IRIs. */
  public boolean isIri() {
    return switch (this) {
      case IRI, EMAIL, TELEPHONE, CHOICE, LOOKUP, THING -> true;
      default -> false;
    };
  }
}
