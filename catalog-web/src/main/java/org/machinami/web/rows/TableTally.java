package org.machinami.web.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.machinami.web.rdf.Terms;

/** Counts what the rows of one class have. Not thread-safe. */
final class TableTally {
  private static final int MOST_COLUMNS = 120;
  private static final int LONGEST_VALUE = 200;
  private static final int RARE = 10;
  private static final int MOST_LANGUAGES = 10;
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private final Map<ByteBuffer, ColumnTally> byPredicate = new HashMap<>();
  private final List<ColumnTally> inOrder = new ArrayList<>();
  private long rows;

  long rows() {
    return rows;
  }

  void add(Block block) {
    rows++;
    int expected = 0;
    for (int line = 0; line < block.lines(); line++) {
      int from = block.predicateStart(line);
      ColumnTally column = null;
      // The predicates of a subject are sorted, so that the next one is mostly that of the last
      // row.
      for (int ahead = 0; ahead < 2 && expected + ahead < inOrder.size(); ahead++) {
        if (inOrder.get(expected + ahead).isOf(block.bytes(), from)) {
          expected += ahead;
          column = inOrder.get(expected);
          break;
        }
      }
      if (column == null) {
        int to = block.predicateEnd(line);
        column = byPredicate.get(ByteBuffer.wrap(block.bytes(), from, to - from));
        if (column == null && inOrder.size() < MOST_COLUMNS) {
          column = new ColumnTally(Arrays.copyOfRange(block.bytes(), from, to));
          byPredicate.put(ByteBuffer.wrap(column.predicate), column);
          inOrder.add(column);
        }
        expected = column == null ? expected : inOrder.indexOf(column);
      }
      if (column != null) {
        column.add(block, from + column.predicate.length + 2, block.objectEnd(line), rows);
      }
    }
  }

  /** When and what it is about first, then figures, then words; what hardly any row has, last. */
  List<Column> columns() {
    Set<String> keys = new HashSet<>();
    return inOrder.stream()
        .sorted(Comparator.comparing(c -> new String(c.predicate, StandardCharsets.UTF_8)))
        .map(c -> c.column(keys))
        .filter(c -> !c.property().equals(Terms.type))
        .sorted(Comparator.comparingInt(this::place))
        .toList();
  }

  private int place(Column column) {
    if (column.isName()) {
      return 0;
    }
    int place =
        switch (column.kind()) {
          case TIME -> 1;
          case THING -> 2;
          case NUMBER -> 3;
          case TEXT -> column.property().equals(Terms.DCT + "identifier") ? 7 : 4;
          case BOOLEAN -> 5;
          case PLACE -> 6;
          case PART -> 8;
        };
    return column.filled() * RARE < rows ? 10 + place : place;
  }

  /** What one property has. */
  private static final class ColumnTally {
    private final byte[] predicate;
    private final Set<ByteBuffer> values = new LinkedHashSet<>();
    private final Map<String, Long> languages = new TreeMap<>(); // with the last row that has it
    private byte[] type = new byte[0];
    private Kind typeKind;
    private Kind kind;
    private long filled;
    private long lastRow;
    private boolean many;
    private long lastPlain;
    private boolean several;
    private boolean mixed;

    ColumnTally(byte[] predicate) {
      this.predicate = predicate;
    }

    boolean isOf(byte[] bytes, int from) {
      int to = from + predicate.length;
      return to < bytes.length
          && bytes[to] == '>'
          && Arrays.equals(bytes, from, to, predicate, 0, predicate.length);
    }

    void add(Block block, int from, int to, long row) {
      if (lastRow != row) {
        lastRow = row;
        filled++;
      }
      Kind one = kindOf(block, from, to);
      if (block.bytes()[to - 1] != '"' && block.bytes()[to - 1] != '>') {
        language(block.bytes(), to, row);
      } else {
        several |= lastPlain == row;
        lastPlain = row;
      }
      kind = kind == null ? one : kind.and(one);
      if (!many) {
        ByteBuffer value = ByteBuffer.wrap(block.bytes(), from, to - from);
        if (!values.contains(value)) {
          many = values.size() == Column.MOST_VALUES || to - from > LONGEST_VALUE;
          if (many) {
            values.clear();
          } else {
            values.add(ByteBuffer.wrap(Arrays.copyOfRange(block.bytes(), from, to)));
          }
        }
      }
    }

    private void language(byte[] bytes, int to, long row) {
      int at = to - 1;
      while (bytes[at] != '@') {
        at--;
      }
      String tag = Ascii.text(bytes, at + 1, to);
      if (languages.size() < MOST_LANGUAGES || languages.containsKey(tag)) {
        Long before = languages.put(tag, row);
        several |= before != null && before == row;
      }
    }

    /** Values of a column mostly have one datatype: it is looked at once. */
    private Kind kindOf(Block block, int from, int to) {
      byte[] bytes = block.bytes();
      if (bytes[from] == '<' || bytes[to - 1] != '>') {
        return Kind.of(block, from, to);
      }
      int start = to - type.length;
      boolean same =
          type.length > 0 && start > from && Arrays.equals(bytes, start, to, type, 0, type.length);
      if (!same) {
        int quote = to - 1;
        while (bytes[quote] != '"') {
          quote--;
        }
        mixed |= type.length > 0;
        type = Arrays.copyOfRange(bytes, quote, to);
        typeKind = Kind.of(block, from, to);
      }
      return typeKind;
    }

    Column column(Set<String> keys) {
      String property = Ascii.text(predicate, 0, predicate.length);
      Set<String> sorted = new TreeSet<>();
      values.forEach(v -> sorted.add(StandardCharsets.UTF_8.decode(v.duplicate()).toString()));
      return new Column(
          property,
          ShapeReader.key(property, keys),
          Kind.named(property, kind),
          filled,
          List.copyOf(languages.keySet()),
          lastPlain > 0,
          several,
          datatype(),
          List.copyOf(sorted));
    }

    /** The datatype of XML Schema that all typed values have; the last bytes are those of one. */
    private String datatype() {
      String said = new String(type, StandardCharsets.UTF_8);
      int hash = said.indexOf('#');
      return mixed || !said.startsWith("\"^^<" + XSD)
          ? ""
          : said.substring(hash + 1, said.length() - 1);
    }
  }
}
