package org.machinami.store.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.SysRIOT;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What RDF/XML can say of a graph. A property is the name of an element there, so it must end in a
 * local name; and text has no characters that XML 1.0 lacks. One foreign statement that breaks
 * either rule must not cost the reader the rest.
 *
 * @see <a href="https://www.w3.org/TR/rdf-syntax-grammar/">RDF/XML</a>
 */
public final class RdfXml {
  /** Sections 5.1 and 6.1.4: names that mean syntax, not properties. */
  private static final Set<String> SYNTAX =
      Set.of(
          "RDF",
          "Description",
          "ID",
          "about",
          "aboutEach",
          "aboutEachPrefix",
          "bagID",
          "datatype",
          "li",
          "nodeID",
          "parseType",
          "resource");

  /** Namespaces in XML 1.0, section 3: no prefix of ours may stand for this one. */
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  // The IRIs of others are passed on as they are, as in the other syntaxes.
  private static final Map<String, Object> AS_THEY_ARE = Map.of("allowBadURIs", "true");

  private RdfXml() {}

  /** Whether there is a way to write the statement, its text {@linkplain XmlText#clean cleaned}. */
  public static boolean canSay(Triple triple) {
    String property = triple.getPredicate().getURI();
    int cut = Util.splitNamespaceXML(property);
    String namespace = property.substring(0, cut);
    return cut < property.length()
        && !namespace.equals(XMLNS)
        && !(namespace.equals(RDF.getURI()) && SYNTAX.contains(property.substring(cut)))
        && XmlText.isClean(property)
        && canName(triple.getSubject())
        && canName(triple.getObject());
  }

  private static boolean canName(Node node) {
    if (node.isLiteral()) {
      return XmlText.isClean(node.getLiteralDatatypeURI());
    }
    return node.isBlank() || (node.isURI() && XmlText.isClean(node.getURI()));
  }

  /** The comment in a document that lacks so many statements. */
  public static String leftOut(long statements) {
    return " Statements left out, because RDF/XML has no way to write them: "
        + statements
        + ". Turtle, N-Triples and JSON-LD have all. ";
  }

  /**
   * Writes a graph in memory, with its prefixes; does not close the stream.
   *
   * @throws IOException when the stream fails
   */
  public static void write(Graph graph, OutputStream out) throws IOException {
    Graph said = graph;
    if (!graph.stream().allMatch(t -> canSay(t) && cleaned(t).equals(t))) {
      said = GraphFactory.createDefaultGraph();
      said.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
      graph.stream().filter(RdfXml::canSay).map(RdfXml::cleaned).forEach(said::add);
    }
    RDFWriter.source(said)
        .format(RDFFormat.RDFXML_PLAIN)
        .set(SysRIOT.sysRdfWriterProperties, AS_THEY_ARE)
        .output(out);
    long missing = graph.stream().filter(t -> !canSay(t)).count();
    if (missing > 0) {
      out.write(("<!--" + leftOut(missing) + "-->\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Triple cleaned(Triple triple) {
    Node object = triple.getObject();
    if (!object.isLiteral()) {
      return triple;
    }
    String text = object.getLiteralLexicalForm();
    String clean = XmlText.clean(text);
    if (clean.equals(text)) {
      return triple;
    }
    Node literal =
        object.getLiteralLanguage().isEmpty()
            ? NodeFactory.createLiteralDT(clean, object.getLiteralDatatype())
            : NodeFactory.createLiteralLang(clean, object.getLiteralLanguage());
    return Triple.create(triple.getSubject(), triple.getPredicate(), literal);
  }
}
