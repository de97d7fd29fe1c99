package org.machinami.shapes.contract;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.quality.Metric;

/** Writes what became of a file under a contract as statements, without blank nodes. */
final class ContractGraph {

  private static final String DQV = "http://www.w3.org/ns/dqv#";
  private static final Node METRIC = NodeFactory.createURI(Metric.CONTRACT.iri());

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Node dataset;
  private final String measurement;

  ContractGraph(NamedGraphs names, String datasetId, int number) {
    this.dataset = NodeFactory.createURI(new Iris(names.base()).dataset(datasetId));
    this.measurement = names.verdict(datasetId) + "#contract-" + number;
  }

  Graph of(ContractResult result) {
    measurement(result);
    int number = 0;
    for (ContractFinding finding : result.findings()) {
      place(finding, ++number);
    }
    return graph;
  }

  Graph measurement(ContractResult result) {
    Node node = NodeFactory.createURI(measurement);
    graph.add(node, RDF.type.asNode(), dqv("QualityMeasurement"));
    graph.add(node, dqv("isMeasurementOf"), METRIC);
    graph.add(node, dqv("computedOn"), dataset);
    graph.add(node, dqv("value"), integer(result.count()));
    graph.add(node, DCTerms.conformsTo.asNode(), NodeFactory.createURI(result.contract()));
    add(node, City.sourceFile.asNode(), result.file());
    graph.add(dataset, dqv("hasQualityMeasurement"), node);
    return graph;
  }

  private void place(ContractFinding finding, int number) {
    Node place = NodeFactory.createURI(measurement + "-" + number);
    Words message = finding.message();
    graph.add(place, RDF.type.asNode(), SHACL.ValidationResult);
    graph.add(place, SHACL.sourceShape, NodeFactory.createURI(finding.kind().shape()));
    graph.add(place, SHACL.resultSeverity, finding.severity().term());
    graph.add(place, SHACL.resultMessage, NodeFactory.createLiteralLang(message.ja(), "ja"));
    graph.add(place, SHACL.resultMessage, NodeFactory.createLiteralLang(message.en(), "en"));
    graph.add(place, DCTerms.isPartOf.asNode(), NodeFactory.createURI(measurement));
    add(place, City.sourceFile.asNode(), finding.at().file());
    finding.at().row().ifPresent(row -> graph.add(place, City.sourceRow.asNode(), integer(row)));
    finding.at().column().ifPresent(column -> add(place, City.sourceColumn.asNode(), column));
    if (!finding.value().isEmpty()) {
      add(place, City.faultyValue.asNode(), finding.value());
    }
  }

  private void add(Node subject, Node property, String text) {
    graph.add(subject, property, NodeFactory.createLiteralString(text));
  }

  private static Node dqv(String name) {
    return NodeFactory.createURI(DQV + name);
  }

  private static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }
}
