package org.machinami.web.publisher;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/** All publishers, those with the most datasets first. */
public record PublisherListView(Graph description, List<Entry> publishers) implements View {
  public PublisherListView {
    Objects.requireNonNull(description, "description");
    publishers = List.copyOf(publishers);
  }

  /**
   * A publisher.
   *
   * @param path of its page, or of its datasets where it has no page here
   */
  public record Entry(Text name, long datasets, String path) {}

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
