package org.machinami.web.dataset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Fact;
import org.machinami.web.page.Head;
import org.machinami.web.page.Value;
import org.machinami.web.page.View;

/**
 * A dataset in one language.
 *
 * @param otherTitle title in the other language, where there is one
 * @param synthetic whether the values were made by a program
 * @param facts publisher, licence, period and so on, in the order in which they are read
 * @param history newest first
 */
public record DatasetView(
    Graph description,
    String id,
    String iri,
    Text title,
    Optional<Text> otherTitle,
    List<Text> paragraphs,
    Optional<Value> sector,
    List<Value> serviceFields,
    List<Text> keywords,
    boolean synthetic,
    List<Fact> facts,
    List<DistributionView> distributions,
    Optional<VerdictView> verdict,
    List<VersionEntry> history,
    Optional<Preview> preview,
    boolean hasData)
    implements View {
  public DatasetView {
    Objects.requireNonNull(description, "description");
    paragraphs = List.copyOf(paragraphs);
    serviceFields = List.copyOf(serviceFields);
    keywords = List.copyOf(keywords);
    facts = List.copyOf(facts);
    distributions = List.copyOf(distributions);
    history = List.copyOf(history);
  }

  /** A first query on the data, percent-encoded. */
  public String encodedQuery() {
    String graph = iri.substring(0, iri.lastIndexOf("datasets/")) + "graph/data/" + id;
    String query =
        "SELECT ?subject ?property ?value WHERE {\n  GRAPH <"
            + graph
            + "> { ?subject ?property ?value }\n}\nLIMIT 50";
    return URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public Head head() {
    return new Head(
        paragraphs.stream().findFirst().map(Text::value).orElse(""),
        Optional.of("datasets/" + id + "/feed.atom"),
        Optional.of("datasets/" + id + "/card.png"));
  }

  @Override
  public String template() {
    return "dataset.jte";
  }

  @Override
  public String title(Messages messages) {
    return title.value();
  }

  @Override
  public String section() {
    return "datasets";
  }
}
