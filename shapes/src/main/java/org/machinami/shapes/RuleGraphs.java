package org.machinami.shapes;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.MultiUnion;
import org.machinami.shapes.contract.ContractRules;
import org.machinami.shapes.data.DataShapes;

/** All rules that a clause may name, as one graph. */
public final class RuleGraphs {
  private RuleGraphs() {}

  /** The bundled ones: shapes of descriptions and of data, contracts of columns, rules on files. */
  public static Graph bundled() {
    return Bundled.GRAPH;
  }

  /** The profile takes a while to read, and not every process asks for it. */
  private static final class Bundled {
    static final Graph GRAPH = with(MetadataValidator.bundled().shapes());
  }

  /** The same with other shapes of descriptions. */
  public static Graph with(Graph metadataShapes) {
    return new MultiUnion(
        new Graph[] {
          metadataShapes, DataShapes.bundled().graph(), ContractRules.graph(), ContentRules.graph()
        });
  }
}
