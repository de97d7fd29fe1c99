package org.machinami.web.page;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;

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

  /** The forms in which it can be written; lists have more than other pages. */
  default List<Representation> representations() {
    return Representation.ALL;
  }

  /**
   * The bytes in a form that is neither a page nor RDF.
   *
   * @throws IllegalArgumentException when it is not among {@link #representations()}
   */
  default byte[] write(Representation representation, Messages messages) {
    throw new IllegalArgumentException(template() + " is not written as " + representation);
  }
}
