package org.machinami.web.chart;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.machinami.web.problem.Problem;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.Shape;

/**
 * What is asked of a chart, as it stands in its address; empty values are chosen by the types of
 * the columns.
 *
 * @param table key of the class
 * @param along key of the column of the axis
 * @param figure key of the column of the figures, {@value #ROWS} for the number of rows
 * @param measure "mean", "sum", "min" or "max"
 */
record ChartQuery(String table, String along, String figure, String measure) {
  static final String ROWS = "rows";

  static ChartQuery of(MultivaluedMap<String, String> parameters) {
    return new ChartQuery(
        text(parameters, "class"),
        text(parameters, "x"),
        text(parameters, "y"),
        text(parameters, "measure"));
  }

  private static String text(MultivaluedMap<String, String> parameters, String name) {
    String value = Optional.ofNullable(parameters.getFirst(name)).orElse("");
    if (value.length() > 200) {
      throw Problem.badParameter(name, value.substring(0, 20) + "…", "problem.table.long");
    }
    return value;
  }

  /**
   * The table: the one that is named, else the first with something to draw.
   *
   * @throws Problem 400 when there is none of that name
   */
  Shape.Table in(Shape shape) {
    if (table.isEmpty()) {
      return shape.tables().stream()
          .filter(t -> !along(t).isEmpty())
          .findFirst()
          .orElseGet(() -> shape.tables().get(0));
    }
    return shape
        .find(table)
        .orElseThrow(() -> Problem.badParameter("class", table, "problem.table.class"));
  }

  /** The columns that one can go along, those of times first, then classes, then numbers. */
  static List<Column> along(Shape.Table table) {
    return table.columns().stream()
        .filter(c -> PointsReader.kindOf(table, c).isPresent())
        .sorted(Comparator.comparing(c -> PointsReader.kindOf(table, c).orElseThrow()))
        .toList();
  }

  static List<Column> figures(Shape.Table table) {
    return table.columns().stream().filter(PointsReader::isFigure).toList();
  }

  /**
   * What is to be drawn; empty when the table has nothing to draw.
   *
   * @throws Problem 400 when a column cannot be used so
   */
  Optional<ChartSpec> spec(Shape.Table in) {
    Measure how =
        measure.isEmpty()
            ? Measure.MEAN
            : Measure.find(measure)
                .orElseThrow(
                    () -> Problem.badParameter("measure", measure, "problem.chart.measure"));
    List<Column> possible = along(in);
    Column axis;
    if (along.isEmpty()) {
      if (possible.isEmpty()) {
        return Optional.empty();
      }
      axis = possible.get(0);
    } else {
      axis =
          possible.stream()
              .filter(c -> c.key().equals(along))
              .findFirst()
              .orElseThrow(() -> Problem.badParameter("x", along, "problem.chart.along"));
    }
    Points.Kind kind = PointsReader.kindOf(in, axis).orElseThrow();
    Optional<Column> shown = figure(in);
    return Optional.of(
        new ChartSpec(kind, axis, kind == Points.Kind.HISTOGRAM ? Optional.empty() : shown, how));
  }

  private Optional<Column> figure(Shape.Table in) {
    List<Column> figures = figures(in);
    if (figure.equals(ROWS)) {
      return Optional.empty();
    }
    return figure.isEmpty()
        ? figures.stream().filter(c -> c.kind() == Kind.NUMBER && !in.isConstant(c)).findFirst()
        : Optional.of(
            figures.stream()
                .filter(c -> c.key().equals(figure))
                .findFirst()
                .orElseThrow(() -> Problem.badParameter("y", figure, "problem.chart.figure")));
  }
}
