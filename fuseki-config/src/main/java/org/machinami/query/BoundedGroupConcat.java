package org.machinami.query;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;

/** GROUP_CONCAT, distinct or not, within the budget for text. */
final class BoundedGroupConcat extends AggGroupConcat {
  private final String separator;
  private final boolean distinct;
  private final QueryBudget budget;

  BoundedGroupConcat(Expr argument, String separatorOrNone, boolean distinct, QueryBudget budget) {
    super(argument, separatorOrNone);
    this.separator = separatorOrNone == null ? " " : separatorOrNone;
    this.distinct = distinct;
    this.budget = budget;
  }

  @Override
  public Aggregator copy(ExprList arguments) {
    return new BoundedGroupConcat(arguments.get(0), separator, distinct, budget);
  }

  @Override
  public Accumulator createAccumulator() {
    return new Text();
  }

  private final class Text extends AccumulatorExpr {
    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    Text() {
      super(getExpr(), distinct);
    }

    @Override
    protected void accumulate(NodeValue value, Binding row, FunctionEnv environment) {
      if (!first) {
        text.append(separator);
      }
      first = false;
      String more = value.asString();
      budget.text((long) text.length() + more.length());
      text.append(more);
    }

    @Override
    protected void accumulateError(Binding row, FunctionEnv environment) {
      // As the standard has it: a value that cannot be had is left out.
    }

    @Override
    protected NodeValue getAccValue() {
      return NodeValue.makeString(text.toString());
    }
  }
}
