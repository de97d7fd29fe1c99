package org.machinami.shapes;

import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathWriter;
import org.machinami.ontology.City;

/** How a property is written for people: with the usual prefixes. */
final class PathText {

  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefix("adms", "http://www.w3.org/ns/adms#")
          .setNsPrefix("city", City.NS)
          .setNsPrefix("dcat", "http://www.w3.org/ns/dcat#")
          .setNsPrefix("dct", "http://purl.org/dc/terms/")
          .setNsPrefix("dpv", "https://w3id.org/dpv#")
          .setNsPrefix("foaf", "http://xmlns.com/foaf/0.1/")
          .setNsPrefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
          .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
          .setNsPrefix("spdx", "http://spdx.org/rdf/terms#")
          .setNsPrefix("vcard", "http://www.w3.org/2006/vcard/ns#")
          .lock();

  private PathText() {}

  static String of(Path path) {
    return path instanceof P_Link link
        ? of(link.getNode())
        : PathWriter.asString(path, new Prologue(PREFIXES));
  }

  static String of(Node property) {
    return PREFIXES.shortForm(property.getURI());
  }
}
