package org.machinami.web.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.ontology.CatalogContext;

final class JsonLdWritingTest {
  private static final String CONTEXT = "http://city.example/vocab/context.jsonld";

  private final JsonLdWriting writing = new JsonLdWriting(CONTEXT, JsonLdContext.read().bytes());

  private static JsonObject read(byte[] json) {
    try (var reader = Json.createReader(new ByteArrayInputStream(json))) {
      return reader.readObject();
    }
  }

  /** What the algorithm of the library makes of the graph, reading the context each time. */
  private static JsonObject compacted(Graph graph) throws JsonLdError {
    String expanded = RDFWriter.source(graph).format(RDFFormat.JSONLD11_PLAIN).asString();
    JsonObject compact =
        JsonLd.compact(
                JsonDocument.of(new StringReader(expanded)),
                JsonDocument.of(new StringReader(CatalogContext.text())))
            .get();
    return Json.createObjectBuilder(compact).add("@context", CONTEXT).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<d/a> a dcat:Dataset ; dct:title \"公園\"@ja , \"Parks\"@en ; dct:issued \"2026-01-01\"^^xsd:date .",
        "<d/a> a dcat:Dataset ; dct:publisher <p/b> ; dcat:keyword \"x\"@ja , \"y\"@ja , \"z\" .\n"
            + "<p/b> foaf:name \"局\"@ja ; <http://other.example/n> 3 , 1.5 , true .",
        "<d/a> a <http://other.example/T> , dcat:Dataset ; dct:title \"a\" , \"b\"@en , \"c\"@en ; dct:issued 7 , \"x\" ; dct:publisher \"b\" .",
        "<d/a> dct:license dcat:Dataset , <urn:x:y> ; rdf:value ( 1 2 ) , \"{}\"^^rdf:JSON , \"z\"@de .",
        "<d/a> dct:license dcat:Dataset , <urn:x:y> , <mailto:a@b.example> , <https://schema.org/Thing> ; rdf:value \"z\"@de , 1.50 , true .",
        "<d/a> dcat:distribution <d/a#1> , <d/a#2> . <d/a#1> dcat:byteSize 7 . <d/a#2> a dcat:Distribution .",
      })
  void aGraph_isCompactedAsTheAlgorithmSays(String turtle) throws JsonLdError {
    String prefixes =
        "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>"
            + " PREFIX foaf: <http://xmlns.com/foaf/0.1/>"
            + " PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n";
    Graph graph =
        RDFParser.fromString(prefixes + turtle, Lang.TURTLE).base("http://city.example/").toGraph();
    JsonObject expected = compacted(graph);
    JsonObject written = read(writing.write(graph));
    assertEquals(sorted(expected), sorted(written));
    assertEquals(written, read(writing.write(graph)), "the context is not used up");
  }

  /** The order of members, nodes and values says nothing. */
  private static String sorted(JsonValue json) {
    if (json instanceof JsonArray array) {
      return array.stream().map(JsonLdWritingTest::sorted).sorted().toList().toString();
    } else if (json instanceof JsonObject object) {
      Map<String, String> members = new TreeMap<>();
      object.forEach((key, value) -> members.put(key, sorted(value)));
      return members.toString();
    }
    return json.toString();
  }
}
