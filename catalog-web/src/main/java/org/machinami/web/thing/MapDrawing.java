package org.machinami.web.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
final class MapDrawing {
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

  private record Near(String iri, double east, double north) {
    double distance() {
      return Math.hypot(east, north);
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
        bar >= 1000 ? number(bar / 1000) + " km" : number(bar) + " m",
        String.format(Locale.ROOT, "%.4f, %.4f", latitude, longitude));
  }

  /** Wide enough for the thing and for a few around it, in metres from the middle to the side. */
  private double halfWidth(List<Near> near) {
    Envelope box = geometry.getEnvelopeInternal();
    double width = box.getWidth() * METRES_PER_DEGREE * shrink / 2;
    double height = box.getHeight() * METRES_PER_DEGREE / 2 * MapView.WIDTH / MapView.HEIGHT;
    double own = Math.max(width, height) * MARGIN;
    double around =
        near.isEmpty() ? 0 : near.get(Math.min(NEAREST, near.size()) - 1).distance() * MARGIN;
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
    List<MapView.Dot> dots = new ArrayList<>();
    List<double[]> labelled = new ArrayList<>();
    labelled.add(new double[] {MapView.WIDTH / 2.0, MapView.HEIGHT / 2.0});
    for (Near one : near) {
      double x = x(one.east());
      double y = y(one.north());
      boolean inside = x > 6 && x < MapView.WIDTH - 6 && y > 6 && y < MapView.HEIGHT - 36;
      if (!inside || dots.size() == MOST_DOTS) {
        continue;
      }
      boolean free =
          labelled.stream().noneMatch(l -> Math.abs(l[1] - y) < 22 && Math.abs(l[0] - x) < 170);
      boolean label = free && labelled.size() <= MOST_LABELS && y > 14;
      if (label) {
        labelled.add(new double[] {x, y});
      }
      boolean left = x > MapView.WIDTH * 0.6;
      dots.add(
          new MapView.Dot(
              number(x),
              number(y),
              one.iri(),
              name.apply(one.iri()),
              label,
              left ? "end" : "start",
              number(left ? x - 10 : x + 10)));
    }
    return dots;
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
