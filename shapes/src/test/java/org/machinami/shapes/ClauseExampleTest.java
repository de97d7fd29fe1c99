package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
      assertEquals(0, findings(example.conforms(), clause), clause + " conforms");
      assertTrue(findings(example.violates(), clause) > 0, clause + " violates");
    }
  }

  private long findings(String turtle, String clause) {
    Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).checking(false).toGraph();
    return validator.validate(graph, Descriptions.DATASET).violations().stream()
        .filter(
            found -> Policy.current().clauseOf(found.shape()).equals(java.util.Optional.of(clause)))
        .count();
  }

  @Test
  void of_unknownClause_isEmpty() {
    assertTrue(ClauseExample.of("99.9").isEmpty());
    assertTrue(ClauseExample.of("../1").isEmpty());
  }
}
