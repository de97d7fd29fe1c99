package org.machinami.query;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Rows of an operator, each of which is charged to the query's budget. */
final class BudgetedRows extends QueryIteratorWrapper {
  private final QueryBudget budget;
  private final boolean held;

  /**
   * @param held whether the reader of these rows keeps them
   */
  BudgetedRows(QueryIterator rows, QueryBudget budget, boolean held) {
    super(rows);
    this.budget = budget;
    this.held = held;
  }

  @Override
  protected Binding moveToNextBinding() {
    budget.row();
    if (held) {
      budget.hold(1);
    }
    return super.moveToNextBinding();
  }
}
