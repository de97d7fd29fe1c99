package org.machinami.web.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;

/** Single cells of rows, read without the rest of the row. Not thread-safe. */
public final class RowCells {
  private final Literals literals = new Literals();
  private final Map<String, byte[]> predicates = new HashMap<>();

  /** The first number of the cell; NaN when it has none. */
  public double number(Block block, Column column) {
    return lexical(block, column).map(Literals::number).orElse(Double.NaN);
  }

  /** The first literal of the cell as it is written; empty when it has none. */
  public Optional<String> lexical(Block block, Column column) {
    byte[] predicate = predicate(column);
    for (int line = 0; line < block.lines(); line++) {
      if (RowWords.isOf(block, line, predicate)) {
        Node object = literals.object(block, line);
        if (object.isLiteral()) {
          return Optional.of(object.getLiteralLexicalForm());
        }
      }
    }
    return Optional.empty();
  }

  /** What the cell says in the language of the names: these, or the best of several texts. */
  public List<Text> words(Block block, Column column, Called called) {
    List<Text> words = new ArrayList<>();
    List<Text> texts = new ArrayList<>();
    for (Node object : objects(block, column)) {
      if (object.isURI()) {
        words.add(called.of(object.getURI()));
      } else {
        texts.add(Described.text(object));
      }
    }
    Text.choose(texts, called.language())
        .ifPresent(
            best -> texts.stream().filter(t -> t.tag().equals(best.tag())).forEach(words::add));
    return words;
  }

  /** The values of the cell. */
  public List<Node> objects(Block block, Column column) {
    byte[] predicate = predicate(column);
    List<Node> objects = new ArrayList<>(1);
    for (int line = 0; line < block.lines(); line++) {
      if (RowWords.isOf(block, line, predicate)) {
        objects.add(literals.object(block, line));
      }
    }
    return objects;
  }

  private byte[] predicate(Column column) {
    return predicates.computeIfAbsent(column.property(), p -> Ascii.bytes(p + ">"));
  }
}
