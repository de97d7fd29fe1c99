package org.machinami.web.dataset;

import java.util.Objects;
import org.machinami.web.rows.TableView;

/**
 * The first rows of a dataset.
 *
 * @param table of the class that has most rows among the first ones
 * @param triples number of triples of the whole dataset
 */
public record Preview(TableView table, long triples) {
  public Preview {
    Objects.requireNonNull(table, "table");
  }
}
