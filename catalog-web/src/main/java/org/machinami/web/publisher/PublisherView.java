package org.machinami.web.publisher;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.dataset.DatasetCard;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Fact;
import org.machinami.web.page.View;

/**
 * A publisher and its datasets.
 *
 * @param total number of its datasets; at most 20 are shown
 * @param allPath the list of all of them
 */
public record PublisherView(
    Graph description,
    String iri,
    Text name,
    Optional<Text> otherName,
    List<Fact> facts,
    long total,
    List<DatasetCard> datasets,
    String allPath)
    implements View {
  public PublisherView {
    Objects.requireNonNull(description, "description");
    facts = List.copyOf(facts);
    datasets = List.copyOf(datasets);
  }

  @Override
  public String template() {
    return "publisher.jte";
  }

  @Override
  public String title(Messages messages) {
    return name.value();
  }

  @Override
  public String section() {
    return "publishers";
  }
}
