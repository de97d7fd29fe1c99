package org.machinami.web.map;

import java.util.List;
import org.machinami.ontology.MeshCode;
import org.machinami.web.rows.Column;

/** Where the rows of a table lie: a place for each, or places that several share. Immutable. */
sealed interface Ground {
  /** The rectangles of the places, by number. */
  Boxes boxes();

  /** How many rows have no place. */
  long unplaced();

  /** About how much memory it takes. */
  int bytes();

  /** A place for each row that has a geometry, in the order in which they are stored. */
  final class Things implements Ground {
    private final Boxes boxes;
    private final long unplaced;
    private final int[] lines;
    private final int[] geometryLines;
    private final int[] firstGeometry;

    /**
     * Takes the arrays as they are.
     *
     * @param lines where each row begins in the version
     * @param geometryLines where the geometries begin, those of a row together
     * @param firstGeometry for each row the first of its entries there; one more entry at the end
     */
    Things(Boxes boxes, long unplaced, Ints lines, Ints geometryLines, Ints firstGeometry) {
      this.boxes = boxes;
      this.unplaced = unplaced;
      this.lines = lines.toArray();
      this.geometryLines = geometryLines.toArray();
      this.firstGeometry = firstGeometry.toArray();
    }

    int line(int place) {
      return lines[place];
    }

    int geometries(int place) {
      return firstGeometry[place + 1] - firstGeometry[place];
    }

    int geometryLine(int place, int geometry) {
      return geometryLines[firstGeometry[place] + geometry];
    }

    @Override
    public Boxes boxes() {
      return boxes;
    }

    @Override
    public long unplaced() {
      return unplaced;
    }

    @Override
    public int bytes() {
      return boxes.bytes() + 4 * (lines.length + geometryLines.length + firstGeometry.length);
    }
  }

  /**
   * Cells of the standard area mesh, each with the rows that name it.
   *
   * @param columns the columns of numbers that are added up
   */
  record Cells(Boxes boxes, long unplaced, List<Column> columns, List<Cell> cells)
      implements Ground {
    private static final int CELL_BYTES = 200;

    public Cells {
      columns = List.copyOf(columns);
      cells = List.copyOf(cells);
    }

    @Override
    public int bytes() {
      return boxes.bytes() + cells.size() * (CELL_BYTES + 16 * columns.size());
    }
  }

  /** A cell, and what its rows come to. Not to be changed once it is in a {@link Cells}. */
  final class Cell {
    private final MeshCode code;
    private final double[] sums;
    private final long[] counts;
    private long rows;

    Cell(MeshCode code, int columns) {
      this.code = code;
      this.sums = new double[columns];
      this.counts = new long[columns];
    }

    MeshCode code() {
      return code;
    }

    long rows() {
      return rows;
    }

    int columns() {
      return sums.length;
    }

    void addRow() {
      rows++;
    }

    /** Takes a number of a row; NaN is none. */
    void add(int column, double number) {
      if (Double.isFinite(number)) {
        sums[column] += number;
        counts[column]++;
      }
    }

    /** Takes all that another has. */
    void add(Cell other) {
      rows += other.rows;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += other.sums[i];
        counts[i] += other.counts[i];
      }
    }

    /** The mean of a column's numbers; NaN when there are none. */
    double mean(int column) {
      return counts[column] == 0 ? Double.NaN : sums[column] / counts[column];
    }
  }
}
