package org.machinami.query;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph as a property path sees it: each triple looked at is charged to the query's budget. */
final class BudgetedGraph extends GraphWrapper {
  private final QueryBudget budget;

  BudgetedGraph(Graph graph, QueryBudget budget) {
    super(graph);
    this.budget = budget;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    budget.checkTime();
    return super.find(subject, predicate, object)
        .mapWith(
            triple -> {
              budget.row();
              return triple;
            });
  }
}
