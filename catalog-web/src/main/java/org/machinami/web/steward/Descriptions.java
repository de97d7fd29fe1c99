package org.machinami.web.steward;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.LoadException;
import org.machinami.loader.gate.Skolem;
import org.machinami.loader.validation.RdfText;
import org.machinami.ontology.Iris;

/** The description in a draft: made, read, written. Immutable. */
final class Descriptions {
  private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
  private static final Map<String, String> TYPES =
      Map.of(
          "csv", "text/csv",
          "tsv", "text/tab-separated-values",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "json", "application/json",
          "geojson", "application/geo+json");

  private final String base;
  private final Iris iris;

  Descriptions(String base) {
    this.base = base;
    this.iris = new Iris(base);
  }

  String iri(String dataset) {
    return iris.dataset(dataset);
  }

  private Node node(String dataset) {
    return NodeFactory.createURI(iri(dataset));
  }

  Node publisher(String publisher) {
    return NodeFactory.createURI(base + "publishers/" + publisher);
  }

  /** What can be said before anybody has typed anything. */
  Graph empty(String dataset, String publisher) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node node = node(dataset);
    graph.add(node, RDF.type.asNode(), DCAT.Dataset.asNode());
    graph.add(node, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(dataset));
    graph.add(node, DCTerms.publisher.asNode(), publisher(publisher));
    return graph;
  }

  /** Says that a file is to be downloaded, unless the description names it already. */
  void addFile(Graph graph, String dataset, String name) {
    Node download = NodeFactory.createURI(iris.file(dataset, name));
    if (graph.contains(Node.ANY, DCAT.downloadURL.asNode(), download)) {
      return;
    }
    Node distribution = NodeFactory.createURI(iris.distribution(dataset, name));
    graph.add(node(dataset), DCAT.distribution.asNode(), distribution);
    graph.add(distribution, RDF.type.asNode(), DCAT.Distribution.asNode());
    graph.add(distribution, DCAT.downloadURL.asNode(), download);
    graph.add(distribution, DCTerms.title.asNode(), NodeFactory.createLiteralLang(name, "ja"));
    graph.add(distribution, DCTerms.title.asNode(), NodeFactory.createLiteralLang(name, "en"));
    Optional.ofNullable(TYPES.get(suffix(name)))
        .ifPresent(
            type ->
                graph.add(
                    distribution,
                    DCAT.mediaType.asNode(),
                    NodeFactory.createURI(MEDIA_TYPE + type)));
  }

  /** Takes back what {@link #addFile} or somebody has said of a file that is no longer there. */
  void removeFile(Graph graph, String dataset, String name) {
    Node download = NodeFactory.createURI(iris.file(dataset, name));
    for (Node distribution :
        graph
            .find(Node.ANY, DCAT.downloadURL.asNode(), download)
            .mapWith(Triple::getSubject)
            .toList()) {
      graph.remove(distribution, Node.ANY, Node.ANY);
      graph.remove(Node.ANY, DCAT.distribution.asNode(), distribution);
    }
  }

  static String suffix(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * The description in a file that somebody sent. The one dataset in it becomes the dataset of the
   * draft, whatever it was called, and belongs to the organisation.
   *
   * @param name for messages
   * @return empty when it does not describe one dataset, or cannot be kept
   * @throws LoadException when it is not what its language says, or wants something from outside
   */
  Optional<Graph> read(byte[] bytes, String name, Lang lang, String dataset, String publisher) {
    Graph parsed = RdfText.read(bytes, name, lang, base).graph();
    List<Node> datasets =
        parsed
            .find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
            .mapWith(Triple::getSubject)
            .toList();
    if (datasets.size() != 1) {
      return Optional.empty();
    }
    String from = datasets.get(0).toString();
    Graph own = GraphFactory.createDefaultGraph();
    new Skolem(base, dataset)
        .apply(parsed)
        .find()
        .forEach(
            triple ->
                own.add(
                    renamed(triple.getSubject(), from, dataset),
                    triple.getPredicate(),
                    renamed(triple.getObject(), from, dataset)));
    own.remove(node(dataset), DCTerms.publisher.asNode(), Node.ANY);
    own.add(node(dataset), DCTerms.publisher.asNode(), publisher(publisher));
    return isKept(own) ? Optional.of(own) : Optional.empty();
  }

  /** Whether it can be read as it is kept: not every parser looks at what an IRI holds. */
  private static boolean isKept(Graph graph) {
    try {
      return read(write(graph)).isIsomorphicWith(graph);
    } catch (RiotException e) {
      return false;
    }
  }

  /** The dataset, and what is named below it. */
  private Node renamed(Node node, String from, String dataset) {
    if (!node.isURI() || !node.getURI().startsWith(from)) {
      return node;
    }
    String rest = node.getURI().substring(from.length());
    return rest.isEmpty() || rest.startsWith("#") || rest.startsWith("/")
        ? NodeFactory.createURI(iri(dataset) + rest)
        : node;
  }

  /** Whether the description says that the dataset is of that organisation, and of no other. */
  boolean isOf(Graph graph, String dataset, String publisher) {
    return graph
        .find(node(dataset), DCTerms.publisher.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .equals(List.of(publisher(publisher)));
  }

  /** As it is kept. */
  static String write(Graph graph) {
    return RDFWriter.source(graph).lang(Lang.NTRIPLES).asString();
  }

  static Graph read(String ntriples) {
    return RDFParser.fromString(ntriples, Lang.NTRIPLES).toGraph();
  }
}
