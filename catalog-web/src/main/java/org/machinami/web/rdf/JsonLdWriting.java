package org.machinami.web.rdf;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.compaction.Compaction;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.lang.Keywords;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import com.apicatalog.jsonld.serialization.QuadsToJsonld;
import com.apicatalog.rdf.api.RdfConsumerException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
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
  /** Our names for the keywords. */
  static final String ID = "id";

  static final String TYPE = "type";

  static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";
  private static final JsonWriterFactory PRETTY =
      Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

  private final String contextIri;

  /** Our context as processing has it: to read it anew costs more than all the rest of a page. */
  private final ActiveContext context;

  private final CompactForms forms;

  /**
   * Writes with one context.
   *
   * @param contextIri where the context is served
   * @param context a JSON document with a member "@context"
   */
  public JsonLdWriting(String contextIri, byte[] context) {
    this.contextIri = contextIri;
    try (var reader = Json.createReader(new ByteArrayInputStream(context))) {
      ActiveContext empty = new ActiveContext(ProcessingRuntime.of(new JsonLdOptions()));
      JsonObject terms = reader.readObject().getJsonObject(Keywords.CONTEXT);
      this.context = empty.newContext().create(terms, null);
      this.context.createInverseContext();
      this.forms = new CompactForms(this.context, namespaces(terms));
    } catch (JsonLdError e) {
      throw new IllegalStateException("The bundled JSON-LD context cannot be used", e);
    }
  }

  private static List<String> namespaces(JsonObject terms) {
    return terms.values().stream()
        .filter(JsonString.class::isInstance)
        .map(term -> ((JsonString) term).getString())
        .filter(iri -> iri.startsWith("http"))
        .toList();
  }

  /** The document, indented, UTF-8. */
  public byte[] write(Graph graph) {
    List<Triple> triples = new ArrayList<>(graph.find().toList());
    boolean plain = triples.stream().noneMatch(JsonLdWriting::isSpecial);
    return plain ? new CompactDocument(forms, triples).bytes(contextIri) : byTheAlgorithm(triples);
  }

  /** Lists and JSON are not written value by value. */
  private static boolean isSpecial(Triple triple) {
    String property = triple.getPredicate().getURI();
    Node object = triple.getObject();
    return property.equals(Terms.RDF + "first")
        || property.equals(Terms.RDF + "rest")
        || object.hasURI(Terms.RDF + "nil")
        || (property.equals(Terms.type) && !object.isURI())
        || (object.isLiteral() && object.getLiteralDatatypeURI().equals(Terms.RDF + "JSON"));
  }

  private byte[] byTheAlgorithm(List<Triple> triples) {
    try {
      JsonValue compact =
          Compaction.with(context).compactArrays(true).compact(expanded(triples).toJsonLd());
      JsonObjectBuilder named = Json.createObjectBuilder().add(Keywords.CONTEXT, contextIri);
      if (compact instanceof JsonArray nodes) {
        if (!nodes.isEmpty()) {
          named.add(Keywords.GRAPH, nodes);
        }
      } else {
        compact.asJsonObject().forEach(named::add);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (var writer = PRETTY.createWriter(bytes)) {
        writer.writeObject(named.build());
      }
      return bytes.toByteArray();
    } catch (JsonLdError | RdfConsumerException e) {
      throw new IllegalStateException("A graph could not be written as JSON-LD", e);
    }
  }

  private static QuadsToJsonld expanded(List<Triple> triples) throws RdfConsumerException {
    QuadsToJsonld quads = JsonLd.fromRdf().ordered(true);
    triples.sort(Comparator.comparing(Triple::toString));
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
