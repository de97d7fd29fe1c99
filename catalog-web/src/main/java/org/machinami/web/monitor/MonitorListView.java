package org.machinami.web.monitor;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * A list behind a figure: decisions or datasets.
 *
 * @param list its name in addresses
 * @param choices what can be narrowed by, in the order of the form
 * @param hidden what narrows it and is not in the form
 * @param from first day, decisions only
 * @param to last day, decisions only
 * @param previous path of the page before, empty for none
 * @param next path of the page after, empty for none
 * @param table the page
 * @param whole all of it, for CSV
 */
public record MonitorListView(
    String list,
    long applied,
    long total,
    int page,
    int pages,
    List<Choice> choices,
    List<Hidden> hidden,
    String from,
    String to,
    String previous,
    String next,
    FigureTable table,
    Supplier<FigureTable> whole)
    implements View {
  public MonitorListView {
    choices = List.copyOf(choices);
    hidden = List.copyOf(hidden);
    Objects.requireNonNull(table, "table");
  }

  /** A parameter of the form; the first of its options is "any". */
  public record Choice(String name, String label, List<Option> options) {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** A value of a parameter. */
  public record Option(String id, Text name, boolean chosen) {}

  /** A parameter that stays as it is, with the name that people see. */
  public record Hidden(String name, String value, Text label) {}

  /** Whether days can be chosen. */
  public boolean dated() {
    return list.equals("decisions");
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "monitor-list.jte";
  }

  @Override
  public String title(Messages messages) {
    return dated() ? messages.text("monitor.decisions") : messages.text("monitor.datasets-title");
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
      case CSV -> whole.get().csv();
      case JSON -> FigureJson.of(applied, total, page, pages, table);
      default -> View.super.write(representation, messages);
    };
  }
}
