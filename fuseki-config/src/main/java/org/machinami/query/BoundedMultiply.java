package org.machinami.query;

import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/** Multiplication, which can double the digits of a whole number, within the budget for text. */
final class BoundedMultiply extends E_Multiply {
  private final QueryBudget budget;

  BoundedMultiply(Expr left, Expr right, QueryBudget budget) {
    super(left, right);
    this.budget = budget;
  }

  @Override
  public NodeValue eval(NodeValue left, NodeValue right) {
    budget.text(100 * (digits(left) + digits(right)));
    return super.eval(left, right);
  }

  @Override
  public Expr copy(Expr left, Expr right) {
    return new BoundedMultiply(left, right, budget);
  }

  /** Decimal digits, roughly; 0 for what is not a number of arbitrary length. */
  private static long digits(NodeValue value) {
    if (value.isInteger()) {
      return value.getInteger().bitLength() / 3;
    }
    return value.isDecimal() ? value.getDecimal().unscaledValue().bitLength() / 3 : 0;
  }
}
