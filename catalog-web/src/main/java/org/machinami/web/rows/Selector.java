package org.machinami.web.rows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;

/**
 * Selects rows of a version in one pass: it holds no more rows than a reader can see, whatever the
 * order. What was selected is kept for the next page. Thread-safe.
 */
public final class Selector {
  private static final long MOST_KEPT_BYTES = 24_000_000;
  private static final int PLACE_CHARACTERS = 80;

  private final GraphVersions versions;
  private final Classes classes;
  private final CellNames names;
  private final Cache<Asked, Selection> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT_BYTES)
          .weigher((Asked asked, Selection selection) -> selection.bytes())
          .build();

  private record Asked(
      Hash version, String type, long rows, Choice choice, Language language, long names) {}

  private record Ranked(Selection.Row row, Comparable<?> key, long number) {}

  Selector(GraphVersions versions, Classes classes, CellNames names) {
    this.versions = versions;
    this.classes = classes;
    this.names = names;
  }

  /** The rows; read at most once for requests that come together. */
  public Selection select(Hash version, Shape.Table table, Choice choice, Language language) {
    long state = names.state(choice.compared(table));
    return kept.get(
        new Asked(version, table.type(), table.rows(), choice, language, state),
        asked -> read(version, table, choice, language, ShapeReader.MOST_LINES));
  }

  /** The first rows among the first lines, as stored. */
  public Selection head(Hash version, Shape.Table table, long lines) {
    return read(version, table, Choice.ALL, Language.JA, lines);
  }

  private Selection read(
      Hash version, Shape.Table table, Choice choice, Language language, long mostLines) {
    RowWords words = new RowWords(names.of(version, table, choice.compared(table), language));
    RowFilter filter = new RowFilter(choice, words);
    boolean places = table.columns().stream().anyMatch(c -> c.kind() == Kind.PLACE);
    Geometries geometries = new Geometries(PLACE_CHARACTERS);
    boolean all = !choice.isFilter() && choice.sort().isEmpty();
    PriorityQueue<Ranked> best = new PriorityQueue<>(order(choice).reversed());
    long matches = 0;
    boolean whole = true;
    try (Blocks blocks = new Blocks(versions.lines(version), mostLines)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        if (!classes.isRow(block, table)) {
          if (places) {
            geometries.add(block, blocks.line());
          }
          continue;
        }
        if (!filter.keeps(block)) {
          continue;
        }
        matches++;
        Comparable<?> key = choice.sort().isEmpty() ? null : words.key(block, choice.sort().get());
        Ranked ranked = new Ranked(null, key, matches);
        if (best.size() < Selection.MOST_ROWS || order(choice).compare(ranked, best.peek()) < 0) {
          if (best.size() == Selection.MOST_ROWS) {
            best.poll();
          }
          List<String> texts = places ? geometries.of(block) : List.of();
          best.add(new Ranked(new Selection.Row(block.copy(), texts), key, matches));
        }
        if (all && best.size() == Selection.MOST_ROWS) {
          matches = Math.max(matches, table.rows());
          break;
        }
      }
      whole = blocks.isWhole();
    }
    List<Ranked> sorted = new ArrayList<>(best);
    sorted.sort(order(choice));
    return new Selection(sorted.stream().map(Ranked::row).toList(), matches, whole);
  }

  /** Rows without a value stand last in either direction; equal ones as they are stored. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // the keys of one column are all of one class
  private static Comparator<Ranked> order(Choice choice) {
    Comparator<Comparable> keys = Comparator.naturalOrder();
    Comparator<Comparable> directed = choice.descending() ? keys.reversed() : keys;
    return Comparator.comparing((Ranked r) -> (Comparable) r.key(), Comparator.nullsLast(directed))
        .thenComparingLong(Ranked::number);
  }
}
