package org.machinami.web.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.dataset.Cards;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;
import org.machinami.web.unit.Units;

/** From the use of properties to the page. */
final class GlossaryViews {
  private static final int MOST_DATASETS = 12;

  private final SearchIndex search;
  private final Labels labels;
  private final String base;
  private final Graph ontology = Vocabularies.find("city").orElseThrow().read();
  private final Set<String> ours;
  private final Units units = Units.read();

  GlossaryViews(SearchIndex search, Labels labels, String base) {
    this.search = search;
    this.labels = labels;
    this.base = base;
    this.ours = new TreeSet<>();
    Described.of(ontology, Terms.RDF + "Property").whichHaveThisAs(Terms.type).stream()
        .map(Described::iri)
        .filter(iri -> iri.startsWith(Terms.CITY))
        .forEach(ours::add);
  }

  GlossaryView of(Usage usage, Language language) {
    Set<String> all = new TreeSet<>(ours);
    all.addAll(usage.properties());
    Predicate<String> used = iri -> !usage.of(iri).datasets().isEmpty();
    Predicate<String> city = ours::contains;
    List<GlossaryView.Group> groups = new ArrayList<>();
    groups.add(group("glossary.city", "city", all, used.and(city), usage, language));
    groups.add(group("glossary.others", "others", all, used.and(city.negate()), usage, language));
    groups.add(group("glossary.unused", "unused", all, used.negate(), usage, language));
    groups.removeIf(group -> group.entries().isEmpty());
    return new GlossaryView(graph(all, usage), usage.datasets(), groups);
  }

  /** The most used first. */
  private GlossaryView.Group group(
      String key,
      String anchor,
      Set<String> all,
      Predicate<String> in,
      Usage usage,
      Language language) {
    return new GlossaryView.Group(
        key,
        anchor,
        all.stream()
            .filter(in)
            .map(iri -> entry(iri, usage.of(iri), language))
            .sorted(
                Comparator.comparingLong(GlossaryView.Entry::used)
                    .reversed()
                    .thenComparing(GlossaryView.Entry::code))
            .toList());
  }

  private GlossaryView.Entry entry(String iri, Usage.Use use, Language language) {
    Text label = labels.of(iri, language);
    Optional<Text> other =
        labels.find(iri, language.other()).filter(t -> !t.value().equals(label.value()));
    String code = Labels.prefixed(iri);
    return new GlossaryView.Entry(
        ours.contains(iri) ? base + "vocab/city#" + Labels.localName(iri) : iri,
        code,
        code.replaceAll("[^A-Za-z0-9]+", "-"),
        label,
        other,
        labels.definition(iri, language),
        types(iri, use, language),
        units.of(iri, language),
        use.datasets().stream()
            .limit(MOST_DATASETS)
            .flatMap(id -> search.find(id).stream())
            .map(hit -> new Value(Cards.title(hit, language), base + "datasets/" + hit.id()))
            .toList(),
        Math.max(0, use.datasets().size() - MOST_DATASETS));
  }

  /** What the ontology says of the values, else what the data have. */
  private List<Value> types(String iri, Usage.Use use, Language language) {
    List<String> said =
        Described.of(ontology, iri).all(Terms.RDFS + "range").stream().map(Described::iri).toList();
    return (said.isEmpty() ? List.copyOf(use.types()) : said)
        .stream()
            .map(
                type ->
                    new Value(
                        labels.of(type, language), type.startsWith(Terms.CITY) ? page(type) : ""))
            .toList();
  }

  private String page(String term) {
    return base + "vocab/city#" + Labels.localName(term);
  }

  private Graph graph(Set<String> all, Usage usage) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node catalogue = iri(base);
    for (String property : all) {
      ontology.find(iri(property), Node.ANY, Node.ANY).forEach(graph::add);
      Usage.Use use = usage.of(property);
      if (!use.datasets().isEmpty()) {
        Node partition =
            iri(base + "glossary#" + Labels.prefixed(property).replaceAll("[^A-Za-z0-9]+", "-"));
        graph.add(catalogue, iri(Terms.VOID + "propertyPartition"), partition);
        graph.add(partition, iri(Terms.VOID + "property"), iri(property));
        graph.add(
            partition,
            iri(Terms.VOID + "documents"),
            NodeFactory.createLiteralDT(
                Integer.toString(use.datasets().size()), XSDDatatype.XSDinteger));
      }
    }
    return graph;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
