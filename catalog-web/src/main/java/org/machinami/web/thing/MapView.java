package org.machinami.web.thing;

import java.util.List;
import org.machinami.web.language.Text;

/**
 * A small map, in the units of its drawing: {@value #WIDTH} by {@value #HEIGHT}, y downwards.
 *
 * @param shapes the thing itself
 * @param neighbours others of its kind
 * @param grid lines of the background
 * @param barWidth width of the scale bar
 * @param barLength what it stands for, such as "500 m"
 */
public record MapView(
    List<Shape> shapes, List<Dot> neighbours, List<Line> grid, String barWidth, String barLength) {
  public static final int WIDTH = 400;
  public static final int HEIGHT = 300;

  public MapView {
    shapes = List.copyOf(shapes);
    neighbours = List.copyOf(neighbours);
    grid = List.copyOf(grid);
  }

  /**
   * A part of the thing.
   *
   * @param kind "point", "line" or "area"
   * @param path of an SVG path; for a point empty
   */
  public record Shape(String kind, String path, String x, String y) {}

  /**
   * Another thing.
   *
   * @param labelled whether there is room for its name
   * @param anchor "start" or "end": on which side of the dot the label stands
   */
  public record Dot(
      String x, String y, String iri, Text name, boolean labelled, String anchor, String labelX) {}

  /** A line of the background. */
  public record Line(String x1, String y1, String x2, String y2) {}
}
