package org.machinami.store.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RdfXmlTest {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  private static Graph graph(String turtle) {
    return RDFParser.fromString(turtle, Lang.TURTLE).checking(false).toGraph();
  }

  private static String written(Graph graph) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfXml.write(graph, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Graph read(String document) {
    return RDFParser.fromString(document, Lang.RDFXML).toGraph();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.example/f/2024",
        "https://x.example/f/",
        "https://x.example/f#1",
        RDF + "li",
        RDF + "Description",
        "http://www.w3.org/2000/xmlns/p"
      })
  void property_thatIsNoElement_isLeftOut_andCounted(String property) throws Exception {
    Graph graph =
        graph("<https://x.example/s> <https://x.example/p> 1 ; <" + property + "> 2 , 3 .");
    String document = written(graph);
    assertTrue(
        read(document).isIsomorphicWith(graph("<https://x.example/s> <https://x.example/p> 1 .")),
        document);
    assertTrue(document.contains(": 2. Turtle"), document);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1, 0xB, 0x1F, 0xFFFE, 0xFFFF})
  void character_thatXmlLacks_becomesTheReplacement(int character) throws Exception {
    String odd = Character.toString(character);
    Graph graph =
        graph(
            "<https://x.example/s> <https://x.example/p> \"a"
                + odd
                + "b\"@ja , \""
                + odd
                + "\" , \"\\r\\n🏙\" .");
    String document = written(graph);
    Graph expected =
        graph(
            "<https://x.example/s> <https://x.example/p> \"a\uFFFDb\"@ja , \"\uFFFD\" , \"\\r\\n🏙\" .");
    assertTrue(read(document).isIsomorphicWith(expected), document);
    assertFalse(document.contains("<!--"), document);
  }

  @Test
  void iri_ofOthers_isPassedOn() throws Exception {
    Graph graph = graph("<https://x.example/s> <https://x.example/p> <http://x.example:80x/a|b> .");
    String document = written(graph);
    assertTrue(document.contains("http://x.example:80x/a|b"), document);
  }

  @Test
  void iri_withACharacterThatXmlLacks_isLeftOut() {
    Node odd = NodeFactory.createURI("https://x.example/\uFFFE");
    Node iri = NodeFactory.createURI("https://x.example/p");
    assertFalse(RdfXml.canSay(Triple.create(odd, iri, iri)));
    assertFalse(RdfXml.canSay(Triple.create(iri, iri, odd)));
    assertTrue(RdfXml.canSay(Triple.create(iri, iri, NodeFactory.createBlankNode())));
  }

  @Test
  void plainGraph_isWrittenWithItsPrefixes() throws Exception {
    Graph graph = graph("PREFIX x: <https://x.example/> x:s x:p x:o , \"\" .");
    String document = written(graph);
    assertTrue(document.contains("<x:p rdf:resource="), document);
    assertEquals(2, read(document).size());
  }
}
