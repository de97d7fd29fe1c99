package org.machinami.samples;

import static org.machinami.samples.Sources.decimal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The 1 km cells of the standard area mesh around the Yamanote line: 18 rows of 10. No chance in
 * this: codes and corners follow from the standard.
 *
 * @see <a href="https://www.jisc.go.jp/">JIS X 0410, third mesh: 30 seconds by 45 seconds</a>
 */
final class Grid {

  /** Rows count 30 seconds of latitude from the equator, columns 45 seconds from 100° E. */
  private static final int SOUTH_ROW = 4273;

  private static final int ROWS = 18;
  private static final int WEST_COLUMN = 3175;
  private static final int COLUMNS = 10;

  private Grid() {}

  /**
   * A cell.
   *
   * @param row latitude in units of 30 seconds
   * @param column longitude east of 100° in units of 45 seconds
   */
  record Cell(int row, int column) {
    String code() {
      return ""
          + row / 80
          + column / 80
          + row % 80 / 10
          + column % 80 / 10
          + row % 10
          + column % 10;
    }

    double south() {
      return row / 120.0;
    }

    double west() {
      return 100 + column / 80.0;
    }

    double middleLatitude() {
      return (row + 0.5) / 120;
    }

    double middleLongitude() {
      return 100 + (column + 0.5) / 80;
    }
  }

  static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int row = SOUTH_ROW; row < SOUTH_ROW + ROWS; row++) {
      for (int column = WEST_COLUMN; column < WEST_COLUMN + COLUMNS; column++) {
        cells.add(new Cell(row, column));
      }
    }
    return cells;
  }

  static void write(Sources sources) throws IOException {
    List<String> features = new ArrayList<>();
    for (Cell cell : cells()) {
      features.add(
          "{\"type\":\"Feature\",\"properties\":{\"メッシュコード\":\""
              + cell.code()
              + "\",\"一辺_m\":1000},\"geometry\":"
              + polygon(
                  cell.west(),
                  cell.south(),
                  new Cell(cell.row(), cell.column() + 1).west(),
                  new Cell(cell.row() + 1, cell.column()).south())
              + "}");
    }
    sources.geoJson("mesh-1km/mesh_1km.geojson", features);
  }

  /** A rectangle, counter-clockwise as RFC 7946 wants it. */
  static String polygon(double west, double south, double east, double north) {
    String w = decimal(west, 6);
    String s = decimal(south, 6);
    String e = decimal(east, 6);
    String n = decimal(north, 6);
    return "{\"type\":\"Polygon\",\"coordinates\":[[["
        + String.join("],[", w + "," + s, e + "," + s, e + "," + n, w + "," + n, w + "," + s)
        + "]]]}";
  }
}
