package org.machinami.loader.mapping;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;

/**
 * A rule that makes triples of each row of a source.
 *
 * @param name its IRI or label, for messages and references
 * @param classes types of the subject
 * @see <a href="https://rml.io/specs/rml/#triples-map">RML, triples map</a>
 */
record TriplesMap(
    String name,
    LogicalSource source,
    TermMap subject,
    List<Node> classes,
    List<TermMap> graphs,
    List<PredicateObjectMap> predicateObjects) {
  TriplesMap {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(subject, "subject");
    classes = List.copyOf(classes);
    graphs = List.copyOf(graphs);
    predicateObjects = List.copyOf(predicateObjects);
  }
}
