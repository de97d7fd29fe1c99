package org.machinami.web.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A value of an enum that stands in addresses, records and exports, and that a message names. */
public interface Coded {
  /** As the enum calls it. */
  String name();

  /** The key of the message that names it. */
  String key();

  /** Its name in addresses, records and exports. */
  default String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value of an id; empty when there is none. */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> values, String id) {
    return Arrays.stream(values.getEnumConstants())
        .filter(value -> value.id().equals(id))
        .findFirst();
  }

  /**
   * The value of an id that we have written ourselves.
   *
   * @throws IllegalStateException when there is none
   */
  static <E extends Enum<E> & Coded> E require(Class<E> values, String id) {
    return find(values, id)
        .orElseThrow(
            () -> new IllegalStateException(values.getSimpleName() + " of no value: " + id));
  }
}
