package org.machinami.loader.citygml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.loader.coordinates.Degrees;
import org.machinami.loader.coordinates.ReferenceSystem;

/**
 * Gathers the geometries of a member and makes the outline of them that a map shows: of the lowest
 * level of detail that has one; of a building the footprint before the edge of the roof; of a body
 * its lowest faces; never walls, which have no area on a map. Heights are dropped. Not thread-safe.
 */
final class Outline {

  private static final Set<String> GEOMETRIES =
      Set.of(
          "Point",
          "LineString",
          "Curve",
          "CompositeCurve",
          "MultiCurve",
          "MultiPoint",
          "MultiGeometry",
          "Polygon",
          "Surface",
          "OrientableSurface",
          "CompositeSurface",
          "MultiSurface",
          "TriangulatedSurface",
          "Tin",
          "Solid",
          "CompositeSolid",
          "MultiSolid",
          "GeometricComplex");

  private static final Pattern LEVEL = Pattern.compile("lod([0-4])(.*)");

  /** Below so many square degrees, a square centimetre, a face is a wall or nothing. */
  private static final double LEAST_AREA = 1e-14;

  private static final int MOST_POINTS = 2_000_000;

  /** How the piece is made up. */
  private enum Kind {
    POINT,
    LINE,
    FACE
  }

  /**
   * A point, a line or a face with its holes.
   *
   * @param rank the lower, the better
   * @param body whether it is a face of a body, of which only the lowest count
   */
  private record Piece(Kind kind, int rank, boolean body, List<double[]> rings, double height) {}

  private final Optional<ReferenceSystem> inherited;
  private final int inheritedDimensions;
  private final Deque<String> path = new ArrayDeque<>();
  private final List<Piece> pieces = new ArrayList<>();
  private Optional<ReferenceSystem> system;
  private int dimensions;
  private List<double[]> rings = new ArrayList<>();
  private double height;
  private boolean ringOpen;
  private int points;
  private String fault = "";

  Outline(Optional<ReferenceSystem> inherited, int dimensions) {
    this.inherited = inherited;
    this.inheritedDimensions = dimensions;
    this.system = inherited;
    this.dimensions = dimensions;
  }

  static boolean isGeometry(String name) {
    return GEOMETRIES.contains(name);
  }

  /** A geometry begins, which may say in which system it is. */
  void begin(Optional<ReferenceSystem> said, int saidDimensions) {
    system = said.or(() -> inherited);
    dimensions = saidDimensions == 0 ? inheritedDimensions : saidDimensions;
  }

  /** A geometry has been read. */
  void end() {
    rings = new ArrayList<>();
  }

  void enter(String name) {
    path.addLast(name);
    ringOpen = false;
    if (name.equals("Polygon") || name.equals("LineString") || name.equals("Point")) {
      rings = new ArrayList<>();
      height = 0;
    }
  }

  void leave() {
    switch (path.removeLast()) {
      case "Polygon", "Triangle", "Rectangle", "PolygonPatch" -> add(Kind.FACE);
      case "LineString", "LineStringSegment" -> add(Kind.LINE);
      case "Point" -> add(Kind.POINT);
      default -> {
        // holds others
      }
    }
  }

  private void add(Kind kind) {
    if (rings.isEmpty()) {
      return;
    }
    if ((kind == Kind.FACE && !rings.stream().allMatch(Outline::isRing))
        || (kind == Kind.LINE && rings.get(0).length < 4)) {
      fail("row.gml-ring");
    } else if (kind != Kind.FACE || Math.abs(area(rings.get(0))) > LEAST_AREA) {
      pieces.add(new Piece(kind, rank(), path.contains("Solid"), rings, height));
    }
    rings = new ArrayList<>();
  }

  /** From the place in the member: the level, and what is better at the same level. */
  private int rank() {
    int rank = path.contains("GroundSurface") ? 15 : 90;
    for (String name : path) {
      Matcher level = LEVEL.matcher(name);
      if (level.matches()) {
        int base = 10 * Integer.parseInt(level.group(1));
        if (path.contains("GroundSurface")) {
          return 5 + base;
        }
        return switch (level.group(2)) {
          case "FootPrint" -> base;
          case "RoofEdge" -> base + 1;
          case "TerrainIntersection" -> base + 95;
          default -> base + 6;
        };
      }
    }
    return rank;
  }

