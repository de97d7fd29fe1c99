package org.machinami.web.thing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.web.language.Text;
import org.machinami.web.quads.PageQuery;
import org.machinami.web.quads.Quads;
import org.machinami.web.quads.Rows;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** Asks the quads for a thing. Thread-safe. */
final class ThingReader {
  /** Statements that pointing.rq counts, and pairs of graph and property that it answers with. */
  private static final long MOST_COUNTED = 50_000;

  private static final int MOST_PAIRS = 100;

  /** Pairs of which the page names things; each is a question of its own. */
  private static final int MOST_NAMED = 16;

  private final PageQuery facts = PageQuery.read(ThingReader.class, "facts.rq");
  private final PageQuery parts = PageQuery.read(ThingReader.class, "parts.rq");
  private final PageQuery names = PageQuery.read(ThingReader.class, "names.rq");
  private final PageQuery pointing = PageQuery.read(ThingReader.class, "pointing.rq");
  private final PageQuery subjects = PageQuery.read(ThingReader.class, "subjects.rq");
  private final PageQuery neighbours = PageQuery.read(ThingReader.class, "neighbours.rq");
  private final Quads quads;
  private final NamedGraphs graphs;

  ThingReader(Quads quads, String base) {
    this.quads = quads;
    this.graphs = new NamedGraphs(base);
  }

  /** Empty when no graph speaks of it. */
  Optional<ThingState> find(String iri) {
    Node thing = NodeFactory.createURI(iri);
    Map<String, Node> values = Map.of("thing", thing);
    List<Rows> answers =
        new ArrayList<>(quads.select(List.of(facts, pointing, parts, names), values));
    Graph description = GraphFactory.createDefaultGraph();
    Map<Triple, Set<String>> sources = new HashMap<>();
    for (Map<String, Node> row : answers.get(0).rows()) {
      Triple said = Triple.create(thing, row.get("p"), row.get("o"));
      description.add(said);
      sources.computeIfAbsent(said, k -> new TreeSet<>()).add(row.get("graph").getURI());
    }
    List<Map<String, Node>> pairs = answers.get(1).rows();
    if (description.isEmpty() && pairs.isEmpty()) {
      return Optional.empty();
    }
    answers.get(2).rows().forEach(row -> description.add(row.get("s"), row.get("p"), row.get("o")));
    Map<Node, Set<Text>> called = new HashMap<>();
    answers.get(3).rows().forEach(row -> name(called, row, "o"));
    List<ThingState.Pointing> inData = inData(thing, pairs, answers, called);
    Set<String> inDescriptions =
        pairs.stream()
            .map(pair -> pair.get("graph").getURI())
            .filter(this::isMetadata)
            .collect(Collectors.toSet());
    long counted = pairs.stream().mapToLong(ThingReader::times).sum();
    Optional<Rows> around = around(Described.of(description, iri));
    List<ThingState.Neighbour> near =
        around.map(rows -> neighbours(rows, called)).orElse(List.of());
    Map<Node, List<Text>> names = new LinkedHashMap<>();
    called.forEach((node, texts) -> names.put(node, List.copyOf(texts)));
    return Optional.of(
        new ThingState(
            iri,
            description,
            sources,
            names,
            inData,
            inDescriptions,
            counted >= MOST_COUNTED || pairs.size() >= MOST_PAIRS,
            near,
            sequence(answers, around)));
  }

  /** What data graphs say; the first of its things are asked for, and their names taken down. */
  private List<ThingState.Pointing> inData(
      Node thing, List<Map<String, Node>> pairs, List<Rows> answers, Map<Node, Set<Text>> called) {
    List<ThingState.Pointing> all = new ArrayList<>();
    for (Map<String, Node> pair : pairs) {
      Node graph = pair.get("graph");
      if (isMetadata(graph.getURI())) {
        continue;
      }
      Node property = pair.get("p");
      Set<Node> first = new LinkedHashSet<>();
      if (all.size() < MOST_NAMED) {
        Rows found = quads.select(subjects, Map.of("thing", thing, "graph", graph, "p", property));
        answers.add(found);
        for (Map<String, Node> row : found.rows()) {
          first.add(row.get("s"));
          name(called, row, "s");
        }
      }
      all.add(
          new ThingState.Pointing(
              graph.getURI(), property.getURI(), times(pair), List.copyOf(first)));
    }
    return all;
  }

  private static long times(Map<String, Node> pair) {
    return ((Number) pair.get("times").getLiteralValue()).longValue();
  }

  private boolean isMetadata(String graph) {
    return graphs.parse(graph).filter(g -> g.kind() == GraphName.Kind.METADATA).isPresent();
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
