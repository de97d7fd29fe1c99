package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.City;
import org.machinami.shapes.quality.Rule;

class PolicyTest {
  private static final String BASE = "https://city.example/";
  private static final String ELI = "http://data.europa.eu/eli/ontology#";

  private final Graph policy = Policy.current().read(BASE);

  @Test
  void everyShape_enforcesAClause_andEveryShapeThatIsNamedIsThere() {
    Set<String> there = new TreeSet<>();
    RuleGraphs.bundled()
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(triple -> triple.getSubject().isURI())
        .filterKeep(
            triple ->
                triple.getSubject().getURI().startsWith(ShapeFiles.NS)
                    || triple.getObject().equals(City.ContentRule.asNode()))
        .forEachRemaining(triple -> there.add(triple.getSubject().getURI()));
    Set<String> named = new TreeSet<>();
    policy
        .find(Node.ANY, City.enforcedBy.asNode(), Node.ANY)
        .forEach(triple -> named.add(triple.getObject().getURI()));
    assertEquals(there, named);
  }

  @Test
  void everyClause_hasTitleTextAndRationaleInBothLanguages_andStandsInOneArticle() {
    List<String> wrong = new ArrayList<>();
    List<Node> clauses =
        policy
            .find(Node.ANY, City.rationale.asNode(), Node.ANY)
            .mapWith(Triple::getSubject)
            .toSet()
            .stream()
            .toList();
    assertTrue(clauses.size() > 20, clauses.size() + " clauses");
    for (Node clause : clauses) {
      for (Node property : List.of(eli("title"), eli("description"), City.rationale.asNode())) {
        Set<String> languages = new TreeSet<>();
        policy
            .find(clause, property, Node.ANY)
            .forEach(triple -> languages.add(triple.getObject().getLiteralLanguage()));
        if (!languages.equals(Set.of("en", "ja"))) {
          wrong.add(clause + " " + property + " " + languages);
        }
      }
      if (policy.find(Node.ANY, eli("has_part"), clause).toList().size() != 1) {
        wrong.add(clause + " stands in no article, or in several");
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void contentRules_sayWhatToDoInBothLanguages_andHaveASettingThatTheirClauseNames() {
    List<Node> rules =
        ContentRules.graph()
            .find(Node.ANY, RDF.type.asNode(), City.ContentRule.asNode())
            .mapWith(Triple::getSubject)
            .toList();
    assertTrue(rules.size() > 10, rules.size() + " rules");
    for (Node node : rules) {
      ContentRule rule = ContentRules.require(node.getURI().substring(ShapeFiles.NS.length()));
      assertTrue(rule.messageJa().endsWith("。"), rule.messageJa());
      assertTrue(rule.messageEn().endsWith("."), rule.messageEn());
      assertTrue(Policy.current().setting(rule).orElseThrow().count() > 0);
      Node setting = policy.find(Node.ANY, City.ofRule.asNode(), node).next().getSubject();
      Node clause = policy.find(Node.ANY, City.enforcedBy.asNode(), node).next().getSubject();
      assertTrue(policy.contains(clause, City.setting.asNode(), setting), rule.iri());
    }
  }

  @Test
  void disclosure_hasTheNumbersOfTheClauses() {
    DisclosureLimits limits = Policy.current().disclosure();
    assertEquals(10, limits.smallestCell());
    assertEquals(125, limits.finestMesh());
    assertEquals(Duration.ofMinutes(15), limits.finestInterval());
    assertTrue(limits.flows().contains(City.PeopleFlowObservation.getURI()));
  }

  @Test
  void parts_areAllThere() {
    List<String> dangling = new ArrayList<>();
    policy
        .find(Node.ANY, eli("has_part"), Node.ANY)
        .mapWith(Triple::getObject)
        .filterDrop(part -> policy.contains(part, eli("number"), Node.ANY))
        .forEach(part -> dangling.add(part.getURI()));
    assertEquals(List.of(), dangling);
  }

  @Test
  void clauseOf_aShape_isItsNumber() {
    assertEquals("2.2", Policy.current().clauseOf(ShapeFiles.NS + "DatasetTitle").orElseThrow());
    assertTrue(Policy.current().clauseOf(ShapeFiles.NS + "Nothing").isEmpty());
  }

  @Test
  void clauseMeasuredBy_theRulesOnFiles_isTheOneOnMachineReadability() {
    assertEquals("6.1", Policy.current().clauseMeasuredBy(Rule.SCHEME).orElseThrow());
    assertTrue(Policy.current().clauseMeasuredBy("https://o.example/list").isEmpty());
  }

  private static Node eli(String name) {
    return NodeFactory.createURI(ELI + name);
  }
}
