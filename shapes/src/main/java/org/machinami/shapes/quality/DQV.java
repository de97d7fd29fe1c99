package org.machinami.shapes.quality;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Terms of the Data Quality Vocabulary.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dqv/">Data Quality Vocabulary</a>
 */
final class DQV {
  private static final String NS = "http://www.w3.org/ns/dqv#";

  static final Node QualityMeasurement = NodeFactory.createURI(NS + "QualityMeasurement");
  static final Node hasQualityMeasurement = NodeFactory.createURI(NS + "hasQualityMeasurement");
  static final Node isMeasurementOf = NodeFactory.createURI(NS + "isMeasurementOf");
  static final Node computedOn = NodeFactory.createURI(NS + "computedOn");
  static final Node value = NodeFactory.createURI(NS + "value");

  private DQV() {}
}
