package org.machinami.shapes.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

class DescriptionLevelTest {

  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();

  private final Graph complete =
      RDFDataMgr.loadGraph("src/test/resources/org/machinami/shapes/complete.ttl");
  private final Node dataset =
      complete.find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode()).next().getSubject();

  private int level() {
    return DescriptionLevel.of(VALIDATOR.validate(complete, dataset.getURI()));
  }

  @Test
  void completeDescription_is3() {
    assertEquals(3, level());
  }

  @Test
  void withoutEnglishTitle_is2() {
    complete
        .find(dataset, DCTerms.title.asNode(), Node.ANY)
        .filterKeep(triple -> triple.getObject().getLiteralLanguage().equals("en"))
        .toList()
        .forEach(complete::delete);
    assertEquals(2, level());
  }

  @Test
  void withoutKeywords_is1() {
    complete.remove(dataset, DCAT.keyword.asNode(), Node.ANY);
    assertEquals(1, level());
  }

  @Test
  void withoutTitle_is0() {
    complete.remove(dataset, DCTerms.title.asNode(), Node.ANY);
    assertEquals(0, level());
  }

  @Test
  void shapesThatCount_areShapesOfTheProfile() {
    Graph empty = RDFDataMgr.loadGraph("src/test/resources/org/machinami/shapes/complete.ttl");
    empty.remove(dataset, Node.ANY, Node.ANY);
    empty.add(dataset, RDF.type.asNode(), DCAT.Dataset.asNode());
    Verdict verdict = VALIDATOR.validate(empty, dataset.getURI());
    List<String> found =
        verdict.violations().stream()
            .filter(violation -> violation.severity() == Severity.WARNING)
            .map(Violation::shape)
            .map(shape -> shape.substring(shape.indexOf('#') + 1))
            .toList();
    assertTrue(
        found.containsAll(
            List.of(
                "DatasetContactPoint",
                "DatasetDistribution",
                "DatasetKeyword",
                "DatasetPublisher",
                "DatasetSpatial",
                "DatasetTemporal",
                "DatasetTitleEnglish")),
        found.toString());
  }

  @Test
  void graph_hasTheLevelBesideTheVerdict() {
    NamedGraphs names = new NamedGraphs("https://city.example/");
    Graph graph =
        DescriptionLevel.toGraph(VALIDATOR.validate(complete, dataset.getURI()), names, "x");
    Node level = NodeFactory.createURI(names.verdict("x") + "#description");
    assertTrue(graph.contains(level, DQV.value, Node.ANY));
    assertTrue(
        graph.contains(
            level, DQV.isMeasurementOf, NodeFactory.createURI(Metric.DESCRIPTION.iri())));
  }
}
