package org.machinami.loader.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class SkolemTest {

  private static final String BASE = "https://city.example/";

  @Test
  void apply_otherOrderAndLabels_givesTheSameIris() {
    assertEquals(
        apply("a", "<s> <p> [ <q> 1 ; <r> [ <q> 2 ] ] . _:x <p> _:y . _:y <p> _:z ."),
        apply("a", "_:k <p> _:l . _:j <p> _:k . <s> <p> _:m . _:m <r> _:n ; <q> 1 . _:n <q> 2 ."));
  }

  @Test
  void apply_otherDataset_givesOtherIris() {
    assertNotEquals(apply("a", "<s> <p> [ <q> 1 ] ."), apply("b", "<s> <p> [ <q> 1 ] ."));
  }

  @Test
  void apply_anyGraph_leavesNoBlankNode() {
    Set<Triple> triples = apply("a", "_:a <p> _:b . _:b <p> _:a . [] <p> [] .");
    assertFalse(
        triples.stream().anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()));
    assertTrue(triples.toString().contains(BASE + ".well-known/genid/"));
  }

  @Test
  void apply_change_leavesOtherNodesAlone() {
    Set<Triple> before = apply("a", "<s> <p> [ <q> 1 ] . <t> <p> [ <q> 2 ] .");
    Set<Triple> after = apply("a", "<s> <p> [ <q> 1 ] . <t> <p> [ <q> 3 ] .");
    assertEquals(2, before.stream().filter(after::contains).count());
  }

  private static Set<Triple> apply(String scope, String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).base(BASE).parse(graph);
    return new Skolem(BASE, scope).apply(graph).find().toSet();
  }
}
