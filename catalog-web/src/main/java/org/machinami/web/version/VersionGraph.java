package org.machinami.web.version;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.web.dataset.VersionEntry;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Terms;

/** Versions of a dataset as statements. Of one thread. */
final class VersionGraph {
  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Node dataset;

  /**
   * @param dataset its IRI
   */
  VersionGraph(String dataset) {
    this.dataset = NodeFactory.createURI(dataset);
  }

  /** What is said so far. */
  Graph graph() {
    return graph;
  }

  /** Says of which dataset and time the version is, and why it was made; gives its name. */
  Node add(VersionEntry entry) {
    Node version = NodeFactory.createURI(dataset.getURI() + "/versions/" + entry.sequence());
    add(version, Terms.type, NodeFactory.createURI(Terms.PROV + "Entity"));
    add(version, Terms.DCT + "isVersionOf", dataset);
    add(
        version,
        Terms.PROV + "generatedAtTime",
        NodeFactory.createLiteralDT(entry.time().toString(), XSDDatatype.XSDdateTime));
    entry.reason().ifPresent(r -> add(version, Terms.DCT + "description", literal(r)));
    return version;
  }

  void add(Node subject, String property, Node object) {
    graph.add(Triple.create(subject, NodeFactory.createURI(property), object));
  }

  private static Node literal(Text text) {
    return text.tag().isEmpty() || text.tag().equals("und")
        ? NodeFactory.createLiteralString(text.value())
        : NodeFactory.createLiteralLang(text.value(), text.tag());
  }
}
