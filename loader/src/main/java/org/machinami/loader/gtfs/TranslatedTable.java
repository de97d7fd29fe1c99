package org.machinami.loader.gtfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.source.Row;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;

/**
 * A table of a feed with the translations of its texts: a reference {@code stop_name@en} is to the
 * column {@code stop_name} in English, {@code stop_name@en*} in English of any country.
 */
final class TranslatedTable {

  /** A reference to a text in another language, and the slot of the text itself. */
  private record Wanted(int slot, String field, List<String> languages, int original) {}

  /** A column of no table: keeps a slot free. */
  private static final String NONE = "\0";

  private final Feed feed;
  private final String name;
  private final FeedTable table;

  TranslatedTable(Feed feed, String name, FeedTable table) {
    this.feed = feed;
    this.name = name;
    this.table = table;
  }

  SourceFinding read(
      List<String> references, int extraSlots, RowHandler handler, SourceInspector inspector)
      throws IOException {
    if (references.stream().noneMatch(reference -> reference.indexOf('@') > 0)) {
      return feed.read(table.name(), references, extraSlots, handler, inspector);
    }
    Translations translations = Translations.read(feed, name);
    List<String> columns = new ArrayList<>(references);
    columns.addAll(Collections.nCopies(extraSlots, NONE));
    List<Wanted> wanted = new ArrayList<>();
    for (int slot = 0; slot < references.size(); slot++) {
      String reference = references.get(slot);
      int at = reference.indexOf('@');
      if (at > 0) {
        String field = reference.substring(0, at);
        columns.set(slot, NONE);
        wanted.add(
            new Wanted(
                slot,
                field,
                languages(reference.substring(at + 1), translations),
                slotOf(field, columns)));
      }
    }
    int[] key = table.key().stream().mapToInt(column -> slotOf(column, columns)).toArray();
    SourceFinding finding =
        feed.read(
            table.name(),
            columns,
            0,
            row -> {
              fill(row, wanted, key, translations);
              handler.row(row);
            },
            inspector);
    return new SourceFinding(
        finding.file(),
        finding.encoding(),
        finding.how(),
        finding.rows(),
        finding.unmatched().stream().filter(references::contains).toList());
  }

  /** The slot of a column, added at the end where there is none yet. */
  private static int slotOf(String column, List<String> columns) {
    int slot = columns.indexOf(column);
    if (slot < 0) {
      columns.add(column);
      slot = columns.size() - 1;
    }
    return slot;
  }

  private static List<String> languages(String tag, Translations translations) {
    if (!tag.endsWith("*")) {
      return List.of(tag);
    }
    String stem = tag.substring(0, tag.length() - 1);
    return translations.languages().stream()
        .filter(language -> language.equals(stem) || language.startsWith(stem + "-"))
        .toList();
  }

  private void fill(Row row, List<Wanted> wanted, int[] key, Translations translations) {
    if (!row.fault().isEmpty() || row.blank()) {
      return;
    }
    List<String> id = new ArrayList<>();
    for (int slot : key) {
      id.add(row.count(slot) == 0 ? "" : row.value(slot, 0));
    }
    for (Wanted one : wanted) {
      String original = row.count(one.original) == 0 ? "" : row.value(one.original, 0);
      Optional<String> text = Optional.empty();
      for (String language : one.languages) {
        text = text.or(() -> translations.find(language, table, one.field, id, original));
      }
      text.ifPresent(found -> row.add(one.slot, found));
    }
  }
}
