package org.machinami.web.version;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.dataset.HistoryPart;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Head;
import org.machinami.web.page.View;

/**
 * Some of the commits on a dataset.
 *
 * @param newest whether the latest is among them
 */
public record VersionsPage(
    Graph description, String id, Text datasetTitle, HistoryPart part, boolean newest)
    implements View {
  public VersionsPage {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(part, "part");
  }

  @Override
  public Head head() {
    return new Head("", Optional.of("datasets/" + id + "/feed.atom"), Optional.empty());
  }

  @Override
  public String template() {
    return "versions.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("versions.title", datasetTitle.value());
  }

  @Override
  public String section() {
    return "datasets";
  }
}
