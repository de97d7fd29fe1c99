package org.machinami.loader.gate;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;

/**
 * The way back from a published description to what its publisher says: without what {@link
 * Completion} has added, and the gate has measured. Who sends that in again with the same files
 * publishes the same.
 */
public final class PublishersWords {
  private static final Node MEASUREMENT =
      NodeFactory.createURI("http://www.w3.org/ns/dqv#hasQualityMeasurement");
  private static final Node CHECKSUM = NodeFactory.createURI("http://spdx.org/rdf/terms#checksum");
  private static final Node CHECKSUM_VALUE =
      NodeFactory.createURI("http://spdx.org/rdf/terms#checksumValue");

  private final String base;
  private final String id;
  private final Node dataset;
  private final Graph graph = GraphFactory.createDefaultGraph();

  private PublishersWords(Graph published, String base, String id) {
    this.base = base;
    this.id = id;
    this.dataset = NodeFactory.createURI(new Iris(base).dataset(id));
    GraphUtil.addInto(graph, published);
  }

  /**
   * A new graph without what the gate added.
   *
   * @param published is only read
   */
  public static Graph of(Graph published, String base, String id) {
    PublishersWords words = new PublishersWords(published, base, id);
    words.removeFacts();
    words.removeMeasurements();
    words.removeLinkedData();
    return words.graph;
  }

  /**
   * The SHA-256 that the gate has found a file to have, hexadecimal.
   *
   * @param file where it is downloaded
   */
  public static Optional<String> checksum(Graph published, String base, String id, String file) {
    return published
        .find(Node.ANY, DCAT.downloadURL.asNode(), NodeFactory.createURI(file))
        .mapWith(download -> checksum(base, id, download.getSubject()))
        .toList()
        .stream()
        .flatMap(checksum -> published.find(checksum, CHECKSUM_VALUE, Node.ANY).toList().stream())
        .map(value -> value.getObject().getLiteralLexicalForm())
        .findFirst();
  }

  private static Node checksum(String base, String id, Node distribution) {
    return new Skolem(base, id).iri("checksum " + distribution);
  }

  /** Counts of the data, sizes and checksums of the files that are stored here. */
  private void removeFacts() {
    graph.delete(Triple.create(dataset, RDF.type.asNode(), VOID.Dataset.asNode()));
    graph.remove(dataset, VOID.triples.asNode(), Node.ANY);
    graph.delete(
        Triple.create(
            dataset,
            VOID.dataDump.asNode(),
            NodeFactory.createURI(new Iris(base).data(id) + ".nt")));
    String files = new Iris(base).files(id);
    for (Triple download : graph.find(Node.ANY, DCAT.downloadURL.asNode(), Node.ANY).toList()) {
      if (download.getObject().toString().startsWith(files)) {
        Node distribution = download.getSubject();
        graph.remove(distribution, DCAT.byteSize.asNode(), Node.ANY);
        Node checksum = checksum(base, id, distribution);
        graph.remove(checksum, Node.ANY, Node.ANY);
        graph.remove(distribution, CHECKSUM, checksum);
      }
    }
  }

  private void removeMeasurements() {
    String prefix = new NamedGraphs(base).verdict(id) + "#";
    for (Triple measured : graph.find(dataset, MEASUREMENT, Node.ANY).toList()) {
      if (measured.getObject().toString().startsWith(prefix)) {
        graph.delete(measured);
        graph.remove(measured.getObject(), Node.ANY, Node.ANY);
      }
    }
  }

  /** The distribution as linked data, unless it is the publisher's own. */
  private void removeLinkedData() {
    Node distribution = NodeFactory.createURI(new Iris(base).distribution(id, "data"));
    Set<Triple> there = about(distribution, graph);
    graph.remove(distribution, Node.ANY, Node.ANY);
    graph.delete(Triple.create(dataset, DCAT.distribution.asNode(), distribution));
    Completion anew = new Completion(new Description(id, dataset.getURI(), graph), base);
    anew.addLinkedData();
    if (!there.isEmpty() && !withoutLicence(there).equals(made(anew, distribution))) {
      there.forEach(graph::add);
      graph.add(dataset, DCAT.distribution.asNode(), distribution);
    }
  }

  /** Which licence it has follows from those of the others, which may have changed since. */
  private static Set<Triple> withoutLicence(Set<Triple> triples) {
    Set<Triple> without = new HashSet<>(triples);
    without.removeIf(triple -> triple.getPredicate().equals(DCTerms.license.asNode()));
    return without;
  }

  private static Set<Triple> made(Completion completion, Node distribution) {
    return withoutLicence(about(distribution, completion.graph()));
  }

  private static Set<Triple> about(Node subject, Graph graph) {
    return graph.find(subject, Node.ANY, Node.ANY).toSet();
  }
}