  /** Takes the numbers of {@code pos}, {@code posList} or {@code coordinates}. */
  void positions(String text, String element, int said) {
    int size = said == 0 ? dimensions : said;
    if (element.equals("coordinates")) {
      String first = text.strip().split("\\s+", 2)[0];
      size = first.split(",").length;
    }
    double[] numbers = numbers(text);
    if (numbers.length == 0 || size < 2 || numbers.length % size != 0) {
      fail("row.gml-positions");
      return;
    }
    if (system.isEmpty()) {
      fail("row.gml-system");
      return;
    }
    points += numbers.length / size;
    if (points > MOST_POINTS) {
      fail("row.gml-points");
      return;
    }
    double[] places = new double[2 * (numbers.length / size)];
    double sum = 0;
    for (int i = 0; i < places.length / 2; i++) {
      double[] place = system.get().toDegrees(numbers[i * size], numbers[i * size + 1]);
      if (!(Math.abs(place[0]) <= 180) || !(Math.abs(place[1]) <= 90)) {
        fail("row.gml-place");
        return;
      }
      places[2 * i] = place[0];
      places[2 * i + 1] = place[1];
      sum += size > 2 ? numbers[i * size + 2] : 0;
    }
    if (ringOpen) {
      double[] before = rings.get(rings.size() - 1);
      double[] longer = Arrays.copyOf(before, before.length + places.length);
      System.arraycopy(places, 0, longer, before.length, places.length);
      rings.set(rings.size() - 1, longer);
      return;
    }
    if (rings.isEmpty()) {
      height = sum * 2 / places.length;
    }
    rings.add(places);
    ringOpen = element.equals("pos");
  }

  /** How deep the place in the member is. */
  int depth() {
    return path.size();
  }

  private static double[] numbers(String text) {
    double[] numbers = new double[64];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c <= ' ' || c == ',') {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != ',') {
        end++;
      }
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      try {
        numbers[count++] = Double.parseDouble(text.substring(at, end));
      } catch (NumberFormatException e) {
        return new double[0];
      }
      at = end;
    }
    return Arrays.copyOf(numbers, count);
  }

  private void fail(String key) {
    if (fault.isEmpty()) {
      fault = key;
    }
  }

  /** Why the geometry cannot be used. */
  Optional<String> fault() {
    return fault.isEmpty() ? Optional.empty() : Optional.of(fault);
  }

  /** Whether it closes and has three corners at least. */
  private static boolean isRing(double[] ring) {
    return ring.length >= 8 && ring[0] == ring[ring.length - 2] && ring[1] == ring[ring.length - 1];
  }

  private static double area(double[] ring) {
    double sum = 0;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      sum +=
          (ring[i] - ring[0]) * (ring[i + 3] - ring[1])
              - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
    }
    return sum / 2;
  }

  /** The outline; empty where the member has no geometry. */
  Optional<String> wkt() {
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    int rank = pieces.stream().mapToInt(Piece::rank).min().orElseThrow();
    List<Piece> best = pieces.stream().filter(piece -> piece.rank == rank).toList();
    Kind kind = best.stream().map(Piece::kind).max(Enum::compareTo).orElseThrow();
    List<Piece> chosen = best.stream().filter(piece -> piece.kind == kind).toList();
    if (chosen.stream().anyMatch(Piece::body)) {
      double lowest = chosen.stream().mapToDouble(Piece::height).min().orElseThrow();
      chosen = chosen.stream().filter(piece -> piece.height <= lowest + 0.01).toList();
    }
    return Optional.of(text(kind, chosen));
  }

  private static String text(Kind kind, List<Piece> pieces) {
    boolean several = pieces.size() > 1;
    StringBuilder text = new StringBuilder(several ? "MULTI" : "");
    text.append(
        switch (kind) {
          case POINT -> "POINT";
          case LINE -> "LINESTRING";
          case FACE -> "POLYGON";
        });
    text.append(several ? "(" : "");
    String separator = "";
    for (Piece piece : pieces) {
      text.append(separator);
      separator = ", ";
      if (kind == Kind.FACE) {
        text.append('(');
        String between = "";
        for (double[] ring : piece.rings) {
          append(text.append(between), ring);
          between = ", ";
        }
        text.append(')');
      } else {
        append(text, piece.rings.get(0));
      }
    }
    return text.append(several ? ")" : "").toString();
  }

  private static void append(StringBuilder text, double[] places) {
    text.append('(');
    for (int i = 0; i < places.length; i += 2) {
      text.append(i == 0 ? "" : ", ");
      Degrees.appendPosition(text, places[i], places[i + 1]);
    }
    text.append(')');
  }
}
