package org.machinami.web.rdf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.machinami.store.graph.GraphLines;
import org.machinami.web.negotiation.Representation;

/**
 * Sorted lines of N-Triples as any of the four representations, one line after the other: memory
 * does not grow with the graph.
 */
public final class LineStreams {
  private static final int BUFFER = 64 * 1024;

  private LineStreams() {}

  /** Writes all lines; does not close the lines or the stream. */
  public static void write(GraphLines lines, Representation representation, OutputStream out)
      throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
    switch (representation) {
      case HTML, ATOM, CSV, JSON ->
          throw new IllegalArgumentException("a data graph is not written as " + representation);
      case N_TRIPLES -> {
        while (lines.next()) {
          buffered.write(lines.buffer(), lines.offset(), lines.length());
        }
      }
      case TURTLE -> {
        StreamRDF turtle = StreamRDFWriter.getWriterStream(buffered, RDFFormat.TURTLE_BLOCKS);
        GraphWriting.prefixes().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .forEach(e -> turtle.prefix(e.getKey(), e.getValue()));
        copy(lines, turtle);
      }
      case JSON_LD -> copy(lines, new JsonLdStream(buffered));
      case RDF_XML -> copy(lines, new RdfXmlStream(buffered));
    }
    buffered.flush();
  }

  private static void copy(GraphLines lines, StreamRDF target) {
    target.start();
    StreamRDF triples =
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            target.triple(triple);
          }
        };
    RDFParser.source(new LineInput(lines)).lang(Lang.NTRIPLES).parse(triples);
    target.finish();
  }
}
