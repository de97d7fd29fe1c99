package org.machinami.loader.gtfs;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.coordinates.Degrees;
import org.machinami.loader.source.Row;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;

/**
 * The points of {@code shapes.txt}, put together: a row is a shape, with {@code shape_id}, its line
 * as {@code geometry.wkt}, and {@code points}. Points of a shape may stand anywhere in the file, so
 * all are held in memory, 20 bytes each.
 */
final class ShapeLines {

  private static final int MOST_POINTS = 8_000_000;
  private static final List<String> COLUMNS =
      List.of("shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence");

  /** The points of one shape; a fault of one of them is a fault of the shape. */
  private static final class Line {
    private int[] order = new int[16];
    private double[] place = new double[32];
    private int count;
    private String fault = "";
    private String detail = "";

    void fail(String key, String what) {
      if (fault.isEmpty()) {
        fault = key;
        detail = what;
      }
    }

    void add(int sequence, double longitude, double latitude) {
      if (count == order.length) {
        order = Arrays.copyOf(order, count * 2);
        place = Arrays.copyOf(place, count * 4);
      }
      order[count] = sequence;
      place[2 * count] = longitude;
      place[2 * count++ + 1] = latitude;
    }

    String wkt() {
      boolean sorted = IntStream.range(1, count).allMatch(i -> order[i - 1] <= order[i]);
      int[] sequence = IntStream.range(0, count).toArray();
      if (!sorted) {
        sequence =
            IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(i -> order[i]))
                .mapToInt(i -> i)
                .toArray();
      }
      StringBuilder text = new StringBuilder("LINESTRING(");
      for (int i = 0; i < count; i++) {
        text.append(i == 0 ? "" : ", ");
        Degrees.appendPosition(text, place[2 * sequence[i]], place[2 * sequence[i] + 1]);
      }
      return text.append(')').toString();
    }
  }

  private final String name;
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private int points;

  private ShapeLines(String name) {
    this.name = name;
  }

  static SourceFinding read(
      Feed feed,
      String name,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    ShapeLines all = new ShapeLines(name);
    SourceFinding finding = feed.read("shapes", COLUMNS, 0, all::point, inspector);
    all.give(references, extraSlots, handler);
    List<String> known = List.of("shape_id", "geometry.wkt", "points", SourceReader.ROW_NUMBER);
    return finding.workedOut(all.lines.size(), references, known);
  }

  private void point(Row row) {
    if (row.blank()) {
      return;
    }
    String id = row.count(0) == 0 ? "" : row.value(0, 0);
    Line line = lines.computeIfAbsent(id, key -> new Line());
    if (!row.fault().isEmpty()) {
      line.fail(row.fault(), row.faultDetail());
      return;
    }
    double latitude = number(row, 1);
    double longitude = number(row, 2);
    double sequence = number(row, 3);
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      line.fail("row.gtfs-point", Long.toString(row.number()));
    } else if (!(sequence >= 0 && sequence <= Integer.MAX_VALUE)) {
      line.fail("row.gtfs-sequence", Long.toString(row.number()));
    } else if (++points > MOST_POINTS) {
      throw new LoadException(Fault.DATA, "gtfs.points", name, MOST_POINTS);
    } else {
      line.add((int) sequence, longitude, latitude);
    }
  }

  private static double number(Row row, int slot) {
    try {
      return row.count(slot) == 0 ? Double.NaN : Double.parseDouble(row.value(slot, 0));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private void give(List<String> references, int extraSlots, RowHandler handler) {
    String file = name + "!shapes.txt";
    Row row = new Row(references.size() + extraSlots);
    long number = 0;
    for (Map.Entry<String, Line> entry : lines.entrySet()) {
      row.begin(file, ++number);
      Line line = entry.getValue();
      if (line.count < 2) {
        line.fail("row.gtfs-short", entry.getKey());
      }
      if (line.fault.isEmpty()) {
        for (int slot = 0; slot < references.size(); slot++) {
          switch (references.get(slot)) {
            case "shape_id" -> row.add(slot, entry.getKey());
            case "geometry.wkt" -> row.add(slot, line.wkt());
            case "points" -> row.add(slot, Integer.toString(line.count));
            case SourceReader.ROW_NUMBER -> row.add(slot, Long.toString(number));
            default -> {
              // has no value, which the finding says
            }
          }
        }
      } else {
        row.fail(line.fault, line.detail);
      }
      handler.row(row);
    }
  }
}
