package org.machinami.store.quads;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.machinami.store.ledger.Hash;

/**
 * What TDB2 says about itself in its real default graph, which no query sees: the sequence number
 * it has reached, how many quads it holds, and the version of each graph. Each method runs in the
 * transaction of its caller.
 */
final class AppliedState {
  static final Node QUADS = NodeFactory.createURI("urn:machinami:quads");
  static final Node APPLIED = NodeFactory.createURI("urn:machinami:applied");
  static final Node COUNT = NodeFactory.createURI("urn:machinami:count");
  static final Node VERSION = NodeFactory.createURI("urn:machinami:version");

  /**
   * Said of a graph of which two lines are one quad, since TDB2 keeps {@code "01"^^xsd:integer} and
   * {@code "1"^^xsd:integer} as the value 1: where one of the lines goes, the quad must stay.
   */
  static final Node FOLDED = NodeFactory.createURI("urn:machinami:folded");

  static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

  private AppliedState() {}

  /** The sequence number reached; absent when nothing was ever recorded. */
  static Optional<Long> applied(DatasetGraph dataset) {
    return number(dataset, APPLIED);
  }

  static long count(DatasetGraph dataset) {
    return number(dataset, COUNT).orElse(0L);
  }

  static void record(DatasetGraph dataset, long applied, long count) {
    set(dataset, QUADS, APPLIED, integer(applied));
    set(dataset, QUADS, COUNT, integer(count));
  }

  /** The version that is held of a graph; absent when none is. */
  static Optional<Hash> version(DatasetGraph dataset, Node graph) {
    return only(dataset, graph, VERSION).map(AppliedState::hash);
  }

  static void version(DatasetGraph dataset, Node graph, Hash version) {
    set(dataset, graph, VERSION, literal(version));
  }

  static boolean isFolded(DatasetGraph dataset, Node graph) {
    return only(dataset, graph, FOLDED).isPresent();
  }

  static void fold(DatasetGraph dataset, Node graph) {
    set(dataset, graph, FOLDED, TRUE);
  }

  /** Forgets a graph that is deleted. */
  static void remove(DatasetGraph dataset, Node graph) {
    dataset.getDefaultGraph().remove(graph, VERSION, Node.ANY);
    dataset.getDefaultGraph().remove(graph, FOLDED, Node.ANY);
  }

  /** All versions that are held, by name of graph. */
  static Map<String, Hash> versions(DatasetGraph dataset) {
    Map<String, Hash> versions = new HashMap<>();
    Iterator<Triple> all = dataset.getDefaultGraph().find(Node.ANY, VERSION, Node.ANY);
    while (all.hasNext()) {
      Triple each = all.next();
      versions.put(each.getSubject().getURI(), hash(each.getObject()));
    }
    return versions;
  }

  static Node literal(Hash version) {
    return NodeFactory.createLiteralString(version.hex());
  }

  static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }

  private static Hash hash(Node literal) {
    return Hash.parse(literal.getLiteralLexicalForm());
  }

  private static Optional<Long> number(DatasetGraph dataset, Node property) {
    return only(dataset, QUADS, property)
        .map(literal -> Long.valueOf(literal.getLiteralLexicalForm()));
  }

  private static Optional<Node> only(DatasetGraph dataset, Node subject, Node property) {
    Iterator<Triple> found = dataset.getDefaultGraph().find(subject, property, Node.ANY);
    return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
  }

  private static void set(DatasetGraph dataset, Node subject, Node property, Node value) {
    dataset.getDefaultGraph().remove(subject, property, Node.ANY);
    dataset.getDefaultGraph().add(subject, property, value);
  }
}
