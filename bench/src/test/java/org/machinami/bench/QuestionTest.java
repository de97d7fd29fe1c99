package org.machinami.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.api.Test;
import org.machinami.store.search.Facet;

final class QuestionTest {
  private static final String BASE = "http://bench.example/";

  @Test
  void aLine_isReadAsItWasWritten() {
    Map<Facet, Set<String>> filters =
        Map.of(Facet.SECTOR, Set.of("public", "utility"), Facet.FORMAT, Set.of("csv"));
    Question question = new Question("公園 千代田区", filters);
    assertEquals(question, Question.parse(question.line()));
    assertEquals(new Question("parks", Map.of()), Question.parse("parks"));
  }

  /** What Fuseki is asked must be what it is said to be, or its rate says nothing. */
  @Test
  void sparql_countsTheValuesOfWhatHasAllWords() {
    Titles titles = new Titles(7);
    Model union = ModelFactory.createDefaultModel();
    Map<String, Integer> years = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      Graph description = titles.description(BASE, "d" + i);
      union.add(ModelFactory.createModelForGraph(description));
      String text = String.join(" ", literals(description, Node.ANY)).toLowerCase(Locale.ROOT);
      if (text.contains("公園") && text.contains("list")) {
        Node start = NodeFactory.createURI("http://www.w3.org/ns/dcat#startDate");
        years.merge(literals(description, start).get(0).substring(0, 4), 1, Integer::sum);
      }
    }
    assertFalse(years.isEmpty());
    Map<String, Integer> counted = new TreeMap<>();
    String path = new Question("公園 LIST", Map.of()).sparqlPath();
    String query = URLDecoder.decode(path.substring(path.indexOf('=') + 1), StandardCharsets.UTF_8);
    try (QueryExecution execution = QueryExecutionFactory.create(query, union)) {
      ResultSet rows = execution.execSelect();
      while (rows.hasNext()) {
        QuerySolution row = rows.next();
        if (row.getLiteral("facet").getString().equals("year")) {
          counted.put(row.getLiteral("value").getString(), row.getLiteral("hits").getInt());
        }
      }
    }
    assertEquals(years, counted);
  }

  private static List<String> literals(Graph graph, Node property) {
    return graph
        .find(Node.ANY, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isLiteral)
        .mapWith(Node::getLiteralLexicalForm)
        .toList();
  }
}
