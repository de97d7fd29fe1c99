package org.machinami.web.page;

import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;

/**
 * What a page shows, and the statements it is made from: every representation comes from one view.
 */
public interface View {
  /** The template that shows it, below src/main/jte. */
  String template();

  /** Title of the page without the name of the site; empty on the home page. */
  String title(Messages messages);

  /** The entry of the navigation that is marked: the first segment of its path, or empty. */
  String section();

  /** What the head says beside the title. */
  default Head head() {
    return Head.NONE;
  }

  /** What the RDF representations say. */
  Graph description();
}
