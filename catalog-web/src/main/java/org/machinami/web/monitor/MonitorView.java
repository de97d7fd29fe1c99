package org.machinami.web.monitor;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.chart.StackedColumns;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * The figures.
 *
 * @param applied the commit up to which they count
 * @param behind commits that are not counted yet
 * @param weekly whether by week, else by month
 * @param chart what was decided over time; its numbers are the first table
 * @param legend names of the series, with their ids
 * @param tables all of them, that over time first
 * @param exported the one that CSV has
 * @param quarter of the report on what is under way
 */
public record MonitorView(
    long applied,
    long behind,
    boolean weekly,
    StackedColumns chart,
    List<StackedColumns.Series> legend,
    List<FigureTable> tables,
    FigureTable exported,
    String quarter)
    implements View {
  public MonitorView {
    Objects.requireNonNull(chart, "chart");
    legend = List.copyOf(legend);
    tables = List.copyOf(tables);
    Objects.requireNonNull(exported, "exported");
  }

  /** The path of a table as CSV. */
  public String csv(FigureTable table) {
    return "monitor.csv?table=" + table.id() + (weekly ? "&by=week" : "");
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "monitor.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("monitor.title");
  }

  @Override
  public String section() {
    return "monitor";
  }

  @Override
  public List<Representation> representations() {
    return Representation.OF_FIGURES;
  }

  @Override
  public byte[] write(Representation representation, Messages messages) {
    return switch (representation) {
      case CSV -> exported.csv();
      case JSON -> FigureJson.of(applied, tables);
      default -> View.super.write(representation, messages);
    };
  }
}
