package org.machinami.web.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.locationtech.jts.geom.Geometry;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
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

  private final Labels labels;
  private final ThingNames names;
  private final PointerViews pointers;
  private final String municipalities;

  ThingViews(SearchIndex search, Labels labels, String base) {
    this.labels = labels;
    this.names = new ThingNames(search, labels, base);
    this.pointers = new PointerViews(labels, names);
    this.municipalities = base + "id/municipality/";
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
            .map(t -> new Value(labels.of(t.iri(), language), names.served(t.iri())))
            .toList(),
        municipality(state),
        sayings(state, language),
        Wkt.of(thing).map(geometry -> place(geometry, state, language)),
        pointers.speakers(state, language),
        pointers.pointers(state, name, language),
        state.more(),
        names.datasets(state.describedIn()).stream()
            .map(id -> names.dataset(id, language))
            .toList());
  }

  /** Those that have a name have a page of the coverage. */
  private Optional<String> municipality(ThingState state) {
    return state.iri().startsWith(municipalities)
            && labels.find(state.iri(), Language.JA).isPresent()
        ? Optional.of(state.iri().substring(municipalities.length()))
        : Optional.empty();
  }

  private ThingView.Place place(Geometry geometry, ThingState state, Language language) {
    return new ThingView.Place(
        MapDrawing.of(geometry, state.neighbours(), iri -> names.of(state, iri, language)),
        PlaceWords.of(geometry, Messages.in(language)));
  }

  /** Those who say most first. */
  private List<ThingView.Saying> sayings(ThingState state, Language language) {
    Map<Set<String>, Graph> bySource = new HashMap<>();
    state
        .sources()
        .forEach(
            (said, in) ->
                bySource
                    .computeIfAbsent(names.datasets(in), k -> GraphFactory.createDefaultGraph())
                    .add(said));
    return bySource.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Set<String>, Graph> e) -> -e.getValue().size())
                .thenComparing(e -> e.getKey().toString()))
        .map(
            e ->
                new ThingView.Saying(
                    e.getKey().stream().map(id -> names.dataset(id, language)).toList(),
                    facts(state, Described.of(e.getValue(), state.iri()), language)))
        .filter(saying -> !saying.facts().isEmpty())
        .toList();
  }

  private List<Fact> facts(ThingState state, Described said, Language language) {
    Map<String, List<Value>> byProperty = new TreeMap<>();
    Set<String> properties =
        said.graph()
            .find(said.node(), Node.ANY, Node.ANY)
            .mapWith(Triple::getPredicate)
            .mapWith(Node::getURI)
            .filterDrop(NOT_A_FACT::contains)
            .toSet();
    for (String property : properties) {
      List<Value> values = new ArrayList<>();
      said.texts(language, property).forEach(text -> values.add(Value.of(shortened(text))));
      said.all(property).stream()
          .map(Described::node)
          .filter(Node::isURI)
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
  private List<Value> resource(ThingState state, Node object, Language language) {
    boolean part =
        object.getURI().startsWith(state.iri() + "#")
            || object.getURI().contains("/.well-known/genid/");
    if (!part) {
      return List.of(
          new Value(names.of(state, object.getURI(), language), names.served(object.getURI())));
    }
    List<Value> values = new ArrayList<>();
    state
        .description()
        .find(object, Node.ANY, Node.ANY)
        .filterDrop(t -> t.getPredicate().getURI().equals(Terms.type) || isDrawn(t))
        .toList()
        .stream()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .forEach(
            t -> {
              if (t.getObject().isLiteral()) {
                values.add(Value.of(shortened(Described.text(t.getObject()))));
              } else if (t.getObject().isURI()) {
                String iri = t.getObject().getURI();
                values.add(new Value(names.of(state, iri, language), names.served(iri)));
              }
            });
    return values;
  }

  /** What the map shows is no fact beside it. */
  private static boolean isDrawn(Triple said) {
    return said.getPredicate().getURI().equals(Terms.GEO + "asWKT")
        && said.getObject().isLiteral()
        && Wkt.parse(said.getObject().getLiteralLexicalForm()).isPresent();
  }

  private static Text shortened(Text text) {
    return text.value().length() <= MOST_CHARACTERS
        ? text
        : new Text(text.value().substring(0, MOST_CHARACTERS - 1) + "…", text.tag());
  }
}
