package org.machinami.loader;

import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.Row;

/** Takes what became of a row, when its triples have come. */
@FunctionalInterface
interface RowTaker {
  /**
   * Takes a row.
   *
   * @param row as it was read; filled again for the next one
   */
  void row(MappingPlan.Step step, Mapping mapping, Row row);
}
