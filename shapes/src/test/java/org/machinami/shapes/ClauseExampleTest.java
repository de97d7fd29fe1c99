package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;

/** What the pages of clauses show must be true. */
class ClauseExampleTest {

  private final MetadataValidator validator = MetadataValidator.bundled();

  @Test
  void examples_ofEveryClauseThatShapesOfDescriptionsEnforce_areWhatTheySay() {
    Policy policy = Policy.current();
    Set<String> clauses = new TreeSet<>();
    validator
        .shapes()
        .find(Node.ANY, SHACL.message, Node.ANY)
        .forEachRemaining(
            triple -> policy.clauseOf(triple.getSubject().toString()).ifPresent(clauses::add));
    assertTrue(clauses.size() > 8, clauses.toString());
    for (String clause : clauses) {
      ClauseExample example =
          ClauseExample.of(clause).orElseThrow(() -> new AssertionError(clause));
      assertEquals(List.of(), findings(example.conforms(), clause), clause + " conforms");
      assertNotEquals(List.of(), findings(example.violates(), clause), clause + " violates");
    }
  }

  private List<String> findings(String turtle, String clause) {
    Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).checking(false).toGraph();
    return validator.validate(graph, Descriptions.DATASET).violations().stream()
        .map(Violation::shape)
        .filter(shape -> Policy.current().clauseOf(shape).equals(Optional.of(clause)))
        .toList();
  }

  @Test
  void of_unknownClause_isEmpty() {
    assertTrue(ClauseExample.of("99.9").isEmpty());
    assertTrue(ClauseExample.of("../1").isEmpty());
  }
}
