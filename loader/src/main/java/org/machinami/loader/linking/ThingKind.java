package org.machinami.loader.linking;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDFS;
import org.machinami.ontology.City;

/** Kinds of things that are linked; a class of the ontology and all below it. */
public enum ThingKind {
  MUNICIPALITY(City.Municipality),
  STATION(City.Station),
  FACILITY(City.Facility),
  MESH_CELL(City.MeshCell);

  private final String top;

  ThingKind(Resource top) {
    this.top = top.getURI();
  }

  /** The class and those below it, as an ontology has them. */
  Set<Node> classes(Graph ontology) {
    Set<Node> found = new HashSet<>();
    collect(ontology, NodeFactory.createURI(top), found);
    return found;
  }

  private static void collect(Graph ontology, Node type, Set<Node> found) {
    if (found.add(type)) {
      ontology
          .find(Node.ANY, RDFS.Nodes.subClassOf, type)
          .forEachRemaining(triple -> collect(ontology, triple.getSubject(), found));
    }
  }
}
