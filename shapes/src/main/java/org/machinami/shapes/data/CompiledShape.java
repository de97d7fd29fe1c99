package org.machinami.shapes.data;

import java.util.List;

/** A node shape: tests of the thing itself and checks of its properties. */
record CompiledShape(List<CheckSet.NodeCheck> nodes, List<PropertyCheck> properties) {
  CompiledShape {
    nodes = List.copyOf(nodes);
    properties = List.copyOf(properties);
  }
}
