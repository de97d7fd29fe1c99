package org.machinami.web.rows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/** The values of rows by the columns of their table. Not thread-safe. */
public final class RowValues {
  private final Literals literals = new Literals();
  private final Map<ByteBuffer, Integer> places = new HashMap<>();
  private final int columns;

  public RowValues(Shape.Table table) {
    this.columns = table.columns().size();
    for (int i = 0; i < columns; i++) {
      places.put(ByteBuffer.wrap(Ascii.bytes(table.columns().get(i).property())), i);
    }
  }

  /** The values for each column of the table, in the order of the columns. */
  public List<List<Node>> of(Block block) {
    List<List<Node>> values = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      values.add(new ArrayList<>(1));
    }
    for (int line = 0; line < block.lines(); line++) {
      int from = block.predicateStart(line);
      Integer place =
          places.get(ByteBuffer.wrap(block.bytes(), from, block.predicateEnd(line) - from));
      if (place != null) {
        values.get(place).add(literals.object(block, line));
      }
    }
    return values;
  }
}
