package org.machinami.web.thing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.dataset.Cards;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** What the page of a thing calls other things and datasets. Thread-safe. */
final class ThingNames {
  private final SearchIndex search;
  private final Labels labels;
  private final NamedGraphs graphs;
  private final String base;

  ThingNames(SearchIndex search, Labels labels, String base) {
    this.search = search;
    this.labels = labels;
    this.graphs = new NamedGraphs(base);
    this.base = base;
  }

  /** The id of the dataset to which a graph belongs. */
  Optional<String> datasetOf(String graph) {
    return graphs.datasetOf(graph);
  }

  /** Ids of the datasets of some graphs, in order. */
  Set<String> datasets(Set<String> in) {
    return in.stream()
        .flatMap(graph -> graphs.datasetOf(graph).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By its title, with the way to its page. */
  Value dataset(String id, Language language) {
    Text title =
        search.find(id).map(hit -> Cards.title(hit, language)).orElseGet(() -> new Text(id, "zxx"));
    return new Value(title, base + "datasets/" + id);
  }

  /** As the data call it, else the catalogue, else the end of its IRI. */
  Text of(ThingState state, String iri, Language language) {
    List<Text> names = state.names().getOrDefault(NodeFactory.createURI(iri), List.of());
    Optional<Text> dataset =
        iri.startsWith(base + "datasets/")
            ? search
                .find(iri.substring(base.length() + "datasets/".length()))
                .flatMap(hit -> Cards.best(hit.titles(), language))
            : Optional.empty();
    return Text.choose(names, language)
        .or(() -> dataset)
        .or(() -> labels.find(iri, language))
        .orElseGet(() -> new Text(iri.startsWith(base) ? Labels.localName(iri) : iri, "zxx"));
  }

  /** Where a term is told of; of anything else its IRI. */
  String served(String iri) {
    if (iri.startsWith(Terms.CITY)) {
      return base + "vocab/city#" + iri.substring(Terms.CITY.length());
    }
    return iri.startsWith(Vocabularies.NS)
        ? base + "vocab/" + iri.substring(Vocabularies.NS.length())
        : iri;
  }
}
