package org.machinami.loader;

import org.machinami.loader.mapping.MappingPlan;

/** Takes what became of a row, when its triples have come. */
@FunctionalInterface
interface RowTaker {
  void row(MappingPlan.Step step, Mapping mapping);
}
