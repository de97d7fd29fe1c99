package org.machinami.store.search.text;

import java.util.Objects;
import java.util.Optional;

/**
 * A word or phrase of a typed query.
 *
 * @param text without quotes, prefix and minus
 * @param phrase whether its words must stand together in that order
 * @param field where it must stand; empty: anywhere
 * @param excluded whether it must not be there
 */
public record TypedWord(String text, boolean phrase, Optional<TypedField> field, boolean excluded) {
  public TypedWord {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(field, "field");
  }

  /** As one would type it. */
  public String typed() {
    return (excluded ? "-" : "")
        + field.map(f -> f.typed() + ":").orElse("")
        + (phrase ? "\"" + text + "\"" : text);
  }

  /** Whether it is a word without any sign. */
  public boolean plain() {
    return !phrase && !excluded && field.isEmpty();
  }

  /** The same in one part of a description. */
  public TypedWord in(TypedField part) {
    return new TypedWord(text, phrase, Optional.of(part), excluded);
  }

  TypedWord as(String other) {
    return new TypedWord(other, phrase, field, excluded);
  }

  /** The same as a word. */
  public TypedWord loose() {
    return new TypedWord(text, false, Optional.empty(), excluded);
  }
}
