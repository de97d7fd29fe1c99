package org.machinami.query;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpDatasetNames;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.table.TableUnit;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/**
 * The graphs that a request chooses among those of the store, by the protocol's parameters or by
 * FROM and FROM NAMED: patterns of the default graph are asked of the graphs of FROM, as one set of
 * triples; GRAPH only sees those of FROM NAMED. Nothing is ever fetched: a graph that is not in the
 * store is empty.
 */
final class GraphSelection extends TransformCopy {
  private final List<Node> defaultGraphs;
  private final List<Node> namedGraphs;

  private GraphSelection(List<Node> defaultGraphs, List<Node> namedGraphs) {
    this.defaultGraphs = defaultGraphs;
    this.namedGraphs = namedGraphs;
  }

  /**
   * The query with the graphs of the request, which go before those of the query.
   *
   * @throws Problem BAD_GRAPH when one is not an absolute IRI or means a graph of the store's own
   */
  static Query apply(Query query, SparqlRequest request) {
    Query chosen = query;
    if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
      chosen = query.cloneQuery();
      chosen.getGraphURIs().clear();
      chosen.getNamedGraphURIs().clear();
      request.defaultGraphs().forEach(chosen::addGraphURI);
      request.namedGraphs().forEach(chosen::addNamedGraphURI);
      chosen.ensureResultVars();
    }
    chosen.getGraphURIs().forEach(GraphSelection::check);
    chosen.getNamedGraphURIs().forEach(GraphSelection::check);
    return chosen;
  }

  /** The algebra, in quad form, of a query whose dataset is not all that is in the store. */
  static Op select(Op quads, Query query) {
    if (!query.hasDatasetDescription()) {
      return quads;
    }
    return Transformer.transform(
        new GraphSelection(nodes(query.getGraphURIs()), nodes(query.getNamedGraphURIs())), quads);
  }

  /** Whether the name means the graph in which the store keeps its own record. */
  static boolean isHidden(String graph) {
    return graph.equals(Quad.defaultGraphIRI.getURI())
        || graph.equals(Quad.defaultGraphNodeGenerated.getURI());
  }

  private static List<Node> nodes(List<String> graphs) {
    return graphs.stream().distinct().map(NodeFactory::createURI).toList();
  }

  private static void check(String graph) {
    try {
      if (isHidden(graph) || !IRIx.create(graph).isAbsolute()) {
        throw new Problem(Problem.Kind.BAD_GRAPH, graph);
      }
    } catch (IRIException e) {
      throw new Problem(Problem.Kind.BAD_GRAPH, graph);
    }
  }

  @Override
  public Op transform(OpQuadPattern pattern) {
    if (!pattern.isDefaultGraph()) {
      return named(
          pattern.getGraphNode(),
          graph -> new OpQuadPattern(graph, bound(pattern.getBasicPattern(), pattern, graph)));
    }
    if (defaultGraphs.size() == 1) {
      return new OpQuadPattern(defaultGraphs.get(0), pattern.getBasicPattern());
    }
    Op all = OpTable.create(new TableUnit());
    for (Triple each : pattern.getBasicPattern()) {
      BasicPattern one = BasicPattern.wrap(List.of(each));
      all = OpJoin.create(all, merged(graph -> new OpQuadPattern(graph, one)));
    }
    return all;
  }

  @Override
  public Op transform(OpPath path) {
    return defaultGraphs.size() == 1
        ? new OpGraph(defaultGraphs.get(0), path)
        : merged(graph -> new OpGraph(graph, path));
  }

  @Override
  public Op transform(OpGraph scope, Op transformed) {
    // What is inside has been taken for the default graph; the original has not.
    return named(
        scope.getNode(),
        graph ->
            new OpGraph(
                graph,
                scope.getNode().isVariable()
                    ? Substitute.substitute(scope.getSubOp(), Var.alloc(scope.getNode()), graph)
                    : scope.getSubOp()));
  }

  @Override
  public Op transform(OpDatasetNames names) {
    return named(names.getGraphNode(), OpDatasetNames::new);
  }

  /** The triples that any of the default graphs holds, each once. */
  private Op merged(Function<Node, Op> inGraph) {
    Op all = null;
    for (Node graph : defaultGraphs) {
      all = OpUnion.create(all, inGraph.apply(graph));
    }
    return all == null ? nothing() : new OpDistinct(all);
  }

  private Op named(Node graph, Function<Node, Op> inGraph) {
    if (!graph.isVariable()) {
      return Set.copyOf(namedGraphs).contains(graph) ? inGraph.apply(graph) : nothing();
    }
    Op all = null;
    for (Node each : namedGraphs) {
      Op name = OpTable.create(TableFactory.create(Var.alloc(graph), each));
      all = OpUnion.create(all, OpSequence.create(name, inGraph.apply(each)));
    }
    return all == null ? nothing() : all;
  }

  private static BasicPattern bound(BasicPattern triples, OpQuadPattern pattern, Node graph) {
    return pattern.getGraphNode().isVariable()
        ? Substitute.substitute(
            triples, BindingFactory.binding(Var.alloc(pattern.getGraphNode()), graph))
        : triples;
  }

  private static Op nothing() {
    return OpTable.empty();
  }
}
