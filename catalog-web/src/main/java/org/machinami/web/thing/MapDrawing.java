package org.machinami.web.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.machinami.web.language.Text;

/** Draws a thing and those around it: equirectangular about its middle, enough for a city. */
public final class MapDrawing {
  private static final double METRES_PER_DEGREE = 111_320;
  private static final double LEAST_HALF_WIDTH = 400;
  private static final double MOST_HALF_WIDTH = 30_000;
  private static final int NEAREST = 6;
  private static final int MOST_DOTS = 80;
  private static final int MOST_LABELS = 7;
  private static final double MARGIN = 1.25;

  private final Geometry geometry;
  private final double longitude;
  private final double latitude;
  private final double shrink;
  private double unitsPerMetre;

  private MapDrawing(Geometry geometry) {
    this.geometry = geometry;
    Coordinate middle = geometry.getEnvelopeInternal().centre();
    this.longitude = middle.x;
    this.latitude = middle.y;
    this.shrink = Math.max(0.01, Math.cos(Math.toRadians(latitude)));
  }

  /**
   * The map of a thing.
   *
   * @param name what a neighbour is called
   */
  static MapView of(
      Geometry geometry, List<ThingState.Neighbour> neighbours, Function<String, Text> name) {
    return new MapDrawing(geometry).draw(neighbours, name);
  }

  /** The map of shapes, with nothing around them. */
  public static MapView alone(Geometry geometry) {
    return of(geometry, List.of(), iri -> new Text(iri, "zxx"));
  }

  private record Near(String iri, double east, double north) {
    double distance() {
      return Math.hypot(east, north);
    }

    /** How far to the side a map must go to show it, its height counted by the map's shape. */
    double reach() {
      return Math.max(Math.abs(east), Math.abs(north) * MapView.WIDTH / MapView.HEIGHT);
    }
  }

