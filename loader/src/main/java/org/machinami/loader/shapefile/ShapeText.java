package org.machinami.loader.shapefile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.coordinates.Degrees;
import org.machinami.loader.coordinates.ReferenceSystem;

/** A record of a {@code .shp} as well-known text in longitude and latitude. */
final class ShapeText {

  /** What a shape is, whatever it has besides X and Y. */
  private enum Kind {
    POINT,
    LINE,
    POLYGON,
    POINTS
  }

  /** Points of one part; a ring or a line. */
  private static final class Part {
    private final double[] places;

    /** Takes X and Y by turns, not to be changed afterwards. */
    Part(double[] places) {
      this.places = places;
    }

    int size() {
      return places.length / 2;
    }

    double x(int i) {
      return places[2 * i];
    }

    double y(int i) {
      return places[2 * i + 1];
    }

    /** Twice the area, positive where it goes round with the clock. */
    double clockwise() {
      double sum = 0;
      for (int i = 0; i + 1 < size(); i++) {
        sum += (x(i + 1) - x(i)) * (y(i + 1) + y(i) - 2 * y(0));
      }
      return sum;
    }

    /** Whether a place is within the ring. */
    boolean contains(double px, double py) {
      boolean inside = false;
      for (int i = 0, j = size() - 1; i < size(); j = i++) {
        if (y(i) > py != y(j) > py && px < (x(j) - x(i)) * (py - y(i)) / (y(j) - y(i)) + x(i)) {
          inside = !inside;
        }
      }
      return inside;
    }
  }

