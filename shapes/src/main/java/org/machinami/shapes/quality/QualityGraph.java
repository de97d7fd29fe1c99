package org.machinami.shapes.quality;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Position;
import org.machinami.shapes.quality.RuleResult.Decision;

/**
 * Writes what was measured as statements, without blank nodes.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dqv/">Data Quality Vocabulary</a>
 */
final class QualityGraph {

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final String prefix;
  private final Node dataset;

  QualityGraph(NamedGraphs names, String datasetId) {
    this.prefix = names.verdict(datasetId) + "#";
    this.dataset = NodeFactory.createURI(new Iris(names.base()).dataset(datasetId));
  }

  Graph of(Quality quality) {
    level(quality);
    for (RuleResult result : quality.results()) {
      if (result.decision() == Decision.UNDECIDED) {
        graph.add(
            measurement(Metric.MACHINE_READABILITY.id()),
            City.toBeAnswered.asNode(),
            NodeFactory.createURI(result.rule().iri()));
      } else {
        measure(result.rule().id(), result.rule().iri(), result.count());
      }
      int number = 0;
      for (Fault fault : result.faults()) {
        place(result, fault, ++number);
      }
    }
    return graph;
  }

  Graph level(Quality quality) {
    return level(Metric.MACHINE_READABILITY, quality.level());
  }

  Graph level(Metric metric, int level) {
    measure(metric.id(), metric.iri(), level);
    graph.add(dataset, DQV.hasQualityMeasurement, measurement(metric.id()));
    return graph;
  }

  private void measure(String id, String metric, long value) {
    Node measurement = measurement(id);
    graph.add(measurement, RDF.type.asNode(), DQV.QualityMeasurement);
    graph.add(measurement, DQV.isMeasurementOf, NodeFactory.createURI(metric));
    graph.add(measurement, DQV.computedOn, dataset);
    graph.add(measurement, DQV.value, integer(value));
  }

  /** A place belongs to the rule, whether that could be decided or not. */
  private void place(RuleResult result, Fault fault, int number) {
    Node place = measurement(result.rule().id() + "-" + number);
    Position at = fault.at();
    graph.add(place, RDF.type.asNode(), SHACL.ValidationResult);
    graph.add(place, SHACL.sourceConstraint, NodeFactory.createURI(result.rule().iri()));
    add(place, City.sourceFile, NodeFactory.createLiteralString(at.file()));
    at.row().ifPresent(row -> add(place, City.sourceRow, integer(row)));
    at.column()
        .ifPresent(name -> add(place, City.sourceColumn, NodeFactory.createLiteralString(name)));
    if (!fault.value().isEmpty()) {
      add(place, City.faultyValue, NodeFactory.createLiteralString(fault.value()));
    }
  }

  private void add(Node subject, Property property, Node object) {
    graph.add(subject, property.asNode(), object);
  }

  private Node measurement(String id) {
    return NodeFactory.createURI(prefix + id);
  }

  private static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }
}
