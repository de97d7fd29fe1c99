package org.machinami.shapes.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Areas whose edges cross: a bow tie, a hole that leaves its outline. Edges that only touch are no
 * fault, and neither is what is no area or cannot be read, of which other checks tell.
 */
final class Outlines {
  private static final String POLYGON = "POLYGON";
  private static final String MULTIPOLYGON = "MULTIPOLYGON";

  /** A tenth of a millimetre in degrees: coordinates are rounded, and then edges seem to cross. */
  private static final double ROUNDING = 1e-9;

  /** Beyond so many comparisons the outline is taken as it is; a few seconds at most. */
  private static final long MOST_COMPARISONS = 50_000_000;

  private Outlines() {}

  /** Whether no two edges of one polygon cross. */
  static boolean doNotCross(Term value) {
    String text = value.text();
    int start = text.startsWith("<") ? text.indexOf('>') + 1 : 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    boolean several = text.startsWith(MULTIPOLYGON, start);
    if (!several && !text.startsWith(POLYGON, start)) {
      return true;
    }
    for (List<double[]> polygon : polygons(text, several ? 2 : 1)) {
      if (new Edges(polygon).cross()) {
        return false;
      }
    }
    return true;
  }

  /**
   * The rings of each polygon: longitudes and latitudes in turn.
   *
   * @param depth of the brackets around one polygon
   */
  private static List<List<double[]>> polygons(String text, int depth) {
    List<List<double[]>> polygons = new ArrayList<>();
    int open = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '(') {
        open++;
        if (open == depth) {
          polygons.add(new ArrayList<>());
        } else if (open == depth + 1) {
          int end = text.indexOf(')', i);
          if (end < 0) {
            return List.of();
          }
          polygons.get(polygons.size() - 1).add(ring(text, i + 1, end));
          i = end - 1;
        }
      } else if (c == ')') {
        open--;
      }
      i++;
    }
    return polygons;
  }

  private static double[] ring(String text, int from, int to) {
    double[] ring = new double[16];
    int size = 0;
    int at = from;
    try {
      while (at < to) {
        int comma = text.indexOf(',', at);
        int end = comma < 0 || comma > to ? to : comma;
        int first = next(text, at, end);
        int gap = text.indexOf(' ', first);
        int second = gap < 0 ? end : next(text, gap, end);
        int last = text.indexOf(' ', second);
        int stop = last < 0 || last > end ? end : last;
        if (gap < 0 || gap > end || second >= stop) {
          return new double[0];
        }
        if (size + 2 > ring.length) {
          ring = Arrays.copyOf(ring, 2 * ring.length);
        }
        ring[size++] = Double.parseDouble(text.substring(first, gap));
        ring[size++] = Double.parseDouble(text.substring(second, stop));
        at = end + 1;
      }
    } catch (NumberFormatException e) {
      return new double[0];
    }
    return Arrays.copyOf(ring, size);
  }

  private static int next(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** The edges of a polygon from west to east. */
  private static final class Edges {
    private final double[][] edges;
    private long comparisons;

    Edges(List<double[]> rings) {
      List<double[]> all = new ArrayList<>();
      for (double[] ring : rings) {
        for (int i = 0; i + 3 < ring.length; i += 2) {
          boolean turned = ring[i] > ring[i + 2];
          all.add(
              turned
                  ? new double[] {ring[i + 2], ring[i + 3], ring[i], ring[i + 1]}
                  : new double[] {ring[i], ring[i + 1], ring[i + 2], ring[i + 3]});
        }
      }
      edges = all.toArray(double[][]::new);
      Arrays.sort(edges, (one, other) -> Double.compare(one[0], other[0]));
    }

    boolean cross() {
      for (int i = 0; i < edges.length; i++) {
        for (int j = i + 1; j < edges.length && edges[j][0] <= edges[i][2]; j++) {
          if (++comparisons > MOST_COMPARISONS) {
            return false;
          }
          if (cross(edges[i], edges[j])) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether each edge has an end on either side of the other. */
    private static boolean cross(double[] a, double[] b) {
      if (Math.max(a[1], a[3]) < Math.min(b[1], b[3])
          || Math.max(b[1], b[3]) < Math.min(a[1], a[3])) {
        return false;
      }
      return side(a, b[0], b[1]) * side(a, b[2], b[3]) < 0
          && side(b, a[0], a[1]) * side(b, a[2], a[3]) < 0;
    }

    /** On which side of an edge a point lies; 0 on it, or as near as rounding makes it. */
    private static int side(double[] edge, double x, double y) {
      double east = edge[2] - edge[0];
      double north = edge[3] - edge[1];
      double area = east * (y - edge[1]) - north * (x - edge[0]);
      double distance = area / Math.max(Math.hypot(east, north), Double.MIN_NORMAL);
      return distance > ROUNDING ? 1 : distance < -ROUNDING ? -1 : 0;
    }
  }
}
