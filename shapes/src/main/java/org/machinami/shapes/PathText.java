package org.machinami.shapes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathWriter;
import org.machinami.ontology.City;

/** How a property is written for people: with the usual prefixes. */
public final class PathText {

  static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefix("adms", "http://www.w3.org/ns/adms#")
          .setNsPrefix("city", City.NS)
          .setNsPrefix("dcat", "http://www.w3.org/ns/dcat#")
          .setNsPrefix("dct", "http://purl.org/dc/terms/")
          .setNsPrefix("foaf", "http://xmlns.com/foaf/0.1/")
          .setNsPrefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
          .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
          .setNsPrefix("spdx", "http://spdx.org/rdf/terms#")
          .setNsPrefix("vcard", "http://www.w3.org/2006/vcard/ns#")
          .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#")
          .lock();

  private static final Pattern SHORT = Pattern.compile("[a-z]+:[A-Za-z0-9_-]+");

  private PathText() {}

  /** The property that a text of {@link #of(Node)} stands for; empty when it is a longer path. */
  static Optional<Node> find(String text) {
    if (SHORT.matcher(text).matches()) {
      return Optional.of(NodeFactory.createURI(PREFIXES.expandPrefix(text)));
    }
    boolean whole = text.matches("https?://[^|^*+?()<>\\s]+");
    return whole ? Optional.of(NodeFactory.createURI(text)) : Optional.empty();
  }

  /** The path, as findings name it. */
  public static String of(Path path) {
    return path instanceof P_Link link
        ? of(link.getNode())
        : PathWriter.asString(path, new Prologue(PREFIXES));
  }

  /** The prefixed name; the IRI where no prefix is known. */
  public static String of(Node property) {
    return PREFIXES.shortForm(property.getURI());
  }
}
