package org.machinami.shapes.metadata;

import java.util.Collection;
import org.apache.jena.graph.Node;

/** The constraints on all values of a focus node that the shapes use, by their names in SHACL. */
final class SetTests {

  private SetTests() {}

  static SetTest minCount(int count) {
    return (values, statements) -> values.size() >= count;
  }

  static SetTest maxCount(int count) {
    return (values, statements) -> values.size() <= count;
  }

  static SetTest hasValue(Node value) {
    return (values, statements) -> values.contains(value);
  }

  static SetTest qualifiedMinCount(int count, ShapeCheck shape) {
    return (values, statements) -> conforming(values, statements, shape) >= count;
  }

  static SetTest qualifiedMaxCount(int count, ShapeCheck shape) {
    return (values, statements) -> conforming(values, statements, shape) <= count;
  }

  private static int conforming(Collection<Node> values, Statements statements, ShapeCheck shape) {
    int count = 0;
    for (Node value : values) {
      count += shape.conforms(value, statements) ? 1 : 0;
    }
    return count;
  }
}
