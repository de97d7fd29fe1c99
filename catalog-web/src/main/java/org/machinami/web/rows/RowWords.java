package org.machinami.web.rows;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** What cells say, as one compares it. Remembers the words of things. Not thread-safe. */
final class RowWords {
  private static final int MOST_REMEMBERED = 20_000;

  private final Called called;
  private final Literals literals = new Literals();
  private final Map<ByteBuffer, String> things = new HashMap<>();
  private final Map<String, byte[]> predicates = new HashMap<>();

  /**
   * Compares in the language of the names.
   *
   * @param called what the things are called that cells lead to
   */
  RowWords(Called called) {
    this.called = called;
  }

  /**
   * What rows are sorted by: of several values the first, of texts that in the language; or null.
   */
  Comparable<?> key(Block block, Column column) {
    byte[] predicate = predicate(column);
    String best = null;
    int rank = Integer.MAX_VALUE;
    for (int line = 0; line < block.lines(); line++) {
      if (!isOf(block, line, predicate)) {
        continue;
      }
      if (column.kind() == Kind.NUMBER) {
        double number = Literals.number(literals.object(block, line).getLiteralLexicalForm());
        return Double.isNaN(number) ? null : (Double) number;
      }
      int one = rank(block, line);
      if (one < rank) {
        rank = one;
        best = words(block, line);
      }
    }
    return best;
  }

  private int rank(Block block, int line) {
    Node object = literals.object(block, line);
    if (!object.isLiteral() || object.getLiteralLanguage().isEmpty()) {
      return 1;
    }
    return object.getLiteralLanguage().equalsIgnoreCase(called.language().tag()) ? 0 : 2;
  }

  /** The folded words of an object. */
  String words(Block block, int line) {
    int from = block.predicateEnd(line) + 2;
    if (block.bytes()[from] != '<') {
      return Literals.folded(literals.object(block, line).getLiteralLexicalForm());
    }
    ByteBuffer key = ByteBuffer.wrap(block.bytes(), from, block.objectEnd(line) - from);
    String known = things.get(key);
    if (known == null) {
      known = Literals.folded(called.of(literals.object(block, line).getURI()).value());
      if (things.size() < MOST_REMEMBERED) {
        things.put(
            ByteBuffer.wrap(Arrays.copyOfRange(block.bytes(), from, block.objectEnd(line))), known);
      }
    }
    return known;
  }

  boolean isOf(Block block, int line, Optional<Column> column) {
    return column.isEmpty() || isOf(block, line, predicate(column.get()));
  }

  private byte[] predicate(Column column) {
    return predicates.computeIfAbsent(column.property(), p -> Ascii.bytes(p + ">"));
  }

  static boolean isOf(Block block, int line, byte[] predicate) {
    int from = block.predicateStart(line);
    int to = from + predicate.length;
    return to < block.end(line)
        && Arrays.equals(block.bytes(), from, to, predicate, 0, predicate.length);
  }

  /** The lexical form of a literal, as written. */
  String lexical(Block block, int line) {
    Node object = literals.object(block, line);
    return object.isLiteral() ? object.getLiteralLexicalForm() : "";
  }
}
