package org.machinami.web.rdf;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.serialization.QuadsToJsonld;
import com.apicatalog.rdf.api.RdfConsumerException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Small graphs as JSON-LD 1.1, compacted with our context, which the document names by its address.
 * Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>
 */
public final class JsonLdWriting {
  private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";
  private static final JsonWriterFactory PRETTY =
      Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

  private final String contextIri;
  private final JsonObject context;

  /**
   * Writes with one context.
   *
   * @param contextIri where the context is served
   * @param context a JSON document with a member "@context"
   */
  public JsonLdWriting(String contextIri, byte[] context) {
    this.contextIri = contextIri;
    try (var reader = Json.createReader(new ByteArrayInputStream(context))) {
      this.context = reader.readObject();
    }
  }

  /** The document, indented, UTF-8. */
  public byte[] write(Graph graph) {
    try {
      JsonObject compact =
          JsonLd.compact(JsonDocument.of(expanded(graph).toJsonLd()), JsonDocument.of(context))
              .get();
      JsonObjectBuilder named = Json.createObjectBuilder().add("@context", contextIri);
      compact.forEach(
          (key, value) -> {
            if (!key.equals("@context")) {
              named.add(key, value);
            }
          });
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (var writer = PRETTY.createWriter(bytes)) {
        writer.writeObject(named.build());
      }
      return bytes.toByteArray();
    } catch (JsonLdError | RdfConsumerException e) {
      throw new IllegalStateException("A graph could not be written as JSON-LD", e);
    }
  }

  private static QuadsToJsonld expanded(Graph graph) throws RdfConsumerException {
    QuadsToJsonld quads = JsonLd.fromRdf().ordered(true);
    List<Triple> triples =
        graph.find().toList().stream().sorted(Comparator.comparing(Triple::toString)).toList();
    for (Triple triple : triples) {
      Node object = triple.getObject();
      String subject = resource(triple.getSubject());
      String predicate = triple.getPredicate().getURI();
      if (!object.isLiteral()) {
        quads.quad(subject, predicate, resource(object), null, null, null, null);
      } else if (!object.getLiteralLanguage().isEmpty()) {
        quads.quad(
            subject,
            predicate,
            object.getLiteralLexicalForm(),
            Terms.RDF + "langString",
            object.getLiteralLanguage(),
            null,
            null);
      } else {
        String type = object.getLiteralDatatypeURI();
        quads.quad(
            subject,
            predicate,
            object.getLiteralLexicalForm(),
            type == null ? XSD_STRING : type,
            null,
            null,
            null);
      }
    }
    return quads;
  }

  private static String resource(Node node) {
    return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
  }
}
