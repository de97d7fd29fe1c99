package org.machinami.web.chart;

import java.util.Objects;
import java.util.Optional;
import org.machinami.web.rows.Column;

/**
 * What is drawn.
 *
 * @param along the column of the axis, whose type says how it is drawn
 * @param figure the column of the figures; empty: rows are counted
 * @param measure what is made of several figures at one place
 */
record ChartSpec(Points.Kind kind, Column along, Optional<Column> figure, Measure measure) {
  ChartSpec {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(along, "along");
    if (kind == Points.Kind.HISTOGRAM && figure.isPresent()) {
      throw new IllegalArgumentException("a histogram counts rows");
    }
  }
}
