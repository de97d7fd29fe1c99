package org.machinami.web.monitor;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * The report of a quarter.
 *
 * @param span the quarter
 * @param over whether it is over, so that the figures stay
 * @param sentence what happened, in a sentence
 * @param tables the figures, that of all decisions first
 */
public record ReportView(
    Graph description,
    Quarter span,
    boolean over,
    long applied,
    String sentence,
    List<FigureTable> tables)
    implements View {
  public ReportView {
    Objects.requireNonNull(description, "description");
    tables = List.copyOf(tables);
  }

  /** A quarter as the page names it. */
  public record Quarter(String id, String name, String days) {}

  @Override
  public String template() {
    return "monitor-report.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("monitor.report-of", span.name());
  }

  @Override
  public String section() {
    return "monitor";
  }

  @Override
  public List<Representation> representations() {
    return Representation.OF_REPORTS;
  }

  @Override
  public byte[] write(Representation representation, Messages messages) {
    return representation == Representation.CSV
        ? ReportTable.of(tables).csv()
        : View.super.write(representation, messages);
  }
}
