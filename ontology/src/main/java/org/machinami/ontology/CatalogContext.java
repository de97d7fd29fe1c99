package org.machinami.ontology;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

/**
 * The JSON-LD context of descriptions and things: short names for DCAT and the city ontology.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>
 */
public final class CatalogContext {

  /** Where the context is served. */
  public static final String IRI = Vocabularies.NS + "context.jsonld";

  private CatalogContext() {}

  /** Where a catalogue of that base serves it, too: the address that its JSON-LD names. */
  public static String servedAt(String base) {
    return base + "vocab/context.jsonld";
  }

  /** The context as it is served. */
  public static String text() {
    try (InputStream in = CatalogContext.class.getResourceAsStream("catalog.jsonld")) {
      return new String(
          Objects.requireNonNull(in, "catalog.jsonld").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled context", e);
    }
  }

  /** The graph as JSON-LD in the words of the context, which the document names by its IRI. */
  public static JsonObject compact(Graph graph) {
    String expanded = RDFWriter.source(graph).format(RDFFormat.JSONLD11_PLAIN).asString();
    JsonLdOptions options = new JsonLdOptions();
    options.setDocumentLoader(new BundledDocumentLoader());
    try {
      JsonObject compact =
          JsonLd.compact(JsonDocument.of(new StringReader(expanded)), URI.create(IRI))
              .options(options)
              .get();
      return Json.createObjectBuilder(compact).add("@context", IRI).build();
    } catch (JsonLdError e) {
      throw new IllegalStateException("the bundled context does not hold what was written", e);
    }
  }
}
