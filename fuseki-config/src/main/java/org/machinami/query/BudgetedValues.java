package org.machinami.query;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Rows with values that an expression has made, whose length is checked. */
final class BudgetedValues extends QueryIteratorWrapper {
  private final QueryBudget budget;
  private final List<Var> made;

  BudgetedValues(QueryIterator rows, QueryBudget budget, List<Var> made) {
    super(rows);
    this.budget = budget;
    this.made = made;
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding row = super.moveToNextBinding();
    for (Var each : made) {
      Node value = row.get(each);
      if (value != null && value.isLiteral()) {
        budget.text(value.getLiteralLexicalForm().length());
      } else if (value != null && value.isURI()) {
        budget.text(value.getURI().length());
      }
    }
    return row;
  }
}
