package org.machinami.web.version;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.machinami.web.dataset.VersionEntry;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * A commit and what it changed.
 *
 * @param agent who made it, as the ledger names them
 * @param hash of the line of the ledger
 * @param changes of the data; empty when the commit left them alone
 * @param hasData whether there were data right after it
 * @param previous the version of the data before, empty for the first
 */
public record VersionPage(
    Graph description,
    String id,
    Text datasetTitle,
    VersionEntry entry,
    String agent,
    String hash,
    Optional<Changes> changes,
    boolean hasData,
    OptionalLong previous)
    implements View {
  public VersionPage {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(entry, "entry");
  }

  @Override
  public String template() {
    return "version.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("version.title", datasetTitle.value(), entry.sequence());
  }

  @Override
  public String section() {
    return "datasets";
  }
}
