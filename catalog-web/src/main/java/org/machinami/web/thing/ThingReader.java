package org.machinami.web.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.web.language.Text;
import org.machinami.web.quads.PageQuery;
import org.machinami.web.quads.Quads;
import org.machinami.web.quads.Rows;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** Asks the quads for a thing. Thread-safe. */
final class ThingReader {
  private static final int MOST_INCOMING = 200;

  private final PageQuery facts = PageQuery.read(ThingReader.class, "facts.rq");
  private final PageQuery parts = PageQuery.read(ThingReader.class, "parts.rq");
  private final PageQuery names = PageQuery.read(ThingReader.class, "names.rq");
  private final PageQuery incoming = PageQuery.read(ThingReader.class, "incoming.rq");
  private final PageQuery neighbours = PageQuery.read(ThingReader.class, "neighbours.rq");
  private final Quads quads;

  ThingReader(Quads quads) {
    this.quads = quads;
  }

  /** Empty when no graph speaks of it. */
  Optional<ThingState> find(String iri) {
    Node thing = NodeFactory.createURI(iri);
    Map<String, Node> values = Map.of("thing", thing);
    List<Rows> answers = quads.select(List.of(facts, incoming, parts, names), values);
    Graph description = GraphFactory.createDefaultGraph();
    Set<String> graphs = new LinkedHashSet<>();
    for (Map<String, Node> row : answers.get(0).rows()) {
      description.add(Triple.create(thing, row.get("p"), row.get("o")));
      graphs.add(row.get("graph").getURI());
    }
    Map<Node, Set<Text>> called = new HashMap<>();
    Set<ThingState.Incoming> pointing = new LinkedHashSet<>();
    for (Map<String, Node> row : answers.get(1).rows()) {
      pointing.add(new ThingState.Incoming(row.get("s"), row.get("p").getURI()));
      name(called, row, "s");
    }
    if (description.isEmpty() && pointing.isEmpty()) {
      return Optional.empty();
    }
    for (Map<String, Node> row : answers.get(2).rows()) {
      description.add(Triple.create(row.get("s"), row.get("p"), row.get("o")));
    }
    answers.get(3).rows().forEach(row -> name(called, row, "o"));
    Optional<Rows> around = around(Described.of(description, iri));
    List<ThingState.Neighbour> near =
        around.map(rows -> neighbours(rows, called)).orElse(List.of());
    Map<Node, List<Text>> names = new LinkedHashMap<>();
    called.forEach((node, texts) -> names.put(node, List.copyOf(texts)));
    List<ThingState.Incoming> shown =
        pointing.stream()
            .limit(MOST_INCOMING)
            .sorted(
                Comparator.comparing(ThingState.Incoming::property)
                    .thenComparing(i -> i.subject().toString()))
            .toList();
    return Optional.of(
        new ThingState(
            iri,
            description,
            graphs.stream().sorted().toList(),
            names,
            shown,
            pointing.size() > MOST_INCOMING,
            near,
            sequence(answers, around)));
  }

  /** Asked only where there is a map to show them on. */
  private Optional<Rows> around(Described thing) {
    return thing
        .first(Terms.type)
        .filter(type -> Wkt.of(thing).isPresent())
        .map(type -> Map.of("thing", thing.node(), "type", type.node()))
        .map(values -> quads.select(neighbours, values));
  }

  private static List<ThingState.Neighbour> neighbours(Rows rows, Map<Node, Set<Text>> called) {
    Map<String, String> near = new LinkedHashMap<>();
    for (Map<String, Node> row : rows.rows()) {
      if (row.get("s").isURI()) {
        near.put(row.get("s").getURI(), row.get("wkt").getLiteralLexicalForm());
        name(called, row, "s");
      }
    }
    List<ThingState.Neighbour> all = new ArrayList<>();
    near.forEach((iri, wkt) -> all.add(new ThingState.Neighbour(iri, wkt)));
    return all;
  }

  /** The state that all answers are of; -1 when they are not of one. */
  private static long sequence(List<Rows> answers, Optional<Rows> last) {
    long first = answers.get(0).sequence();
    return Stream.concat(answers.stream(), last.stream()).allMatch(r -> r.sequence() == first)
        ? first
        : -1;
  }

  private static void name(Map<Node, Set<Text>> called, Map<String, Node> row, String variable) {
    Rows.find(row, "name")
        .filter(Node::isLiteral)
        .ifPresent(
            name ->
                called
                    .computeIfAbsent(row.get(variable), k -> new LinkedHashSet<>())
                    .add(Described.text(name)));
  }
}
