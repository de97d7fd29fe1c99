package org.machinami.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places of the city that the series are tied to.
 *
 * @param municipalities the 62 of Tokyo in the order of their codes
 * @param stations the stations of the Yamanote line in the order of their numbers
 * @param libraries the libraries of the bundled list
 */
record Facts(List<Place> municipalities, List<Place> stations, List<Place> libraries) {

  /**
   * A named point.
   *
   * @param id five-digit code of a municipality, id of a station, number of a library
   * @param municipality five-digit code
   * @param latitude degrees north
   * @param longitude degrees east
   */
  record Place(
      String id,
      String name,
      String kana,
      String english,
      String municipality,
      double latitude,
      double longitude) {}

  /**
   * How large the stations are beside each other, from JY01 on: chosen by hand so that hubs look
   * like hubs, not measured.
   */
  private static final int[] STATION_SIZE = {
    95, 60, 75, 55, 85, 30, 60, 60, 40, 40, 50, 45, 95, 35, 70, 45, 100, 60, 55, 95, 70, 65, 65, 65,
    85, 25, 65, 70, 85, 75
  };

  /** Without the check digit that some lists carry. */
  private static final int MUNICIPALITY_DIGITS = 5;

  Facts {
    municipalities = List.copyOf(municipalities);
    stations = List.copyOf(stations);
    libraries = List.copyOf(libraries);
  }

  static Facts read(Path datasets) throws IOException {
    return new Facts(
        places(
            datasets.resolve("municipalities/municipalities.csv"),
            "標準地域コード",
            "市区町村名",
            "市区町村名_カナ",
            "市区町村名_英語",
            "標準地域コード"),
        places(
            datasets.resolve("yamanote-stations/yamanote_stations.csv"),
            "駅ID",
            "駅名",
            "駅名_カナ",
            "駅名_英語",
            "標準地域コード"),
        places(
            datasets.resolve("libraries/130001_libraries.csv"),
            "NO",
            "名称",
            "名称_カナ",
            "名称_英語",
            "都道府県コード又は市区町村コード"));
  }

  /** The 23 special wards. */
  List<Place> wards() {
    return municipalities.subList(0, 23);
  }

  /** The 23 special wards and the 26 cities: the mainland without its mountain villages. */
  List<Place> wardsAndCities() {
    return municipalities.subList(0, 49);
  }

  /** Size of the station of that index beside the largest one, 0 to 1. */
  double stationSize(int index) {
    return STATION_SIZE[index] / 100.0;
  }

  private static List<Place> places(
      Path file, String id, String name, String kana, String english, String code)
      throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    Map<String, Integer> columns = new HashMap<>();
    String[] header = cells(lines.get(0).replace("\uFEFF", ""));
    for (int i = 0; i < header.length; i++) {
      columns.put(header[i], i);
    }
    List<Place> places = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = cells(line);
      if (cells.length != header.length) {
        throw new IllegalArgumentException(
            file + ": " + cells.length + " cells where the heading has " + header.length);
      }
      places.add(
          new Place(
              cells[columns.get(id)],
              cells[columns.get(name)],
              cells[columns.get(kana)],
              cells[columns.get(english)],
              cells[columns.get(code)].substring(0, MUNICIPALITY_DIGITS),
              Double.parseDouble(cells[columns.get("緯度")]),
              Double.parseDouble(cells[columns.get("経度")])));
    }
    return places;
  }

  /** The cells of a line; quoted ones may hold commas, none holds a quote or a line break. */
  private static String[] cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char next = line.charAt(i);
      if (next == '"') {
        quoted = !quoted;
      } else if (next == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(next);
      }
    }
    cells.add(cell.toString());
    return cells.toArray(String[]::new);
  }
}
