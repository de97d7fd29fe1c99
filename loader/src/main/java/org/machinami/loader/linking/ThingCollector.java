package org.machinami.loader.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.machinami.ontology.City;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.NTriplesReader;
import org.machinami.store.state.GraphState;

/**
 * Reads the things that can be linked out of the data graphs, one graph after the other; nothing is
 * kept of other things. For use by one thread, once.
 */
final class ThingCollector {
  private static final String GEO = "http://www.opengis.net/ont/geosparql#";
  private static final String SCHEMA = "https://schema.org/";
  private static final int LOCAL_GOVERNMENT_DIGITS = 6;

  private final Store store;
  private final Map<Node, ThingKind> kinds = new HashMap<>();
  private final Map<String, Gathered> things = new LinkedHashMap<>();
  private final Map<String, Gathered> context = new HashMap<>();

  ThingCollector(Store store) {
    this.store = store;
    Graph ontology = Vocabularies.union();
    for (ThingKind kind : ThingKind.values()) {
      kind.classes(ontology).forEach(type -> kinds.put(type, kind));
    }
  }

  /** What is said of one thing, of all datasets together. */
  private static final class Gathered {
    private Optional<ThingKind> kind = Optional.empty();
    private final Set<String> datasets = new TreeSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> written = new LinkedHashSet<>();
    private final Set<String> japanese = new LinkedHashSet<>();
    private final Set<String> otherNames = new LinkedHashSet<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> geometries = new LinkedHashSet<>();
    private Optional<Point> point = Optional.empty();
    private String municipality = "";
    private final Set<String> addresses = new LinkedHashSet<>();
    private final Set<String> lines = new LinkedHashSet<>();
    private final Set<String> lineNames = new LinkedHashSet<>();
    private final Set<String> operators = new LinkedHashSet<>();
    private final Set<String> operatorNames = new LinkedHashSet<>();
  }

  /**
   * The things of the present state.
   *
   * @param wanted ids of datasets to read
   */
  List<LinkableThing> collect(Predicate<String> wanted) {
    NamedGraphs names = new NamedGraphs(store.base());
    try (Stream<GraphState> states = store.states().list(names.prefix(GraphName.Kind.DATA))) {
      states.forEach(
          state ->
              names
                  .datasetOf(state.graph())
                  .filter(wanted)
                  .ifPresent(dataset -> read(dataset, state)));
    }
    return things.entrySet().stream().map(e -> thing(e.getKey(), e.getValue())).toList();
  }

  private void read(String dataset, GraphState state) {
    Map<String, Point> points = new HashMap<>();
    List<Gathered> ofGraph = new ArrayList<>();
    NTriplesReader reader = new NTriplesReader();
    List<Triple> block = new ArrayList<>();
    try (GraphLines lines = store.versions().lines(state.version())) {
      while (lines.next()) {
        Triple triple = reader.triple(lines);
        if (!block.isEmpty() && !block.get(0).getSubject().equals(triple.getSubject())) {
          take(dataset, block, points, ofGraph);
          block.clear();
        }
        block.add(triple);
      }
    }
    if (!block.isEmpty()) {
      take(dataset, block, points, ofGraph);
    }
    for (Gathered thing : ofGraph) {
      if (thing.point.isEmpty()) {
        thing.point =
            thing.geometries.stream().map(points::get).filter(Objects::nonNull).findFirst();
      }
      thing.geometries.clear();
    }
  }

  private void take(
      String dataset, List<Triple> block, Map<String, Point> points, List<Gathered> ofGraph) {
    String iri = block.get(0).getSubject().getURI();
    for (Triple triple : block) {
      if (triple.getPredicate().hasURI(GEO + "asWKT")) {
        Point.ofWkt(triple.getObject().getLiteralLexicalForm())
            .ifPresent(point -> points.putIfAbsent(iri, point));
        return;
      }
    }
    List<Node> types =
        block.stream()
            .filter(triple -> triple.getPredicate().equals(RDF.Nodes.type))
            .map(Triple::getObject)
            .toList();
    Optional<ThingKind> kind = types.stream().map(kinds::get).filter(Objects::nonNull).findFirst();
    boolean helps =
        types.contains(City.RailwayLine.asNode())
            || types.contains(City.TransportOperator.asNode());
    if (kind.isEmpty() && !helps) {
      return;
    }
    Gathered thing =
        (kind.isPresent() ? things : context).computeIfAbsent(iri, key -> new Gathered());
    thing.kind = kind;
    thing.datasets.add(dataset);
    types.forEach(type -> thing.types.add(type.toString()));
    block.forEach(triple -> take(triple, thing));
    ofGraph.add(thing);
  }

  private static void take(Triple triple, Gathered thing) {
    String property = triple.getPredicate().getURI();
    Node value = triple.getObject();
    String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    if (property.equals(RDFS.label.getURI()) || property.equals(SCHEMA + "alternateName")) {
      boolean japanese = value.isLiteral() && value.getLiteralLanguage().startsWith("ja");
      if (japanese && value.getLiteralLanguage().equals("ja")) {
        thing.written.add(text);
      }
      (japanese ? thing.japanese : thing.otherNames).add(text);
    } else if (property.equals(City.municipalityCode.getURI())
        || property.equals(City.meshCode.getURI())
        || property.equals(City.stationCode.getURI())
        || property.equals(City.corporateNumber.getURI())) {
      thing.codes.add(text);
    } else if (property.equals(City.localGovernmentCode.getURI())
        && text.length() == LOCAL_GOVERNMENT_DIGITS) {
      thing.codes.add(text.substring(0, LOCAL_GOVERNMENT_DIGITS - 1));
    } else if (property.equals(GEO + "hasGeometry")) {
      thing.geometries.add(text);
    } else if (property.equals(City.municipality.getURI())) {
      thing.municipality = text;
    } else if (property.equals(SCHEMA + "address") && value.isLiteral()) {
      thing.addresses.add(text);
    } else if (property.equals(City.line.getURI())) {
      thing.lines.add(text);
    } else if (property.equals(City.lineName.getURI())) {
      thing.lineNames.add(text);
    } else if (property.equals(City.operator.getURI())) {
      thing.operators.add(text);
    } else if (property.equals(City.operatorName.getURI())) {
      thing.operatorNames.add(text);
    }
  }

  private LinkableThing thing(String iri, Gathered of) {
    Set<String> lineNames = new LinkedHashSet<>(of.lineNames);
    Set<String> operators = new LinkedHashSet<>(of.operators);
    for (String line : of.lines) {
      Gathered described = context.get(line);
      if (described != null) {
        lineNames.addAll(described.japanese);
        operators.addAll(described.operators);
      }
    }
    Set<String> operatorNames = new LinkedHashSet<>(of.operatorNames);
    for (String operator : operators) {
      Gathered described = context.get(operator);
      if (described != null) {
        operatorNames.addAll(names(described));
      }
    }
    return new LinkableThing(
        iri,
        new TreeSet<>(of.datasets),
        of.kind.orElseThrow(),
        of.types,
        List.copyOf(names(of)),
        of.codes,
        of.point,
        of.municipality,
        List.copyOf(of.addresses),
        lineNames,
        operatorNames);
  }

  /** All of them, first as they are written, then how they are read (ja-Hrkt). */
  private static Collection<String> names(Gathered thing) {
    Set<String> names = new LinkedHashSet<>(thing.written);
    names.addAll(thing.japanese);
    names.addAll(thing.otherNames);
    return names;
  }
}
