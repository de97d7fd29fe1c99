package org.machinami.web.publisher;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * All publishers as trees, those with the most datasets first.
 *
 * @param publishers those that are no part of another
 */
public record PublisherListView(Graph description, List<Entry> publishers) implements View {
  public PublisherListView {
    Objects.requireNonNull(description, "description");
    publishers = List.copyOf(publishers);
  }

  /**
   * A publisher.
   *
   * @param datasets of its own and of its parts
   * @param path of its page, or of its datasets where it has no page here
   * @param parts those directly under it, each with its own
   */
  public record Entry(Text name, long datasets, String path, List<Entry> parts) {
    public Entry {
      parts = List.copyOf(parts);
    }
  }

  @Override
  public String template() {
    return "publishers.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("publishers.title");
  }

  @Override
  public String section() {
    return "publishers";
  }
}
