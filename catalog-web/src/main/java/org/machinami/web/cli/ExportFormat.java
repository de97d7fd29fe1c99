package org.machinami.web.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.RdfXml;
import org.machinami.store.ledger.Hash;

/** A syntax in which graphs leave the store. */
enum ExportFormat {
  NT,
  NQ,
  TTL,
  JSONLD,
  RDF;

  /** Triples that JSON-LD and RDF/XML, which are put together in memory, may have. */
  static final long MOST_IN_MEMORY = 1_000_000;

  private static final Map<String, String> PREFIXES =
      Map.of(
          "dcat", "http://www.w3.org/ns/dcat#",
          "dct", "http://purl.org/dc/terms/",
          "foaf", "http://xmlns.com/foaf/0.1/",
          "geo", "http://www.opengis.net/ont/geosparql#",
          "city", "https://machinami.org/vocab/city#",
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
          "skos", "http://www.w3.org/2004/02/skos/core#",
          "xsd", "http://www.w3.org/2001/XMLSchema#",
          "vcard", "http://www.w3.org/2006/vcard/ns#",
          "prov", "http://www.w3.org/ns/prov#");

  /** A graph and the version of it that is written. */
  record Named(String graph, Hash version) {}

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the whole graph has to be in memory to be written. */
  boolean inMemory() {
    return this == JSONLD || this == RDF;
  }

  /** Writes the graphs; all but N-Quads merge them into one. Does not close the stream. */
  void write(List<Named> graphs, GraphVersions versions, OutputStream target) throws IOException {
    BufferedOutputStream out = new BufferedOutputStream(target, 1 << 16);
    if (this == NQ) {
      for (Named named : graphs) {
        writeQuads(named, versions, out);
      }
    } else {
      List<Hash> hashes = graphs.stream().map(Named::version).toList();
      try (InputStream lines = new LinesStream(versions, hashes)) {
        writeTriples(lines, out);
      }
    }
    out.flush();
  }

  private void writeTriples(InputStream lines, OutputStream out) throws IOException {
    switch (this) {
      case NT -> lines.transferTo(out);
      case TTL -> {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        PREFIXES.forEach(writer::prefix);
        RDFParser.source(lines).lang(Lang.NTRIPLES).parse(writer);
      }
      default -> {
        Graph graph = GraphFactory.createDefaultGraph();
        PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        RDFParser.source(lines).lang(Lang.NTRIPLES).parse(graph);
        if (this == JSONLD) {
          RDFDataMgr.write(out, graph, RDFFormat.JSONLD);
        } else {
          RdfXml.write(graph, out);
        }
      }
    }
  }

  private static void writeQuads(Named named, GraphVersions versions, OutputStream out)
      throws IOException {
    byte[] end = (" <" + named.graph() + "> .\n").getBytes(StandardCharsets.UTF_8);
    try (GraphLines lines = versions.lines(named.version())) {
      while (lines.next()) {
        // A line ends in " .\n"; the name of the graph goes before the full stop.
        out.write(lines.buffer(), lines.offset(), lines.length() - 3);
        out.write(end);
      }
    }
  }
}
