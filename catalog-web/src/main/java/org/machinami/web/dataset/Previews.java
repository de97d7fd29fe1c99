package org.machinami.web.dataset;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Selection;
import org.machinami.web.rows.Shape;

/**
 * Shows the first rows of a data graph: a bounded number of its lines is read, whatever its size,
 * so that the page of a dataset stays cheap.
 */
final class Previews {
  private static final long MOST_LINES = 1_500;
  private static final int ROWS = 8;
  private static final int COLUMNS = 6;

  private final DataTables tables;

  Previews(DataTables tables) {
    this.tables = tables;
  }

  /** Empty when there is nothing to show. */
  Optional<Preview> of(Hash version, Graph about, Language language) {
    Shape shape = tables.shapes().head(version, MOST_LINES);
    return shape.find("").flatMap(table -> of(version, table, about, language));
  }

  private Optional<Preview> of(Hash version, Shape.Table table, Graph about, Language language) {
    Selection head = tables.selector().head(version, table, MOST_LINES);
    List<Selection.Row> rows = head.rows().stream().limit(ROWS).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Preview(
                tables.views().of(table, rows, about, language, COLUMNS),
                tables.versions().triples(version)));
  }
}
