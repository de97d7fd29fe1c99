package org.machinami.store.search.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A part of a description in which a word can be looked for, as in {@code title:park}. */
public enum TypedField {
  TITLE("title"),
  DESCRIPTION("description"),
  KEYWORD("keyword"),
  PUBLISHER("publisher"),
  PLACE("place"),
  COLUMN("column"),
  THING("thing");

  private static final Map<String, TypedField> JAPANESE =
      Map.ofEntries(
          Map.entry("題名", TITLE),
          Map.entry("タイトル", TITLE),
          Map.entry("説明", DESCRIPTION),
          Map.entry("キーワード", KEYWORD),
          Map.entry("タグ", KEYWORD),
          Map.entry("公開者", PUBLISHER),
          Map.entry("提供者", PUBLISHER),
          Map.entry("場所", PLACE),
          Map.entry("地域", PLACE),
          Map.entry("列", COLUMN),
          Map.entry("項目", COLUMN),
          Map.entry("もの", THING));

  private final String typed;

  TypedField(String typed) {
    this.typed = typed;
  }

  /** As it is typed before a colon, in English. */
  public String typed() {
    return typed;
  }

  /** The field of the index that has the words of this part. */
  public String field() {
    return "words-" + typed;
  }

  /** By its name in either language. */
  static Optional<TypedField> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(field -> field.typed.equals(lower))
        .findFirst()
        .or(() -> Optional.ofNullable(JAPANESE.get(name)));
  }
}