  /** A shape that cannot be read: key of the reason. */
  static final class BrokenShapeException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenShapeException(String key) {
      super(key, null, false, false);
    }
  }

  private static final int POINT_BYTES = 16;
  private static final int BOX_BYTES = 32;

  private final ReferenceSystem system;

  ShapeText(ReferenceSystem system) {
    this.system = system;
  }

  /**
   * The geometry of a record.
   *
   * @param record its content, from the type of the shape on
   * @return empty for the null shape
   */
  Optional<String> of(ByteBuffer record) throws BrokenShapeException {
    if (record.remaining() < 4) {
      throw new BrokenShapeException("row.shape-broken");
    }
    int type = record.getInt();
    if (type == 0) {
      return Optional.empty();
    }
    Kind kind =
        switch (type) {
          case 1, 11, 21 -> Kind.POINT;
          case 3, 13, 23 -> Kind.LINE;
          case 5, 15, 25 -> Kind.POLYGON;
          case 8, 18, 28 -> Kind.POINTS;
          default -> throw new BrokenShapeException("row.shape-type");
        };
    StringBuilder text = new StringBuilder();
    switch (kind) {
      case POINT -> append(text.append("POINT"), points(record, 1));
      case POINTS -> append(text.append("MULTIPOINT"), points(record, count(record)));
      case LINE -> lines(text, parts(record));
      case POLYGON -> polygons(text, parts(record));
      default -> throw new IllegalStateException(kind.toString());
    }
    return Optional.of(text.toString());
  }

  private static int count(ByteBuffer record) throws BrokenShapeException {
    if (record.remaining() < BOX_BYTES + 4) {
      throw new BrokenShapeException("row.shape-broken");
    }
    record.position(record.position() + BOX_BYTES);
    int count = record.getInt();
    if (count < 1) {
      throw new BrokenShapeException("row.shape-broken");
    }
    return count;
  }

  private Part points(ByteBuffer record, int count) throws BrokenShapeException {
    if (count > record.remaining() / POINT_BYTES) {
      throw new BrokenShapeException("row.shape-broken");
    }
    double[] places = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double[] place = system.eastNorthToDegrees(record.getDouble(), record.getDouble());
      if (!(Math.abs(place[0]) <= 180) || !(Math.abs(place[1]) <= 90)) {
        throw new BrokenShapeException("row.shape-place");
      }
      places[2 * i] = place[0];
      places[2 * i + 1] = place[1];
    }
    return new Part(places);
  }

  private List<Part> parts(ByteBuffer record) throws BrokenShapeException {
    int parts = count(record);
    if (record.remaining() < 4) {
      throw new BrokenShapeException("row.shape-broken");
    }
    int points = record.getInt();
    if (points < 1 || parts > points || parts > record.remaining() / 4) {
      throw new BrokenShapeException("row.shape-broken");
    }
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      starts[i] = record.getInt();
    }
    starts[parts] = points;
    double[] places = points(record, points).places;
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      if (starts[i] < 0 || starts[i] >= starts[i + 1] || starts[i + 1] > points) {
        throw new BrokenShapeException("row.shape-broken");
      }
      all.add(new Part(Arrays.copyOfRange(places, 2 * starts[i], 2 * starts[i + 1])));
    }
    return all;
  }

  private static void lines(StringBuilder text, List<Part> parts) throws BrokenShapeException {
    for (Part part : parts) {
      if (part.size() < 2) {
        throw new BrokenShapeException("row.shape-broken");
      }
    }
    if (parts.size() == 1) {
      append(text.append("LINESTRING"), parts.get(0));
      return;
    }
    text.append("MULTILINESTRING");
    append(text, parts);
  }

  /**
   * Rings that go with the clock are outlines; those that go against it are holes of the smallest
   * outline around them. Where no ring goes with the clock the writer meant it the other way.
   */
  private static void polygons(StringBuilder text, List<Part> rings) throws BrokenShapeException {
    for (Part ring : rings) {
      boolean closed = ring.x(0) == ring.x(ring.size() - 1) && ring.y(0) == ring.y(ring.size() - 1);
      if (ring.size() < 4 || !closed) {
        throw new BrokenShapeException("row.shape-ring");
      }
    }
    boolean reversed = rings.stream().noneMatch(ring -> ring.clockwise() > 0);
    List<List<Part>> polygons = new ArrayList<>();
    List<Part> holes = new ArrayList<>();
    for (Part ring : rings) {
      if (reversed || ring.clockwise() > 0) {
        polygons.add(new ArrayList<>(List.of(ring)));
      } else {
        holes.add(ring);
      }
    }
    for (Part hole : holes) {
      owner(hole, polygons)
          .ifPresentOrElse(
              polygon -> polygon.add(hole), () -> polygons.add(new ArrayList<>(List.of(hole))));
    }
    if (polygons.size() == 1) {
      append(text.append("POLYGON"), polygons.get(0));
      return;
    }
    text.append("MULTIPOLYGON(");
    String separator = "";
    for (List<Part> polygon : polygons) {
      append(text.append(separator), polygon);
      separator = ", ";
    }
    text.append(')');
  }

  private static Optional<List<Part>> owner(Part hole, List<List<Part>> polygons) {
    List<Part> smallest = null;
    for (List<Part> polygon : polygons) {
      Part shell = polygon.get(0);
      // A corner of the hole may lie on the outline; the middle of one of its sides hardly does.
      double x = (hole.x(0) + hole.x(1)) / 2;
      double y = (hole.y(0) + hole.y(1)) / 2;
      if ((shell.contains(x, y) || shell.contains(hole.x(0), hole.y(0)))
          && (smallest == null || shell.clockwise() < smallest.get(0).clockwise())) {
        smallest = polygon;
      }
    }
    return Optional.ofNullable(smallest);
  }

  private static void append(StringBuilder text, List<Part> parts) {
    text.append('(');
    String separator = "";
    for (Part part : parts) {
      append(text.append(separator), part);
      separator = ", ";
    }
    text.append(')');
  }

  private static void append(StringBuilder text, Part part) {
    text.append('(');
    for (int i = 0; i < part.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      Degrees.appendPosition(text, part.x(i), part.y(i));
    }
    text.append(')');
  }
}
