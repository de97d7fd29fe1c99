package org.machinami.store.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Reads a publisher and the bodies above it from a description.
 *
 * @see <a href="https://www.w3.org/TR/vocab-org/">The Organization Ontology</a>
 */
final class PublisherReader {
  private static final int MOST_LEVELS = 8;
  private static final int LONGEST_ID = 1000;
  private static final String ORG = "http://www.w3.org/ns/org#";
  private static final Node NAME = NodeFactory.createURI("http://xmlns.com/foaf/0.1/name");
  private static final List<Node> PART_OF =
      List.of(
          NodeFactory.createURI(ORG + "subOrganizationOf"),
          NodeFactory.createURI(ORG + "unitOf"),
          NodeFactory.createURI("http://purl.org/dc/terms/isPartOf"));

  private final String base;

  PublisherReader(String base) {
    this.base = base;
  }

  /** The value of {@link Facet#PUBLISHER} for an IRI. */
  String id(String iri) {
    String prefix = base + "publishers/";
    return iri.startsWith(prefix) ? iri.substring(prefix.length()) : iri;
  }

  /** From the publisher upwards; a body that stands above itself ends the list. */
  List<PublisherStatement> read(Statements statements, Optional<Node> publisher) {
    List<PublisherStatement> found = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    Optional<Node> next = publisher.filter(PublisherReader::isUsable);
    while (next.isPresent() && found.size() < MOST_LEVELS && seen.add(next.get())) {
      Node body = next.get();
      next =
          PART_OF.stream()
              .flatMap(property -> statements.objects(body, property).stream())
              .filter(PublisherReader::isUsable)
              .findFirst();
      found.add(
          new PublisherStatement(
              id(body.getURI()),
              next.map(parent -> id(parent.getURI())),
              statements.literals(body, NAME)));
    }
    return found;
  }

  private static boolean isUsable(Node node) {
    return node.isURI() && node.getURI().length() <= LONGEST_ID;
  }
}
