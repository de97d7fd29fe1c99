package org.machinami.loader.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an API leads from one page to the next. */
enum Paging {
  /** It does not: one document holds all. */
  NONE,
  /** By the header {@code Link: <…>; rel=next}. */
  LINK,
  /** By an address in the document. */
  NEXT,
  /** By a text in the document that goes into a parameter. */
  CURSOR,
  /** By a number that grows by one for each page. */
  PAGE,
  /** By the number of records that came before. */
  OFFSET;

  /** As a recipe writes it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Paging> find(String id) {
    return Arrays.stream(values()).filter(paging -> paging.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Paging::id).toList();
  }

  /** Whether the document says what follows. */
  boolean readsNext() {
    return this == NEXT || this == CURSOR;
  }

  /** Whether a parameter of the address says which page is meant. */
  boolean hasParameter() {
    return this == CURSOR || this == PAGE || this == OFFSET;
  }
}
