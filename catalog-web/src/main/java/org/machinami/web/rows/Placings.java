package org.machinami.web.rows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.machinami.ontology.MeshCode;
import org.machinami.store.ledger.Hash;
import org.machinami.web.rdf.Terms;

/**
 * Finds out how tables come to places: by their columns, else by what the first of their rows says.
 * What was found is kept. Thread-safe.
 */
public final class Placings {
  private static final String MESH_CODE = Terms.CITY + "meshCode";
  private static final long HEAD_LINES = 20_000;
  private static final int MOST_KEPT = 4_000;

  private final Selector selector;
  private final String cells;
  private final Cache<Asked, Placing> kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  private record Asked(Hash version, Shape.Table table) {}

  Placings(Selector selector, String base) {
    this.selector = selector;
    this.cells = base + "id/mesh/";
  }

  /** How the rows of a table of the version are placed. */
  public Placing of(Hash version, Shape.Table table) {
    return table.columns().stream().anyMatch(c -> c.kind() == Kind.PLACE)
        ? new Placing.ByGeometry()
        : kept.get(new Asked(version, table), asked -> byCell(version, table));
  }

  /** The tables that can be drawn, in their order. */
  public List<Shape.Table> placed(Hash version, Shape shape) {
    return shape.tables().stream().filter(t -> of(version, t).isSomewhere()).toList();
  }

  /** Whether there is a table that can be drawn. */
  public boolean isPlaced(Hash version, Shape shape) {
    return shape.tables().stream().anyMatch(t -> of(version, t).isSomewhere());
  }

  private Placing byCell(Hash version, Shape.Table table) {
    Optional<Selection.Row> first =
        selector.head(version, table, HEAD_LINES).rows().stream().findFirst();
    if (first.isEmpty()) {
      return new Placing.Nowhere();
    }
    List<List<Node>> values = new RowValues(table).of(first.get().block());
    for (int i = 0; i < values.size(); i++) {
      Column column = table.columns().get(i);
      if (values.get(i).stream().anyMatch(node -> cell(column, node).isPresent())) {
        return new Placing.ByCell(column);
      }
    }
    return new Placing.Nowhere();
  }

  /** The cell that a value names; empty when it names none. */
  public Optional<MeshCode> cell(Column column, Node value) {
    if (value.isURI() && value.getURI().startsWith(cells)) {
      return MeshCode.find(value.getURI().substring(cells.length()));
    }
    return column.property().equals(MESH_CODE) && value.isLiteral()
        ? MeshCode.find(value.getLiteralLexicalForm())
        : Optional.empty();
  }

  /** The IRI of a cell. */
  public String iri(MeshCode cell) {
    return cells + cell.code();
  }
}
