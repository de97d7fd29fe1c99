package org.machinami.ontology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphReadOnly;

/** The bundled vocabularies: the city ontology and the code lists. */
public final class Vocabularies {

  /** Where the IRIs of ontology, lists and concepts begin. */
  public static final String NS = "https://machinami.org/vocab/";

  private static final List<String> TOPICS =
      List.of(
          "ontology",
          "place",
          "facility",
          "transport",
          "timetable",
          "model",
          "observation",
          "catalogue",
          "policy",
          "link");

  private static final List<String> LISTS =
      List.of(
          "sector",
          "service-field",
          "user-category",
          "access-plan",
          "licence",
          "frequency",
          "media-type",
          "personal-data-stage",
          "access-rights",
          "file-type",
          "language",
          "data-theme",
          "observed-property",
          "municipality-kind",
          "hazard",
          "day-type",
          "time-of-day",
          "sex",
          "congestion-level",
          "outcome",
          "quality-level",
          "quality-metric",
          "quality-rule",
          "repair-kind",
          "railway-operator",
          "railway-line",
          "link-method");

  private static final List<Vocabulary> ALL =
      Stream.concat(
              Stream.of(
                  new Vocabulary(
                      "city",
                      City.ONTOLOGY,
                      TOPICS.stream().map(topic -> "city/" + topic + ".ttl").toList())),
              LISTS.stream()
                  .map(list -> new Vocabulary(list, NS + list, List.of("lists/" + list + ".ttl"))))
          .toList();

  private Vocabularies() {}

  /** All of them: first the city ontology, then the lists. */
  public static List<Vocabulary> all() {
    return ALL;
  }

  /** The code lists. */
  public static List<Vocabulary> lists() {
    return ALL.subList(1, ALL.size());
  }

  public static Optional<Vocabulary> find(String name) {
    return ALL.stream().filter(vocabulary -> vocabulary.name().equals(name)).findFirst();
  }

  /** The IRI of a concept of an own list. */
  public static String concept(String list, String id) {
    return NS + list + "/" + Iris.encode(id);
  }

  /** All vocabularies in one graph, which is read once and cannot be written to. */
  public static Graph union() {
    return Union.GRAPH;
  }

  private static final class Union {
    private static final Graph GRAPH = read();

    private static Graph read() {
      Graph union = GraphFactory.createDefaultGraph();
      ALL.forEach(vocabulary -> GraphUtil.addInto(union, vocabulary.read()));
      return new GraphReadOnly(union);
    }
  }
}
