package org.machinami.web.map;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.machinami.store.search.Box;
import org.machinami.web.dataset.BoxParameter;
import org.machinami.web.problem.Problem;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.Shape;

/**
 * What is asked of a map, as it stands in its address.
 *
 * @param table key of the class; empty: the first that can be drawn
 * @param colour key of the column to colour by, {@value #PLAIN} for none; empty: as the page thinks
 *     best
 * @param box the rectangle; empty: all
 * @param zoom of the map, 0 to {@value #MOST_ZOOM}; empty: so that the rectangle fits a screen
 */
record MapQuery(String table, String colour, Optional<Box> box, OptionalDouble zoom) {
  static final int MOST_ZOOM = 24;
  static final String PLAIN = "none";

  private static final int MOST_CHARACTERS = 200;

  /**
   * Reads the parameters.
   *
   * @throws Problem 400 when one is too long, or is no rectangle or no zoom
   */
  static MapQuery of(MultivaluedMap<String, String> parameters) {
    return new MapQuery(
        text(parameters, "class"),
        text(parameters, "colour"),
        BoxParameter.read("bbox", text(parameters, "bbox")),
        zoom(text(parameters, "zoom")));
  }

  private static String text(MultivaluedMap<String, String> parameters, String name) {
    String value = Optional.ofNullable(parameters.getFirst(name)).orElse("").strip();
    if (value.length() > MOST_CHARACTERS) {
      throw Problem.badParameter(name, value.substring(0, 20) + "…", "problem.table.long");
    }
    return value;
  }

  private static OptionalDouble zoom(String value) {
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    boolean number = value.matches("[0-9]{1,2}(\\.[0-9]{1,9})?");
    if (!number || Double.parseDouble(value) > MOST_ZOOM) {
      throw Problem.badParameter("zoom", value, "problem.map.zoom");
    }
    return OptionalDouble.of(Double.parseDouble(value));
  }

  /**
   * The table that is meant.
   *
   * @param placed those that can be drawn, at least one
   * @throws Problem 400 when none of them has that key
   */
  Shape.Table in(List<Shape.Table> placed) {
    return placed.stream()
        .filter(t -> table.isEmpty() || t.key().equals(table))
        .findFirst()
        .orElseThrow(() -> Problem.badParameter("class", table, "problem.map.class"));
  }

  /** Whether the address leaves the colours to the page. */
  boolean leavesColours() {
    return colour.isEmpty();
  }

  /**
   * The column to colour by; empty for none.
   *
   * @throws Problem 400 when the table has no such column, or it has neither numbers nor classes
   */
  Optional<Column> column(Shape.Table in, boolean cells) {
    if (colour.isEmpty() || colour.equals(PLAIN)) {
      return Optional.empty();
    }
    return Optional.of(
        FiguresReader.columns(in, cells).stream()
            .filter(c -> c.key().equals(colour))
            .findFirst()
            .orElseThrow(() -> Problem.badParameter("colour", colour, "problem.map.colour")));
  }

  /** Whether nothing is asked but to see what is there. */
  boolean isFirstLook() {
    return table.isEmpty() && colour.isEmpty();
  }
}
