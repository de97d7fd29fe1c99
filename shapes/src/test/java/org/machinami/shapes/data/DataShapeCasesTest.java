package org.machinami.shapes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.machinami.ontology.City;
import org.machinami.ontology.Vocabularies;
import org.machinami.ontology.Vocabulary;
import org.machinami.shapes.ShapeCases;

/** Each shape has a folder of its name: what conforms, what violates, what is then found. */
class DataShapeCasesTest {

  /** What the catalogue writes itself. */
  private static final Set<String> OF_THE_POLICY =
      Set.of(City.Verdict.getURI(), City.ContentRule.getURI(), City.RuleSetting.getURI());

  private final DataShapes shapes = DataShapes.bundled();
  private final ShapeCases cases =
      new ShapeCases(
          DataFiles.CASES,
          shapes.graph(),
          DataFiles::read,
          graph -> DataFiles.judge(shapes, List.of(DataFiles.lines(graph))));

  @TestFactory
  Stream<DynamicTest> violates_isFoundAndNothingElseOfTheShape() {
    return cases.violating();
  }

  @TestFactory
  Stream<DynamicTest> conforms_isLetPass() {
    return cases.conforming();
  }

  @TestFactory
  Stream<DynamicTest> conforms_saysWhatTheShapeJudges() {
    return cases.telling();
  }

  @Test
  void cases_areThoseOfTheShapes() throws IOException {
    cases.requireOneForEach();
  }

  @Test
  void shapes_sayWhatToDoInBothLanguagesAndHowGraveItIs() {
    cases.requireMessages();
  }

  @Test
  void everyClassOfTheCityOntology_isHeldAgainstAShape() {
    Graph city = Vocabularies.find("city").orElseThrow().read();
    Set<Node> aimedAt =
        shapes
            .graph()
            .find(Node.ANY, SHACL.targetClass, Node.ANY)
            .mapWith(Triple::getObject)
            .toSet();
    Set<String> without = new TreeSet<>();
    city.find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode())
        .mapWith(Triple::getSubject)
        .filterDrop(name -> isAimedAt(name, city, aimedAt, new HashSet<>()))
        .forEach(name -> without.add(name.getURI()));
    assertEquals(OF_THE_POLICY, without);
  }

  private static boolean isAimedAt(Node name, Graph city, Set<Node> aimedAt, Set<Node> seen) {
    return seen.add(name)
        && (aimedAt.contains(name)
            || city
                .find(name, RDFS.subClassOf.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .stream()
                .anyMatch(above -> isAimedAt(above, city, aimedAt, seen)));
  }

  /** A shape repeats a code list, so that nothing is looked up while rows stream. */
  @Test
  void listsInShapes_areTheCodeLists() {
    Graph graph = shapes.graph();
    List<Triple> all = graph.find(Node.ANY, SHACL.in, Node.ANY).toList();
    assertTrue(all.size() > 5, all.size() + " lists");
    for (Triple triple : all) {
      Set<String> values = new TreeSet<>();
      GraphList.members(new GNode(graph, triple.getObject()))
          .forEach(member -> values.add(member.getURI()));
      String list = values.iterator().next().replaceFirst(".*/vocab/([^/]+)/.*", "$1");
      Vocabulary vocabulary = Vocabularies.find(list).orElseThrow();
      Set<String> concepts =
          vocabulary
              .read()
              .find(
                  Node.ANY,
                  RDF.type.asNode(),
                  NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#Concept"))
              .mapWith(one -> one.getSubject().getURI())
              .toSet();
      assertEquals(new TreeSet<>(concepts), values, triple.getSubject().getURI());
    }
  }
}
