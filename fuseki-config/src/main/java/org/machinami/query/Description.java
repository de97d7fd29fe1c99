package org.machinami.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The triples of which a resource is the subject, in any graph: what DESCRIBE answers. There are no
 * blank nodes in the store, so nothing has to be followed.
 */
final class Description {
  private final DatasetGraph dataset;
  private final QueryBudget budget;
  private final int most;

  /**
   * @param most resources that one query may ask about; those beyond are left out
   */
  Description(DatasetGraph dataset, QueryBudget budget, int most) {
    this.dataset = dataset;
    this.budget = budget;
    this.most = most;
  }

  /** Describes what the query names and what its rows hold. */
  Iterator<Triple> of(Query query, QueryIterator rows) {
    Set<Node> resources = new LinkedHashSet<>(query.getResultURIs());
    List<Var> variables = query.getProjectVars();
    while (resources.size() < most && !variables.isEmpty() && rows.hasNext()) {
      Binding row = rows.next();
      for (Var each : variables) {
        Node value = row.get(each);
        if (value != null && value.isURI()) {
          resources.add(value);
        }
      }
    }
    List<Node> graphs = graphs(query);
    List<Triple> triples = new ArrayList<>();
    for (Node resource : resources) {
      for (Node graph : graphs) {
        Iterator<Quad> found = dataset.find(graph, resource, Node.ANY, Node.ANY);
        while (found.hasNext()) {
          budget.row();
          budget.hold(1);
          triples.add(found.next().asTriple());
        }
      }
    }
    return triples.iterator();
  }

  private static List<Node> graphs(Query query) {
    return query.hasDatasetDescription()
        ? query.getGraphURIs().stream().map(org.apache.jena.graph.NodeFactory::createURI).toList()
        : List.of(Quad.unionGraph);
  }
}
