package org.machinami.web.rdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.store.graph.RdfXml;
import org.machinami.web.negotiation.Representation;

/** Small graphs, in memory, as one of the four RDF representations. Thread-safe. */
public final class GraphWriting {
  private static final Map<String, String> PREFIXES =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("adms", "http://www.w3.org/ns/adms#"),
                  Map.entry("city", Terms.CITY),
                  Map.entry("dcat", Terms.DCAT),
                  Map.entry("dct", Terms.DCT),
                  Map.entry("foaf", Terms.FOAF),
                  Map.entry("geo", Terms.GEO),
                  Map.entry("hydra", Terms.HYDRA),
                  Map.entry("owl", Terms.OWL),
                  Map.entry("prov", Terms.PROV),
                  Map.entry("qudt", "http://qudt.org/schema/qudt/"),
                  Map.entry("rdf", Terms.RDF),
                  Map.entry("rdfs", Terms.RDFS),
                  Map.entry("schema", Terms.SCHEMA),
                  Map.entry("sh", Terms.SH),
                  Map.entry("skos", Terms.SKOS),
                  Map.entry("sosa", "http://www.w3.org/ns/sosa/"),
                  Map.entry("spdx", Terms.SPDX),
                  Map.entry("vcard", Terms.VCARD),
                  Map.entry("void", Terms.VOID),
                  Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"))));

  private final JsonLdWriting jsonLd;

  /**
   * Writes with that context.
   *
   * @param jsonLd knows the context
   */
  public GraphWriting(JsonLdWriting jsonLd) {
    this.jsonLd = jsonLd;
  }

  /** The prefixes that we write, each with its namespace. */
  public static Map<String, String> prefixes() {
    return PREFIXES;
  }

  /**
   * The bytes of the graph.
   *
   * @param representation one of {@link Representation#RDF}
   */
  public byte[] write(Graph graph, Representation representation) {
    return switch (representation) {
      case HTML, ATOM, CSV, JSON ->
          throw new IllegalArgumentException(representation + " is not RDF");
      case JSON_LD -> jsonLd.write(graph);
      case TURTLE -> jena(graph, RDFFormat.TURTLE_PRETTY);
      case RDF_XML -> rdfXml(graph);
      case N_TRIPLES -> jena(graph, RDFFormat.NTRIPLES_UTF8);
    };
  }

  private static byte[] jena(Graph graph, RDFFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RDFWriter.source(prefixed(graph)).format(format).output(bytes);
    return bytes.toByteArray();
  }

  private static byte[] rdfXml(Graph graph) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      RdfXml.write(prefixed(graph), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Graph prefixed(Graph graph) {
    Graph copy = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(copy, graph);
    PREFIXES.forEach(copy.getPrefixMapping()::setNsPrefix);
    return copy;
  }
}
