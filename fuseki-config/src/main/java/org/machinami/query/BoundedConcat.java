package org.machinami.query;

import java.util.List;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** CONCAT within the budget for text. */
final class BoundedConcat extends E_StrConcat {
  private final QueryBudget budget;

  BoundedConcat(ExprList arguments, QueryBudget budget) {
    super(arguments);
    this.budget = budget;
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    long length = 0;
    for (NodeValue each : arguments) {
      length += each.asUnquotedString().length();
    }
    budget.text(length);
    return super.eval(arguments);
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedConcat(arguments, budget);
  }
}
