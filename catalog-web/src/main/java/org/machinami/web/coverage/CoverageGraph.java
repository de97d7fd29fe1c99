package org.machinami.web.coverage;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.ontology.Vocabularies;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.rdf.Terms;

/**
 * Coverage as a data cube: an observation for each municipality and field, the result being the
 * number of datasets; gaps are observations of 0.
 *
 * @see <a href="https://www.w3.org/TR/vocab-data-cube/">RDF Data Cube</a>
 */
final class CoverageGraph {
  private static final String CUBE = "http://purl.org/linked-data/cube#";
  private static final Node RESULT = iri("http://www.w3.org/ns/sosa/hasSimpleResult");

  private final String base;
  private final Node cube;

  CoverageGraph(String base) {
    this.base = base;
    this.cube = iri(base + "coverage");
  }

  /** Adds what the cube itself is. */
  Graph described(Graph graph) {
    graph.add(cube, iri(Terms.type), iri(CUBE + "DataSet"));
    for (Language language : Language.values()) {
      graph.add(
          cube,
          iri(Terms.title),
          NodeFactory.createLiteralLang(
              Messages.in(language).text("coverage.title"), language.tag()));
    }
    return graph;
  }

  /**
   * Adds a cell.
   *
   * @param code of a municipality, or the two digits of a prefecture
   */
  void add(Graph graph, String code, CoverageView.Cell cell) {
    String area = code.length() == 2 ? "id/prefecture/" : "id/municipality/";
    String field = cell.field().id();
    Node observation = iri(base + "coverage/" + code + "#" + field);
    graph.add(observation, iri(Terms.type), iri(CUBE + "Observation"));
    graph.add(observation, iri(CUBE + "dataSet"), cube);
    graph.add(observation, iri(Terms.DCT + "spatial"), iri(base + area + code));
    graph.add(
        observation, iri(Terms.DCAT + "theme"), iri(Vocabularies.concept("service-field", field)));
    graph.add(
        observation,
        RESULT,
        NodeFactory.createLiteralDT(Integer.toString(cell.datasets()), XSDDatatype.XSDinteger));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
