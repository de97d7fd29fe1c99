package org.machinami.web.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.dataset.Cards;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Fact;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** From what the quads say of a thing to its page. */
final class ThingViews {
  private static final Set<String> NOT_A_FACT = Set.of(Terms.label, Terms.type);
  private static final int MOST_VALUES = 100;
  private static final int MOST_CHARACTERS = 400;

  private final SearchIndex search;
  private final Labels labels;
  private final NamedGraphs graphs;
  private final String base;

  ThingViews(SearchIndex search, Labels labels, String base) {
    this.search = search;
    this.labels = labels;
    this.graphs = new NamedGraphs(base);
    this.base = base;
  }

  ThingView of(ThingState state, Language language) {
    Described thing = state.thing();
    Text name =
        thing
            .text(language, Terms.label, Terms.prefLabel, Terms.name, Terms.title)
            .orElseGet(() -> new Text(Labels.localName(state.iri()), "zxx"));
    List<Text> otherNames =
        thing.texts(Terms.label).stream()
            .filter(t -> !t.value().equals(name.value()))
            .distinct()
            .toList();
    return new ThingView(
        state.description(),
        state.iri(),
        name,
        otherNames,
        thing.all(Terms.type).stream()
            .map(t -> new Value(labels.of(t.iri(), language), served(t.iri())))
            .toList(),
        facts(state, language),
        Wkt.of(thing)
            .map(g -> MapDrawing.of(g, state.neighbours(), iri -> nameOf(state, iri, language))),
        incoming(state, language),
        state.more(),
        datasets(state, language));
  }

  private List<Fact> facts(ThingState state, Language language) {
    Map<String, List<Value>> byProperty = new TreeMap<>();
    Described thing = state.thing();
    Set<String> properties =
        thing
            .graph()
            .find(thing.node(), Node.ANY, Node.ANY)
            .mapWith(Triple::getPredicate)
            .mapWith(Node::getURI)
            .filterDrop(NOT_A_FACT::contains)
            .toSet();
    for (String property : properties) {
      List<Value> values = new ArrayList<>();
      thing.texts(language, property).forEach(text -> values.add(Value.of(shortened(text))));
      thing.all(property).stream()
          .filter(o -> o.node().isURI())
          .forEach(o -> values.addAll(resource(state, o, language)));
      byProperty.put(property, values);
    }
    return byProperty.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(
            e ->
                new Fact(
                    labels.of(e.getKey(), language),
                    e.getValue().stream().limit(MOST_VALUES).toList()))
        .toList();
  }

  /** Another thing by its name; a part of this one by what is said of it. */
  private List<Value> resource(ThingState state, Described object, Language language) {
    boolean part =
        object.iri().startsWith(state.iri() + "#") || object.iri().contains("/.well-known/genid/");
    if (!part) {
      return List.of(new Value(nameOf(state, object.iri(), language), served(object.iri())));
    }
    List<Value> values = new ArrayList<>();
    object
        .graph()
        .find(object.node(), Node.ANY, Node.ANY)
        .filterDrop(t -> t.getPredicate().getURI().equals(Terms.type))
        .toList()
        .stream()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .forEach(
            t -> {
              if (t.getObject().isLiteral()) {
                values.add(Value.of(shortened(Described.text(t.getObject()))));
              } else if (t.getObject().isURI()) {
                String iri = t.getObject().getURI();
                values.add(new Value(nameOf(state, iri, language), served(iri)));
              }
            });
    return values;
  }

  private List<Fact> incoming(ThingState state, Language language) {
    Map<String, List<Value>> byProperty = new LinkedHashMap<>();
    for (ThingState.Incoming one : state.incoming()) {
      String iri = one.subject().isURI() ? one.subject().getURI() : "";
      byProperty
          .computeIfAbsent(one.property(), k -> new ArrayList<>())
          .add(new Value(nameOf(state, iri, language), iri));
    }
    return byProperty.entrySet().stream()
        .map(e -> new Fact(labels.of(e.getKey(), language), e.getValue()))
        .toList();
  }

  private List<Value> datasets(ThingState state, Language language) {
    Map<String, Text> found = new TreeMap<>();
    for (String graph : state.graphs()) {
      graphs
          .datasetOf(graph)
          .ifPresent(
              id ->
                  found.put(
                      id,
                      search
                          .find(id)
                          .flatMap(hit -> Cards.best(hit.titles(), language))
                          .orElseGet(() -> new Text(id, "zxx"))));
    }
    return found.entrySet().stream()
        .map(e -> new Value(e.getValue(), base + "datasets/" + e.getKey()))
        .toList();
  }

  private Text nameOf(ThingState state, String iri, Language language) {
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

  private String served(String iri) {
    if (iri.startsWith(Terms.CITY)) {
      return base + "vocab/city#" + iri.substring(Terms.CITY.length());
    }
    return iri.startsWith(Vocabularies.NS)
        ? base + "vocab/" + iri.substring(Vocabularies.NS.length())
        : iri;
  }

  private static Text shortened(Text text) {
    return text.value().length() <= MOST_CHARACTERS
        ? text
        : new Text(text.value().substring(0, MOST_CHARACTERS - 1) + "…", text.tag());
  }
}
