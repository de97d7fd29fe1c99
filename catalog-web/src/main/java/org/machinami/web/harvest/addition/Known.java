package org.machinami.web.harvest.addition;

import java.util.List;
import java.util.Objects;
import org.machinami.store.search.Box;
import org.machinami.web.rdf.Described;

/**
 * What is known here of a dataset.
 *
 * @param dataset as it is described
 * @param extents rectangles that the description names and the data lie in
 * @param municipalities codes of those that the data are about
 * @param columns of its data
 */
record Known(
    Described dataset, List<Box> extents, List<String> municipalities, List<ColumnWords> columns) {
  Known {
    Objects.requireNonNull(dataset, "dataset");
    extents = List.copyOf(extents);
    municipalities = List.copyOf(municipalities);
    columns = List.copyOf(columns);
  }
}
