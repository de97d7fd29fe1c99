package org.machinami.shapes.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The statements of one description, by subject and property. Terms are compared as terms. To be
 * used by one thread.
 */
public final class Statements {

  private static final Node TYPE = RDF.type.asNode();
  private static final Node SUBCLASS = RDFS.subClassOf.asNode();

  private final Collection<Triple> all;
  private final Map<Node, Map<Node, List<Node>>> things = new HashMap<>();
  private final Map<Node, Set<Node>> instances = new HashMap<>();
  private boolean saysSubclasses;
  private Graph graph;

  private Statements(Collection<Triple> all) {
    this.all = all;
    Node subject = Node.ANY;
    Map<Node, List<Node>> values = Map.of();
    for (Triple triple : all) {
      if (!triple.getSubject().equals(subject)) {
        subject = triple.getSubject();
        values = things.computeIfAbsent(subject, thing -> new HashMap<>());
      }
      Node property = triple.getPredicate();
      values.computeIfAbsent(property, value -> new ArrayList<>(2)).add(triple.getObject());
      if (property.equals(TYPE)) {
        instances.computeIfAbsent(triple.getObject(), type -> new LinkedHashSet<>()).add(subject);
      }
      saysSubclasses |= property.equals(SUBCLASS);
    }
  }

  /** Those of a graph, which must not change meanwhile. */
  public static Statements of(Graph graph) {
    Statements statements = new Statements(graph.find().toList());
    statements.graph = graph;
    return statements;
  }

  /** These, each of which occurs once. */
  public static Statements of(Collection<Triple> statements) {
    return new Statements(List.copyOf(statements));
  }

  /** All of them. */
  public Collection<Triple> all() {
    return all;
  }

  /** The objects of the statements with this subject and property. */
  public List<Node> values(Node subject, Node property) {
    return things.getOrDefault(subject, Map.of()).getOrDefault(property, List.of());
  }

  /** What is said to be of this class by itself, whatever the statements say of subclasses. */
  Set<Node> instances(Node type) {
    return instances.getOrDefault(type, Set.of());
  }

  /** The objects of all statements with this property. */
  Set<Node> objectsOf(Node property) {
    Set<Node> objects = new LinkedHashSet<>();
    for (Map<Node, List<Node>> values : things.values()) {
      objects.addAll(values.getOrDefault(property, List.of()));
    }
    return objects;
  }

  /** Whether the statements themselves make classes of classes, which SHACL takes into account. */
  boolean saysSubclasses() {
    return saysSubclasses;
  }

  /** The same as a graph; made when it is first asked for. */
  Graph graph() {
    if (graph == null) {
      graph = GraphFactory.createDefaultGraph();
      all.forEach(graph::add);
    }
    return graph;
  }
}
