package org.machinami.web.publisher;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.dataset.DatasetCard;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Fact;
import org.machinami.web.page.Value;
import org.machinami.web.page.View;

/**
 * A publisher and its datasets.
 *
 * @param above the bodies that it is a part of, the nearest first
 * @param parts those that are a part of it
 * @param total number of its datasets and those of its parts; at most 20 are shown
 * @param allPath the list of all of them
 */
public record PublisherView(
    Graph description,
    String iri,
    Text name,
    Optional<Text> otherName,
    List<Fact> facts,
    List<Value> above,
    List<PublisherListView.Entry> parts,
    long total,
    List<DatasetCard> datasets,
    String allPath)
    implements View {
  public PublisherView {
    Objects.requireNonNull(description, "description");
    facts = List.copyOf(facts);
    above = List.copyOf(above);
    parts = List.copyOf(parts);
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
