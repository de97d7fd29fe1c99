package org.machinami.web.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.Vocabularies;
import org.machinami.ontology.Vocabulary;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Fact;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** From the bundled vocabularies to their pages. */
final class VocabularyViews {
  private static final List<String> FACTS =
      List.of(
          Terms.RDFS + "subClassOf",
          Terms.RDFS + "subPropertyOf",
          Terms.RDFS + "domain",
          Terms.RDFS + "range",
          Terms.SKOS + "broader",
          Terms.SKOS + "exactMatch",
          Terms.SKOS + "closeMatch",
          Terms.RDFS + "seeAlso");

  private final Labels labels;
  private final String base;
  private final Map<String, Graph> graphs = new HashMap<>();

  VocabularyViews(Labels labels, String base) {
    this.labels = labels;
    this.base = base;
    Vocabularies.all().forEach(v -> graphs.put(v.name(), v.read()));
  }

  VocabularyListView list(Language language) {
    Graph graph = GraphFactory.createDefaultGraph();
    List<VocabularyListView.Entry> entries = new ArrayList<>();
    for (Vocabulary vocabulary : Vocabularies.all()) {
      Described scheme = Described.of(graphs.get(vocabulary.name()), vocabulary.iri());
      scheme.graph().find(scheme.node(), null, null).forEach(graph::add);
      long terms = groups(vocabulary, language).stream().mapToLong(g -> g.terms().size()).sum();
      entries.add(
          new VocabularyListView.Entry(
              vocabulary.name(), heading(scheme, language), definition(scheme, language), terms));
    }
    return new VocabularyListView(graph, entries);
  }

  VocabularyView of(Vocabulary vocabulary, Language language) {
    Graph graph = graphs.get(vocabulary.name());
    Described scheme = Described.of(graph, vocabulary.iri());
    return new VocabularyView(
        graph,
        vocabulary.name(),
        vocabulary.iri(),
        heading(scheme, language),
        definition(scheme, language),
        groups(vocabulary, language));
  }

  private List<VocabularyView.Group> groups(Vocabulary vocabulary, Language language) {
    Graph graph = graphs.get(vocabulary.name());
    if (vocabulary.name().equals("city")) {
      return List.of(
          new VocabularyView.Group(
              "vocab.classes", "classes", typed(graph, Terms.RDFS + "Class", language)),
          new VocabularyView.Group(
              "vocab.properties", "properties", typed(graph, Terms.RDF + "Property", language)));
    }
    List<VocabularyView.Term> concepts =
        Described.of(graph, vocabulary.iri()).whichHaveThisAs(Terms.SKOS + "inScheme").stream()
            .sorted(
                Comparator.comparingInt(
                    c -> c.value(Terms.SCHEMA + "position").map(Integer::parseInt).orElse(9999)))
            .map(c -> term(c, language))
            .toList();
    return List.of(new VocabularyView.Group("vocab.concepts", "concepts", concepts));
  }

  private List<VocabularyView.Term> typed(Graph graph, String type, Language language) {
    return new Described(graph, NodeFactory.createURI(type))
        .whichHaveThisAs(Terms.type).stream()
            .filter(t -> t.iri().startsWith(Terms.CITY))
            .sorted(Comparator.comparing(Described::iri))
            .map(t -> term(t, language))
            .toList();
  }

  private VocabularyView.Term term(Described term, Language language) {
    Text label = labels.of(term.iri(), language);
    Optional<Text> other =
        labels.find(term.iri(), language.other()).filter(t -> !t.value().equals(label.value()));
    List<Fact> facts = new ArrayList<>();
    for (String property : FACTS) {
      List<Value> values =
          term.all(property).stream()
              .filter(o -> o.node().isURI())
              .map(o -> new Value(labels.of(o.iri(), language), served(o.iri())))
              .toList();
      if (!values.isEmpty()) {
        facts.add(new Fact(labels.of(property, language), values));
      }
    }
    String anchor = Labels.localName(term.iri());
    return new VocabularyView.Term(
        term.iri(),
        anchor,
        term.value(Terms.SKOS + "notation").orElse(anchor),
        label,
        other,
        labels.definition(term.iri(), language),
        facts);
  }

  /** Our vocabulary IRIs lead to the pages of this instance. */
  private String served(String iri) {
    if (iri.startsWith(Terms.CITY)) {
      return base + "vocab/city#" + iri.substring(Terms.CITY.length());
    }
    return iri.startsWith(Vocabularies.NS)
        ? base + "vocab/" + iri.substring(Vocabularies.NS.length())
        : iri;
  }

  private Text heading(Described scheme, Language language) {
    return scheme
        .text(language, Terms.title, Terms.label, Terms.prefLabel)
        .orElseGet(() -> labels.of(scheme.iri(), language));
  }

  private static Optional<Text> definition(Described scheme, Language language) {
    return scheme.text(language, Terms.description, Terms.comment, Terms.definition);
  }
}
