package org.machinami.web.monitor;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/** The quarters that there are reports of, the latest first. */
public record ReportListView(List<ReportView.Quarter> quarters) implements View {
  public ReportListView {
    quarters = List.copyOf(quarters);
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "monitor-reports.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("monitor.reports");
  }

  @Override
  public String section() {
    return "monitor";
  }

  @Override
  public List<Representation> representations() {
    return List.of(Representation.HTML);
  }
}
