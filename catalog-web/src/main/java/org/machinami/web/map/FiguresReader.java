package org.machinami.web.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rows.Block;
import org.machinami.web.rows.Blocks;
import org.machinami.web.rows.Called;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.RowCells;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableViews;

/** Reads what places are coloured by, and keeps it by version. Thread-safe. */
final class FiguresReader {
  private static final long MOST_KEPT_BYTES = 24_000_000;

  private final DataTables tables;
  private final Cache<Asked, Figures> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT_BYTES)
          .weigher((Asked asked, Figures figures) -> figures.bytes() + 200)
          .build();

  private record Asked(Hash version, String type, String property, Language language, long names) {}

  FiguresReader(DataTables tables) {
    this.tables = tables;
  }

  /**
   * The columns by which the places of a table can be coloured: numbers, and classes where each
   * place is one row.
   */
  static List<Column> columns(Shape.Table table, boolean cells) {
    return table.columns().stream()
        .filter(c -> !c.isName() && !table.isConstant(c))
        .filter(c -> c.kind() == Kind.NUMBER || (!cells && isClass(c)))
        .toList();
  }

  private static boolean isClass(Column column) {
    boolean kind =
        switch (column.kind()) {
          case TEXT, THING, BOOLEAN -> true;
          default -> false;
        };
    return kind && column.values().size() > 1;
  }

  /** The values of a column; read at most once for requests that come together. */
  Figures of(Hash version, Shape.Table table, Ground ground, Column column, Language language) {
    if (ground instanceof Ground.Cells cells) {
      int number = cells.columns().indexOf(column);
      float[] means = new float[cells.cells().size()];
      for (int i = 0; i < means.length; i++) {
        means[i] = number < 0 ? Float.NaN : (float) cells.cells().get(i).mean(number);
      }
      return new Figures(means, List.of());
    }
    long names = tables.cellNames().state(List.of(column));
    return kept.get(
        new Asked(version, table.type(), column.property(), language, names),
        asked -> read(version, table, (Ground.Things) ground, column, language));
  }

  private interface Visit {
    void place(int number, Block block, RowCells cells);
  }

  private void pass(Hash version, Ground.Things things, Visit visit) {
    RowCells cells = new RowCells();
    int next = 0;
    int size = things.boxes().size();
    try (Blocks blocks = new Blocks(tables.versions().lines(version), Grounds.MOST_LINES)) {
      for (Block block = blocks.next(); block != null && next < size; block = blocks.next()) {
        if (blocks.line() == things.line(next)) {
          visit.place(next++, block, cells);
        }
      }
    }
  }

  private Figures read(
      Hash version, Shape.Table table, Ground.Things things, Column column, Language language) {
    float[] values = new float[things.boxes().size()];
    if (column.kind() == Kind.NUMBER) {
      pass(
          version,
          things,
          (place, block, cells) -> values[place] = (float) cells.number(block, column));
      return new Figures(values, List.of());
    }
    Called called = tables.cellNames().of(version, table, List.of(column), language);
    Map<Text, Integer> numbers = new LinkedHashMap<>();
    Map<Integer, Long> counts = new HashMap<>();
    pass(
        version,
        things,
        (place, block, cells) -> {
          Optional<Text> word = cells.words(block, column, called).stream().findFirst();
          values[place] = Float.NaN;
          word.ifPresent(
              text -> {
                int number = numbers.computeIfAbsent(text, t -> numbers.size());
                values[place] = number;
                counts.merge(number, 1L, Long::sum);
              });
        });
    return byFrequency(values, numbers, counts, column, language);
  }

  /** Numbers the classes anew, the most frequent first. */
  private static Figures byFrequency(
      float[] values,
      Map<Text, Integer> numbers,
      Map<Integer, Long> counts,
      Column column,
      Language language) {
    List<Text> order =
        numbers.keySet().stream()
            .sorted(
                Comparator.comparing((Text t) -> -counts.get(numbers.get(t)))
                    .thenComparing(Text::value))
            .toList();
    float[] renumbered = new float[numbers.size()];
    for (int i = 0; i < order.size(); i++) {
      renumbered[numbers.get(order.get(i))] = i;
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isNaN(values[i])) {
        values[i] = renumbered[(int) values[i]];
      }
    }
    boolean truth = column.kind() == Kind.BOOLEAN;
    return new Figures(
        values,
        order.stream()
            .map(t -> truth ? new Text(TableViews.truth(t.value(), language), language.tag()) : t)
            .toList());
  }
}
