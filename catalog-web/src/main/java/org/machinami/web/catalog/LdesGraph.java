package org.machinami.web.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.store.graph.GraphVersions;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.rdf.Terms;

/**
 * A fragment as statements. A version of a dataset is named as its page of that commit is; what is
 * a part of the dataset gets a name of that version, too, so that two versions on a page do not
 * mix.
 *
 * @see <a href="https://w3id.org/ldes/specification">Linked Data Event Streams</a>
 * @see <a href="https://w3id.org/tree/specification">TREE</a>
 */
final class LdesGraph {
  private static final String AS = "https://www.w3.org/ns/activitystreams#";
  private static final String LDES = "https://w3id.org/ldes#";
  private static final String TREE = "https://w3id.org/tree#";

  private static final Node CREATED = iri(Terms.PROV + "generatedAtTime");
  private static final Node IS_VERSION_OF = iri(Terms.DCT + "isVersionOf");

  private final GraphVersions versions;
  private final DatasetReader datasets;
  private final String base;
  private final Graph shape;

  LdesGraph(GraphVersions versions, DatasetReader datasets, String base) {
    this.versions = versions;
    this.datasets = datasets;
    this.base = base;
    this.shape = shape(base);
  }

  private static Graph shape(String base) {
    try (InputStream in = LdesGraph.class.getResourceAsStream("member-shape.ttl")) {
      return RDFParser.source(Objects.requireNonNull(in, "member-shape.ttl"))
          .lang(Lang.TURTLE)
          .base(base)
          .toGraph();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading member-shape.ttl", e);
    }
  }

  Graph of(LdesFragment fragment) {
    Graph graph = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(graph, shape);
    Node stream = iri(base + "catalog/ldes#stream");
    Node root = iri(base + "catalog/ldes");
    graph.add(stream, iri(Terms.type), iri(LDES + "EventStream"));
    graph.add(stream, iri(LDES + "timestampPath"), CREATED);
    graph.add(stream, iri(LDES + "versionOfPath"), IS_VERSION_OF);
    graph.add(stream, iri(TREE + "shape"), iri(base + "catalog/ldes#member"));
    graph.add(stream, iri(TREE + "view"), root);
    Node page = iri(base + path(fragment.from()));
    graph.add(page, iri(Terms.type), iri(TREE + "Node"));
    fragment.members().forEach(member -> member(graph, stream, member));
    fragment.next().ifPresent(next -> relation(graph, page, fragment, next));
    return graph;
  }

  /** Path and query of the fragment that begins there. */
  static String path(Place from) {
    return from.equals(Place.START) ? "catalog/ldes" : "catalog/ldes?from=" + from.text();
  }

  private void relation(Graph graph, Node page, LdesFragment fragment, Place next) {
    Node relation = iri(page.getURI() + "#next");
    graph.add(page, iri(TREE + "relation"), relation);
    graph.add(relation, iri(TREE + "node"), iri(base + path(next)));
    if (fragment.members().isEmpty()) {
      graph.add(relation, iri(Terms.type), iri(TREE + "Relation"));
      return;
    }
    LdesFragment.Member last = fragment.members().get(fragment.members().size() - 1);
    graph.add(relation, iri(Terms.type), iri(TREE + "GreaterThanOrEqualToRelation"));
    graph.add(relation, iri(TREE + "path"), CREATED);
    graph.add(relation, iri(TREE + "value"), time(last.change()));
  }

  private void member(Graph graph, Node stream, LdesFragment.Member member) {
    DatasetChange change = member.change();
    String dataset = base + "datasets/" + change.id();
    Node version = iri(dataset + "?asOf=" + change.sequence());
    graph.add(stream, iri(TREE + "member"), version);
    graph.add(version, CREATED, time(change));
    if (member.description().isEmpty()) {
      graph.add(version, IS_VERSION_OF, iri(dataset));
      graph.add(version, iri(Terms.type), iri(AS + "Tombstone"));
      graph.add(version, iri(AS + "formerType"), iri(Terms.DCAT + "Dataset"));
      graph.add(version, iri(AS + "deleted"), time(change));
      return;
    }
    Graph description = versions.graph(member.description().get());
    Node subject = datasets.described(change.id(), description).node();
    graph.add(version, IS_VERSION_OF, subject);
    description
        .find()
        .filterDrop(triple -> triple.getSubject().equals(subject) && isOurs(triple.getPredicate()))
        .forEachRemaining(
            triple ->
                graph.add(
                    Triple.create(
                        named(triple.getSubject(), subject, version),
                        triple.getPredicate(),
                        named(triple.getObject(), subject, version))));
  }

  /** What the stream says of a version itself. */
  private static boolean isOurs(Node property) {
    return property.equals(CREATED) || property.equals(IS_VERSION_OF);
  }

  /** The name in this version of the dataset and of its parts; others keep theirs. */
  private static Node named(Node node, Node dataset, Node version) {
    if (node.equals(dataset)) {
      return version;
    }
    if (node.isURI() && node.getURI().startsWith(dataset.getURI() + "#")) {
      return iri(version.getURI() + node.getURI().substring(dataset.getURI().length()));
    }
    return node;
  }

  private static Node time(DatasetChange change) {
    return NodeFactory.createLiteralDT(change.time().toString(), XSDDatatype.XSDdateTime);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
