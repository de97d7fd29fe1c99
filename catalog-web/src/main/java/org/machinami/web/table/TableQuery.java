package org.machinami.web.table;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.machinami.web.problem.Problem;
import org.machinami.web.rows.Choice;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.Selection;
import org.machinami.web.rows.Shape;

/**
 * What is asked of a table, as it stands in its address.
 *
 * @param table key of the class; empty: the one with most rows
 * @param sort key of a column, "-" before it for the largest first; empty: as stored
 * @param column key of the column that the filter is for; empty: any
 * @param words that a cell must contain; empty: anything
 * @param from lowest value, empty for none
 * @param to highest value, empty for none
 * @param page from 1
 */
public record TableQuery(
    String table, String sort, String column, String words, String from, String to, int page) {
  /** Rows of a page. */
  public static final int ROWS = 50;

  private static final int MOST_PAGES = Selection.MOST_ROWS / ROWS;
  private static final int MOST_CHARACTERS = 200;

  /**
   * Reads the parameters.
   *
   * @throws Problem 400 when one is too long or the page is no page
   */
  public static TableQuery of(MultivaluedMap<String, String> parameters) {
    return new TableQuery(
        text(parameters, "class"),
        text(parameters, "sort"),
        text(parameters, "column"),
        text(parameters, "q"),
        text(parameters, "from"),
        text(parameters, "to"),
        page(parameters.getFirst("page")));
  }

  private static String text(MultivaluedMap<String, String> parameters, String name) {
    String value = Optional.ofNullable(parameters.getFirst(name)).orElse("").strip();
    if (value.length() > MOST_CHARACTERS) {
      throw Problem.badParameter(name, value.substring(0, 20) + "…", "problem.table.long");
    }
    return value;
  }

  private static int page(String value) {
    if (value == null || value.isEmpty()) {
      return 1;
    }
    if (!value.matches("[0-9]{1,3}") || value.equals("0") || Integer.parseInt(value) > MOST_PAGES) {
      throw Problem.badParameter("page", value, "problem.table.page");
    }
    return Math.max(1, Integer.parseInt(value));
  }

  /**
   * The table that is meant.
   *
   * @throws Problem 400 when there is none of that key
   */
  public Shape.Table in(Shape shape) {
    return shape
        .find(table)
        .orElseThrow(() -> Problem.badParameter("class", table, "problem.table.class"));
  }

  /**
   * The rows that are meant.
   *
   * @throws Problem 400 when there is no such column, or the column has no such values
   */
  public Choice choice(Shape.Table in) {
    boolean descending = sort.startsWith("-");
    Optional<Column> by = column(in, "sort", descending ? sort.substring(1) : sort);
    if (by.map(c -> c.kind() == Kind.PLACE || c.kind() == Kind.PART).orElse(false)) {
      throw Problem.badParameter("sort", sort, "problem.table.no-order");
    }
    Optional<Column> filtered = column(in, "column", column);
    return new Choice(
        by, descending, filtered, words, bound(filtered, "from", from), bound(filtered, "to", to));
  }

  private static Optional<Column> column(Shape.Table in, String name, String key) {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        in.column(key).orElseThrow(() -> Problem.badParameter(name, key, "problem.table.column")));
  }

  private static Optional<Choice.Bound> bound(Optional<Column> column, String name, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (column.isEmpty() || !column.get().kind().hasOrder()) {
      throw Problem.badParameter(name, value, "problem.table.no-range");
    }
    if (column.get().kind() == Kind.TIME) {
      return Optional.of(new Choice.Bound(value, Double.NaN));
    }
    try {
      double number = Double.parseDouble(value.replace(",", ""));
      if (Double.isNaN(number)) {
        throw new NumberFormatException("NaN");
      }
      return Optional.of(new Choice.Bound(value, number));
    } catch (NumberFormatException e) {
      throw Problem.badParameter(name, value, "problem.table.number");
    }
  }

  /** Whether nothing is asked but to see what is there. */
  boolean isFirstLook() {
    return encoded().isEmpty();
  }

  TableQuery withTable(String key) {
    return new TableQuery(key, "", "", "", "", "", 1);
  }

  TableQuery withSort(String key) {
    return new TableQuery(table, key, column, words, from, to, 1);
  }

  TableQuery withPage(int number) {
    return new TableQuery(table, sort, column, words, from, to, number);
  }

  TableQuery withoutFilter() {
    return new TableQuery(table, sort, "", "", "", "", 1);
  }

  /** As a query string with "?", empty when nothing is asked. */
  public String encoded() {
    StringBuilder out = new StringBuilder();
    add(out, "class", table);
    add(out, "sort", sort);
    add(out, "column", column);
    add(out, "q", words);
    add(out, "from", from);
    add(out, "to", to);
    add(out, "page", page == 1 ? "" : Integer.toString(page));
    return out.toString();
  }

  private static void add(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append(out.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
