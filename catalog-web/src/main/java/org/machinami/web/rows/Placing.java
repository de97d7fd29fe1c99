package org.machinami.web.rows;

import java.util.Objects;

/** How the rows of a table come to a place on a map. */
public sealed interface Placing {
  /** Each has a geometry. */
  record ByGeometry() implements Placing {}

  /**
   * Each names a cell of the standard area mesh, in a column; several may name the same one.
   *
   * @see org.machinami.ontology.MeshCode
   */
  record ByCell(Column column) implements Placing {
    public ByCell {
      Objects.requireNonNull(column, "column");
    }
  }

  /** They have none. */
  record Nowhere() implements Placing {}

  /** Whether there is anything to draw. */
  default boolean isSomewhere() {
    return !(this instanceof Nowhere);
  }
}
