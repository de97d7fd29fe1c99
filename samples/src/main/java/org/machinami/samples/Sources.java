package org.machinami.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes source files below a folder of dataset folders.
 *
 * @param root the folder of dataset folders
 */
record Sources(Path root) {

  static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A CSV in UTF-8 with LF. */
  void csv(String file, String header, List<String> rows) throws IOException {
    write(file, header + "\n" + String.join("\n", rows) + "\n");
  }

  /** A CSV in UTF-8 with a byte order mark and CRLF, as spreadsheets save it. */
  void spreadsheetCsv(String file, String header, List<String> rows) throws IOException {
    write(file, BYTE_ORDER_MARK + header + "\r\n" + String.join("\r\n", rows) + "\r\n");
  }

  /** A GeoJSON FeatureCollection with one feature a line. */
  void geoJson(String file, List<String> features) throws IOException {
    write(
        file,
        "{\"type\":\"FeatureCollection\",\"features\":[\n"
            + String.join(",\n", features)
            + "\n]}\n");
  }

  void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** A row of CSV; cells with a comma are quoted. No cell here holds a quote or a line break. */
  static String row(String... cells) {
    StringBuilder row = new StringBuilder();
    for (String cell : cells) {
      row.append(row.isEmpty() ? "" : ",");
      row.append(cell.indexOf(',') < 0 ? cell : '"' + cell + '"');
    }
    return row.toString();
  }

  /** A number with a fixed count of decimals and a point. */
  static String decimal(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  /** A point as member "geometry" of GeoJSON. */
  static String point(double longitude, double latitude) {
    return "\"geometry\":{\"type\":\"Point\",\"coordinates\":["
        + decimal(longitude, 5)
        + ","
        + decimal(latitude, 5)
        + "]}";
  }
}
