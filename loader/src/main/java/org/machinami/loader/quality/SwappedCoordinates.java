package org.machinami.loader.quality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.loader.repair.Coordinates;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.RepairKind;
import org.machinami.shapes.contract.Contract;

/** Finds rows whose latitude and longitude stand in each other's column. Not thread-safe. */
final class SwappedCoordinates {

  private static final String WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#";

  private final String file;
  private final List<String> names;
  private final int latitude;
  private final int longitude;
  private String north = "";
  private String east = "";

  private SwappedCoordinates(String file, List<String> names, int latitude, int longitude) {
    this.file = file;
    this.names = names;
    this.latitude = latitude;
    this.longitude = longitude;
  }

  /** Of a file with these columns; empty where they hold no places. */
  static Optional<SwappedCoordinates> of(
      String file, Contract contract, List<String> names, int columns) {
    int latitude = find(contract, names, columns, WGS84 + "lat");
    int longitude = find(contract, names, columns, WGS84 + "long");
    return latitude < 0 || longitude < 0
        ? Optional.empty()
        : Optional.of(new SwappedCoordinates(file, List.copyOf(names), latitude, longitude));
  }

  private static int find(Contract contract, List<String> names, int columns, String property) {
    for (int i = 0; i < columns; i++) {
      if (contract
          .column(names.get(i))
          .flatMap(column -> column.mapping().property())
          .filter(property::equals)
          .isPresent()) {
        return i;
      }
    }
    return -1;
  }

  void cell(int column, char[] text, int offset, int length) {
    if (column == latitude) {
      north = new String(text, offset, length);
    } else if (column == longitude) {
      east = new String(text, offset, length);
    }
  }

  /** The row is complete: both cells, where only the other way round they are a place in Japan. */
  Optional<Repair> endRow(long row) {
    boolean swapped = !north.isEmpty() && !east.isEmpty() && Coordinates.isInJapan(east, north);
    Optional<Repair> repair =
        swapped
            ? Optional.of(
                new Repair.NewCells(
                    RepairKind.SWAP,
                    List.of(cell(row, latitude, north, east), cell(row, longitude, east, north))))
            : Optional.empty();
    north = "";
    east = "";
    return repair;
  }

  private Repair.Cell cell(long row, int column, String before, String after) {
    Position at = new Position(file, OptionalLong.of(row), Optional.of(names.get(column).strip()));
    return new Repair.Cell(at, before, after);
  }
}
