package org.machinami.web.dataset;

import java.util.List;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * The first things of a dataset as a table.
 *
 * @param rows one for each thing
 * @param triples number of triples of the whole dataset
 */
public record Preview(List<Column> columns, List<Row> rows, long triples) {
  public Preview {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A property. */
  public record Column(Text label, String iri) {}

  /**
   * A thing.
   *
   * @param cells the values for each column, in their order
   */
  public record Row(Value thing, List<List<Value>> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