  private MapView draw(List<ThingState.Neighbour> neighbours, Function<String, Text> name) {
    List<Near> near = new ArrayList<>();
    for (ThingState.Neighbour neighbour : neighbours) {
      Optional<Geometry> other = Wkt.parse(neighbour.wkt());
      other.ifPresent(
          g -> {
            Coordinate middle = g.getEnvelopeInternal().centre();
            near.add(new Near(neighbour.iri(), east(middle), north(middle)));
          });
    }
    near.sort(Comparator.comparingDouble(Near::distance).thenComparing(Near::iri));
    double half = halfWidth(near);
    unitsPerMetre = MapView.WIDTH / 2.0 / half;
    List<MapView.Shape> shapes = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      shape(geometry.getGeometryN(i), shapes);
    }
    double bar = niceBelow(half / 2);
    return new MapView(
        shapes,
        dots(near, name),
        grid(niceBelow(half)),
        number(bar * unitsPerMetre),
        bar >= 1000 ? number(bar / 1000) + " km" : number(bar) + " m");
  }

  /** Wide enough for the thing and for a few around it, in metres from the middle to the side. */
  private double halfWidth(List<Near> near) {
    Envelope box = geometry.getEnvelopeInternal();
    double width = box.getWidth() * METRES_PER_DEGREE * shrink / 2;
    double height = box.getHeight() * METRES_PER_DEGREE / 2 * MapView.WIDTH / MapView.HEIGHT;
    double own = Math.max(width, height) * MARGIN;
    double around = near.stream().limit(NEAREST).mapToDouble(Near::reach).max().orElse(0) * MARGIN;
    double half = Math.max(LEAST_HALF_WIDTH, Math.min(around, MOST_HALF_WIDTH));
    return Math.max(own, half);
  }

  private double east(Coordinate c) {
    return (c.x - longitude) * METRES_PER_DEGREE * shrink;
  }

  private double north(Coordinate c) {
    return (c.y - latitude) * METRES_PER_DEGREE;
  }

  private double x(double east) {
    return MapView.WIDTH / 2.0 + east * unitsPerMetre;
  }

  private double y(double north) {
    return MapView.HEIGHT / 2.0 - north * unitsPerMetre;
  }

  private void shape(Geometry part, List<MapView.Shape> shapes) {
    if (part instanceof Point point) {
      Coordinate c = point.getCoordinate();
      shapes.add(new MapView.Shape("point", "", number(x(east(c))), number(y(north(c)))));
    } else if (part instanceof LineString line) {
      shapes.add(new MapView.Shape("line", path(line, false), "", ""));
    } else if (part instanceof Polygon polygon) {
      StringBuilder path = new StringBuilder(path(polygon.getExteriorRing(), true));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        path.append(path(polygon.getInteriorRingN(i), true));
      }
      shapes.add(new MapView.Shape("area", path.toString(), "", ""));
    }
  }

  private String path(LineString line, boolean closed) {
    StringBuilder path = new StringBuilder();
    String last = "";
    for (Coordinate c : line.getCoordinates()) {
      String at = number(x(east(c))) + " " + number(y(north(c)));
      if (!at.equals(last)) {
        path.append(path.isEmpty() ? "M" : "L").append(at);
        last = at;
      }
    }
    return closed ? path + "Z" : path.toString();
  }

  private List<MapView.Dot> dots(List<Near> near, Function<String, Text> name) {
    List<Near> shown =
        near.stream().filter(n -> isOnMap(x(n.east()), y(n.north()))).limit(MOST_DOTS).toList();
    List<Envelope> taken = new ArrayList<>();
    taken.add(around(MapView.WIDTH / 2.0, MapView.HEIGHT / 2.0, 18));
    shown.forEach(n -> taken.add(around(x(n.east()), y(n.north()), 6)));
    List<MapView.Dot> dots = new ArrayList<>();
    int labels = 0;
    for (Near one : shown) {
      double x = x(one.east());
      double y = y(one.north());
      Text text = name.apply(one.iri());
      double width = width(text.value());
      boolean left = x + 10 + width > MapView.WIDTH;
      double start = left ? x - 10 - width : x + 10;
      Envelope place = new Envelope(start, start + width, y - 9, y + 9);
      boolean free =
          labels < MOST_LABELS && start > 0 && taken.stream().noneMatch(place::intersects);
      if (free) {
        taken.add(place);
        labels++;
      }
      dots.add(
          new MapView.Dot(
              number(x),
              number(y),
              one.iri(),
              text,
              free,
              left ? "end" : "start",
              number(left ? x - 10 : x + 10)));
    }
    return dots;
  }

  /** Inside the frame, and not under the scale bar. */
  private static boolean isOnMap(double x, double y) {
    boolean inside = x > 6 && x < MapView.WIDTH - 6 && y > 6 && y < MapView.HEIGHT - 6;
    return inside && !(x < MapView.WIDTH / 3.0 && y > MapView.HEIGHT - 44);
  }

  private static Envelope around(double x, double y, double radius) {
    return new Envelope(x - radius, x + radius, y - radius, y + radius);
  }

  /**
   * About how wide a label is: a Japanese character takes a square, a Latin one a little over half.
   */
  private static double width(String label) {
    return label.codePoints().mapToDouble(c -> c < 0x2E80 ? 9 : 15).sum();
  }

  private List<MapView.Line> grid(double step) {
    List<MapView.Line> lines = new ArrayList<>();
    double units = step * unitsPerMetre / 2;
    String right = number(MapView.WIDTH);
    String bottom = number(MapView.HEIGHT);
    for (double x = MapView.WIDTH / 2.0 % units; x < MapView.WIDTH; x += units) {
      lines.add(new MapView.Line(number(x), "0", number(x), bottom));
    }
    for (double y = MapView.HEIGHT / 2.0 % units; y < MapView.HEIGHT; y += units) {
      lines.add(new MapView.Line("0", number(y), right, number(y)));
    }
    return lines;
  }

  /** The largest of 1, 2, 5 times a power of ten that is not above the length. */
  private static double niceBelow(double length) {
    double power = Math.pow(10, Math.floor(Math.log10(length)));
    double digit = length / power;
    return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
  }

  /** At most one decimal, with a point, as SVG and CSS want it. */
  private static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
