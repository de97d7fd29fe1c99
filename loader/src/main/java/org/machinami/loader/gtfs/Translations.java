package org.machinami.loader.gtfs;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.Row;
import org.machinami.loader.source.SourceInspector;

/**
 * What {@code translations.txt} says, in either of its forms: by table and record (GTFS), or by the
 * text itself (GTFS-JP up to its second edition). Held in memory. Immutable when read.
 */
final class Translations {

  private static final int MOST_CHARACTERS = 32 << 20;
  private static final List<String> COLUMNS =
      List.of(
          "table_name",
          "field_name",
          "language",
          "translation",
          "record_id",
          "record_sub_id",
          "field_value",
          "trans_id",
          "lang");

  private final Map<List<String>, String> texts = new HashMap<>();
  private int characters;

  private Translations() {}

  /**
   * Reads them.
   *
   * @throws LoadException when they would fill the memory
   */
  static Translations read(Feed feed, String name) throws IOException {
    Translations all = new Translations();
    feed.read("translations", COLUMNS, 0, row -> all.add(row, name), SourceInspector.NONE);
    return all;
  }

  private void add(Row row, String name) {
    if (!row.fault().isEmpty() || row.blank() || value(row, 3).isEmpty()) {
      return;
    }
    List<String> key;
    if (!value(row, 7).isEmpty()) {
      key = List.of(value(row, 8), value(row, 7));
    } else if (!value(row, 6).isEmpty()) {
      key = List.of(value(row, 2), value(row, 0), value(row, 1), value(row, 6));
    } else {
      key = List.of(value(row, 2), value(row, 0), value(row, 1), value(row, 4), value(row, 5));
    }
    String text = value(row, 3);
    characters += text.length() + key.stream().mapToInt(String::length).sum();
    if (characters > MOST_CHARACTERS) {
      throw new LoadException(Fault.DATA, "gtfs.translations", name, MOST_CHARACTERS);
    }
    texts.putIfAbsent(key, text);
  }

  private static String value(Row row, int slot) {
    return row.count(slot) == 0 ? "" : row.value(slot, 0);
  }

  /**
   * A text in another language.
   *
   * @param id of the record, and of a part of it
   * @param original the text itself
   */
  Optional<String> find(
      String language, FeedTable table, String field, List<String> id, String original) {
    String first = id.isEmpty() ? "" : id.get(0);
    String second = id.size() > 1 ? id.get(1) : "";
    return Optional.ofNullable(texts.get(List.of(language, table.name(), field, first, second)))
        .or(() -> Optional.ofNullable(texts.get(List.of(language, table.name(), field, original))))
        .or(() -> Optional.ofNullable(texts.get(List.of(language, original))));
  }

  /** The languages in which there is anything. */
  List<String> languages() {
    return texts.keySet().stream().map(key -> key.get(0)).distinct().sorted().toList();
  }
}
