package org.machinami.shapes.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.City;
import org.machinami.shapes.RepairKind;

/** Reads what shapes ask for out of their statements. */
record ShapeReader(Graph graph) {

  Node node(String iri) {
    return iri.startsWith("_:")
        ? NodeFactory.createBlankNode(iri.substring(2))
        : NodeFactory.createURI(iri);
  }

  List<Node> all(Node shape, Node property) {
    return graph.find(shape, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  Optional<Node> first(Node shape, Node property) {
    return all(shape, property).stream().findFirst();
  }

  OptionalInt number(Node shape, Node property) {
    return first(shape, property).stream()
        .mapToInt(node -> Integer.parseInt(node.getLiteralLexicalForm()))
        .findFirst();
  }

  /** The members of the list that is the value of a property. */
  List<Node> members(Node shape, Node property) {
    return first(shape, property)
        .map(list -> GraphList.members(new GNode(graph, list)))
        .orElse(List.of());
  }

  /** The datatypes that a value may have; empty: any. */
  Set<Node> datatypes(Node shape) {
    Set<Node> found = new LinkedHashSet<>();
    for (Node part : parts(shape)) {
      found.addAll(all(part, SHACL.datatype));
    }
    return found;
  }

  /** The values of the list that a value has to be of; empty: none. */
  List<Node> choices(Node shape) {
    List<Node> found = new ArrayList<>();
    for (Node part : parts(shape)) {
      found.addAll(members(part, SHACL.in));
    }
    return found;
  }

  boolean wantsIri(Node shape) {
    return parts(shape).stream().anyMatch(part -> graph.contains(part, SHACL.nodeKind, SHACL.IRI));
  }

  /** The languages of which one value is asked for. */
  List<String> languages(Node shape) {
    return first(shape, SHACL.qualifiedValueShape).stream()
        .flatMap(part -> members(part, SHACL.languageIn).stream())
        .map(language -> language.getLiteralLexicalForm().toLowerCase(Locale.ROOT))
        .toList();
  }

  boolean hasMaximum(Node shape) {
    return graph.contains(shape, SHACL.maxCount, Node.ANY);
  }

  /** The repairs that the shape names itself. */
  List<RepairKind> declared(Node shape) {
    return all(shape, City.repair.asNode()).stream()
        .flatMap(kind -> RepairKind.of(kind.getURI()).stream())
        .toList();
  }

  /** The shape, and the alternatives that it offers. */
  private Set<Node> parts(Node shape) {
    Set<Node> parts = new LinkedHashSet<>();
    parts.add(shape);
    for (Node property : List.of(SHACL.or, SHACL.and, SHACL.xone)) {
      parts.addAll(members(shape, property));
    }
    parts.addAll(all(shape, SHACL.node));
    parts.removeIf(part -> part.equals(RDF.nil.asNode()));
    return parts;
  }
}
