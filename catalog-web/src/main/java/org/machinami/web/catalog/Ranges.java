package org.machinami.web.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.machinami.web.rdf.Terms;

/**
 * What DCAT-AP asks a catalogue to repeat of things that authority lists and others describe: which
 * class they are of. Descriptions leave it out, and validators that look nothing up miss it.
 *
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.1/">DCAT-AP 3.0.1, ranges</a>
 */
final class Ranges {
  private static final String ADMS = "http://www.w3.org/ns/adms#";

  private static final Map<String, String> CLASSES = new HashMap<>();

  static {
    put(Terms.DCT + "accrualPeriodicity", Terms.DCT + "Frequency");
    put(Terms.DCT + "accessRights", Terms.DCT + "RightsStatement");
    put(Terms.DCT + "rights", Terms.DCT + "RightsStatement");
    put(Terms.DCT + "language", Terms.DCT + "LinguisticSystem");
    put(Terms.DCT + "license", Terms.DCT + "LicenseDocument");
    put(Terms.DCT + "format", Terms.DCT + "MediaTypeOrExtent");
    put(Terms.DCAT + "mediaType", Terms.DCT + "MediaType");
    put(Terms.DCAT + "compressFormat", Terms.DCT + "MediaType");
    put(Terms.DCAT + "packageFormat", Terms.DCT + "MediaType");
    put(Terms.DCT + "spatial", Terms.DCT + "Location");
    put(Terms.DCT + "temporal", Terms.DCT + "PeriodOfTime");
    put(Terms.DCT + "conformsTo", Terms.DCT + "Standard");
    put(Terms.DCT + "provenance", Terms.DCT + "ProvenanceStatement");
    put(Terms.DCT + "publisher", Terms.FOAF + "Agent");
    put(Terms.DCAT + "contactPoint", Terms.VCARD + "Kind");
    put(Terms.DCAT + "theme", Terms.SKOS + "Concept");
    put(Terms.DCAT + "landingPage", Terms.FOAF + "Document");
    put(Terms.FOAF + "page", Terms.FOAF + "Document");
    put(ADMS + "identifier", ADMS + "Identifier");
    put(ADMS + "status", Terms.SKOS + "Concept");
  }

  private Ranges() {}

  private static void put(String property, String type) {
    CLASSES.put(property, type);
  }

  /** Adds the classes that the descriptions leave out. */
  static void complete(Graph graph) {
    Node type = NodeFactory.createURI(Terms.type);
    for (Triple triple : graph.find().toList()) {
      Optional<String> range = Optional.ofNullable(CLASSES.get(triple.getPredicate().getURI()));
      if (range.isPresent() && triple.getObject().isURI()) {
        graph.add(triple.getObject(), type, NodeFactory.createURI(range.get()));
      }
    }
  }
}
