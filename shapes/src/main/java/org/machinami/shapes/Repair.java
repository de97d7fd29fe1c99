package org.machinami.shapes;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/**
 * How a finding can be put right by a program. A proposal: a person decides, and sees the
 * difference before.
 */
public sealed interface Repair {

  RepairKind kind();

  /** Statements of the description that go, and statements that come. */
  record Patch(RepairKind kind, List<Triple> removes, List<Triple> adds) implements Repair {

    public Patch {
      Objects.requireNonNull(kind, "kind");
      removes = List.copyOf(removes);
      adds = List.copyOf(adds);
      if (removes.isEmpty() && adds.isEmpty()) {
        throw new IllegalArgumentException("a patch must change something");
      }
    }

    /** Changes the graph. */
    public void apply(Graph graph) {
      removes.forEach(graph::delete);
      adds.forEach(graph::add);
    }

    /**
     * The patch as a SPARQL Update: what tools run and people who know Turtle can read. A node that
     * has no IRI of its own is named by the way that leads to it.
     *
     * @param description that the patch is for; read only
     */
    public String toUpdate(Graph description) {
      return UpdateText.of(this, description);
    }
  }

  /**
   * Other values for cells of a source: mostly for one, for two where they have changed places.
   *
   * @param cells of one file
   */
  record NewCells(RepairKind kind, List<Cell> cells) implements Repair {

    public NewCells {
      Objects.requireNonNull(kind, "kind");
      cells = List.copyOf(cells);
      if (cells.isEmpty()) {
        throw new IllegalArgumentException("a repair must change something");
      }
    }

    /** Another value for one cell. */
    public static NewCells of(RepairKind kind, Position at, String before, String after) {
      return new NewCells(kind, List.of(new Cell(at, before, after)));
    }
  }

  /**
   * Another value for a cell.
   *
   * @param at file, row and column
   * @param before what stands there, all of it
   * @param after what should
   */
  record Cell(Position at, String before, String after) {

    public Cell {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      if (at.row().isEmpty() || at.column().isEmpty()) {
        throw new IllegalArgumentException("a cell has a row and a column: " + at);
      }
    }
  }
}
