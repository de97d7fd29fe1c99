package org.machinami.loader.harvest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What a harvest adds to a foreign description: where it comes from, the sector, the service field
 * where the theme makes it clear, a name of the publisher; and what people here know. Immutable.
 */
final class AddedFacts {
  private static final String VOCAB = "https://machinami.org/vocab/";
  private static final Node SECTOR = NodeFactory.createURI(VOCAB + "city#sector");
  private static final Node WAS_DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
  private static final Node ADMS_IDENTIFIER =
      NodeFactory.createURI("http://www.w3.org/ns/adms#identifier");
  private static final Node ADMS_IDENTIFIER_CLASS =
      NodeFactory.createURI("http://www.w3.org/ns/adms#Identifier");
  private static final Node ORGANIZATION_NAME =
      NodeFactory.createURI("http://www.w3.org/2006/vcard/ns#organization-name");

  private static final String EU_THEME =
      "http://publications.europa.eu/resource/authority/data-theme/";

  /** Themes of the EU that are wholly one of our service fields; the others have no counterpart. */
  private static final Map<String, String> SERVICE_FIELDS =
      Map.of(
          "TRAN", "mobility",
          "HEAL", "wellness",
          "ENVI", "environment-energy",
          "ENER", "environment-energy",
          "EDUC", "education",
          "GOVE", "open-digital-government");

  /** Where a body's name stands when it has no foaf:name, the best first. */
  private static final List<Node> OTHER_NAMES =
      List.of(
          ORGANIZATION_NAME, SKOS.prefLabel.asNode(), RDFS.label.asNode(), DCTerms.title.asNode());

  private final ForeignNames names;
  private final Node sector;
  private final SourceAdditions additions;

  AddedFacts(ForeignNames names, String sector, SourceAdditions additions) {
    this.names = names;
    this.additions = additions;
    this.sector = NodeFactory.createURI(VOCAB + "sector/" + sector);
  }

  void to(Graph graph, Node dataset, String foreign, Map<Node, Node> publishers) {
    if (!graph.contains(dataset, SECTOR, Node.ANY)) { // another Machinami says it itself
      graph.add(dataset, SECTOR, sector);
    }
    Node identifier =
        NodeFactory.createURI(
            names.skolemIri("source-" + Digests.brief(dataset.getURI() + "\n" + foreign)));
    graph.add(dataset, ADMS_IDENTIFIER, identifier);
    graph.add(identifier, RDF.type.asNode(), ADMS_IDENTIFIER_CLASS);
    boolean iri = foreign.indexOf(':') > 0 && foreign.indexOf(' ') < 0;
    graph.add(
        identifier,
        SKOS.notation.asNode(),
        iri
            ? NodeFactory.createLiteralDT(foreign, XSDDatatype.XSDanyURI)
            : NodeFactory.createLiteralString(foreign));
    if (iri && isIri(foreign)) {
      graph.add(dataset, WAS_DERIVED_FROM, NodeFactory.createURI(foreign));
    }
    if (!graph.contains(dataset, DCTerms.identifier.asNode(), Node.ANY)) {
      graph.add(dataset, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(foreign));
    }
    themes(graph, dataset);
    publishers.forEach((body, local) -> publisher(graph, body, local));
    additions.to(graph, dataset, foreign);
  }

  private static boolean isIri(String text) {
    return text.chars().allMatch(letter -> letter > ' ' && "<>\"{}|^`\\".indexOf(letter) < 0);
  }

  private static void themes(Graph graph, Node dataset) {
    graph
        .find(dataset, DCAT.theme.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(theme -> theme.isURI() && theme.getURI().startsWith(EU_THEME))
        .mapWith(
            theme ->
                Optional.ofNullable(
                    SERVICE_FIELDS.get(theme.getURI().substring(EU_THEME.length()))))
        .toList()
        .forEach(
            field ->
                field.ifPresent(
                    name ->
                        graph.add(
                            dataset,
                            DCAT.theme.asNode(),
                            NodeFactory.createURI(VOCAB + "service-field/" + name))));
  }

  private static void publisher(Graph graph, Node body, Node local) {
    if (body.isURI() && !body.equals(local)) {
      graph.add(local, OWL2.sameAs.asNode(), body);
    }
    if (!graph.contains(local, FOAF.name.asNode(), Node.ANY)) {
      nameOtherwise(graph, local);
    }
    if (graph.contains(local, FOAF.name.asNode(), Node.ANY)) {
      graph.add(local, RDF.type.asNode(), FOAF.Agent.asNode());
    }
  }

  private static void nameOtherwise(Graph graph, Node local) {
    for (Node other : OTHER_NAMES) {
      List<Node> found =
          graph
              .find(local, other, Node.ANY)
              .mapWith(triple -> triple.getObject())
              .filterKeep(Node::isLiteral)
              .toList();
      if (!found.isEmpty()) {
        found.forEach(name -> graph.add(local, FOAF.name.asNode(), name));
        return;
      }
    }
  }
}
