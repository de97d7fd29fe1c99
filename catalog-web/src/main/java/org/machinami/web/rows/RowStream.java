package org.machinami.web.rows;

import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Node;
import org.machinami.store.ledger.Hash;

/** Every row of a table, one after the other, from the stored lines. */
public final class RowStream {
  private static final int WHOLE_GEOMETRY = Integer.MAX_VALUE;

  private RowStream() {}

  /** What is done with a row. */
  public interface Sink {
    /**
     * Takes a row.
     *
     * @param thing its IRI
     * @param values for each column of the table
     * @param places well-known texts of its geometries
     */
    void row(String thing, List<List<Node>> values, List<String> places) throws IOException;
  }

  /** Gives all rows to the sink. Memory does not grow with their number. */
  public static void read(DataTables tables, Hash version, Shape.Table table, Sink sink)
      throws IOException {
    boolean placed = table.columns().stream().anyMatch(c -> c.kind() == Kind.PLACE);
    Geometries geometries = new Geometries(WHOLE_GEOMETRY);
    RowValues values = new RowValues(table);
    try (Blocks blocks = new Blocks(tables.versions().lines(version), Long.MAX_VALUE)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        if (tables.classes().isRow(block, table)) {
          List<String> places = placed ? geometries.of(block) : List.of();
          sink.row(block.subject(), values.of(block), places);
        } else if (placed) {
          geometries.add(block, blocks.line());
        }
      }
    }
  }
}
