package org.machinami.web.dataset;

import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;

/**
 * A page of the list of datasets for programs, which is asked for without what a reader chooses
 * from.
 */
record ListData(Graph description, ListQuery query, HitExport export) implements ListAnswer {
  ListData {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(export, "export");
  }

  @Override
  public String template() {
    throw new IllegalStateException("the list for programs is no page: " + query.path());
  }

  @Override
  public byte[] write(Representation representation, Messages messages) {
    return switch (representation) {
      case ATOM -> export.atom(messages, title(messages));
      case CSV -> export.csv(messages.language());
      default -> throw new IllegalArgumentException("hits are not written as " + representation);
    };
  }
}
