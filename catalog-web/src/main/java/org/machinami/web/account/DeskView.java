package org.machinami.web.account;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/** A page of a desk, for one person who is signed in: it is a page only, and nobody keeps it. */
public interface DeskView extends View {
  /** Who it is for. */
  Who who();

  @Override
  default String section() {
    return "";
  }

  @Override
  default Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  default List<Representation> representations() {
    return List.of();
  }
}
