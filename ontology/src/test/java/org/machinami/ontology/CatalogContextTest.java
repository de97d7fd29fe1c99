package org.machinami.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class CatalogContextTest {

  private final JsonObject context =
      Json.createReader(new StringReader(CatalogContext.text()))
          .readObject()
          .getJsonObject("@context");

  @Test
  void compact_readAgain_isTheSameGraph() {
    Graph before =
        RDFParser.source(getClass().getResource("dataset.ttl").toString())
            .lang(Lang.TURTLE)
            .toGraph();
    assertRoundTrip(before);
  }

  @Test
  void compact_bundledVocabularies_readAgainAreTheSameGraphs() {
    Vocabularies.all().forEach(vocabulary -> assertRoundTrip(vocabulary.read()));
  }

  @Test
  void compact_usesTheWordsOfTheContext() {
    Graph graph =
        RDFParser.source(getClass().getResource("dataset.ttl").toString())
            .lang(Lang.TURTLE)
            .toGraph();
    JsonObject dataset =
        CatalogContext.compact(graph).getJsonArray("@graph").stream()
            .map(JsonValue::asJsonObject)
            .filter(node -> node.getString("id").endsWith("/datasets/wards"))
            .findFirst()
            .orElseThrow();
    assertEquals("特別区", dataset.getJsonObject("title").getString("ja"));
    assertEquals("https://machinami.org/vocab/sector/public", dataset.getString("sector"));
    assertEquals("2026-04-01", dataset.getString("issued"));
  }

  @Test
  void context_namesEveryTermOfTheCity() {
    Set<String> missing = new TreeSet<>();
    Vocabularies.find("city")
        .orElseThrow()
        .read()
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .mapWith(triple -> triple.getSubject().getURI())
        .filterKeep(iri -> iri.startsWith(City.NS))
        .forEachRemaining(missing::add);
    context.forEach((key, value) -> missing.remove(expand(id(value))));
    assertEquals(Set.of(), missing);
  }

  @Test
  void context_agreesWithTheRangesOfTheCity() {
    Graph city = Vocabularies.find("city").orElseThrow().read();
    context.forEach(
        (key, value) -> {
          Node property = NodeFactory.createURI(expand(id(value)));
          boolean object = city.contains(property, RDF.type.asNode(), OWL2.ObjectProperty.asNode());
          boolean link =
              value instanceof JsonObject term && "@id".equals(term.getString("@type", ""));
          if (property.getURI().startsWith(City.NS)) {
            assertEquals(object, link, key);
          }
        });
  }

  @Test
  void loader_otherContext_isRefusedAndSaysWhich() {
    BundledDocumentLoader loader = new BundledDocumentLoader();
    for (String url : Set.of("http://127.0.0.1/secret", "file:///etc/passwd")) {
      JsonLdError error =
          assertThrows(
              JsonLdError.class,
              () -> loader.loadDocument(URI.create(url), new DocumentLoaderOptions()));
      assertTrue(error.getMessage().contains(url), error.getMessage());
    }
  }

  private static void assertRoundTrip(Graph before) {
    JsonLdOptions options = new JsonLdOptions();
    options.setDocumentLoader(new BundledDocumentLoader());
    Graph after =
        RDFParser.fromString(CatalogContext.compact(before).toString(), Lang.JSONLD11)
            .set(LangJSONLD11.JSONLD_OPTIONS, options)
            .toGraph();
    assertTrue(
        before.isIsomorphicWith(after), () -> RDFWriter.source(after).lang(Lang.TURTLE).asString());
  }

  private static String id(JsonValue definition) {
    return switch (definition.getValueType()) {
      case STRING -> ((JsonString) definition).getString();
      case OBJECT -> definition.asJsonObject().getString("@id");
      default -> "";
    };
  }

  private String expand(String curie) {
    int colon = curie.indexOf(':');
    String prefix = colon < 0 ? "" : curie.substring(0, colon);
    return context.containsKey(prefix)
        ? context.getString(prefix) + curie.substring(colon + 1)
        : curie;
  }
}
