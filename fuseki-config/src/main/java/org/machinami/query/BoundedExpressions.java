package org.machinami.query;

import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Puts functions that keep to a budget in the place of those that could run or grow without bound:
 * REGEX, REPLACE, CONCAT, GROUP_CONCAT and multiplication.
 */
final class BoundedExpressions extends ExprTransformCopy {
  private final QueryBudget budget;

  BoundedExpressions(QueryBudget budget) {
    this.budget = budget;
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    return function instanceof E_Multiply
        ? new BoundedMultiply(left, right, budget)
        : super.transform(function, left, right);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    if (function instanceof E_Regex) {
      return new BoundedRegex(arguments, budget);
    }
    if (function instanceof E_StrReplace) {
      return new BoundedReplace(arguments, budget);
    }
    if (function instanceof E_StrConcat) {
      return new BoundedConcat(arguments, budget);
    }
    if (function instanceof E_Function named) {
      // Functions remember what they were called with; the parsed query is shared.
      return new E_Function(named.getFunctionIRI(), arguments);
    }
    return super.transform(function, arguments);
  }

  @Override
  public Expr transform(ExprAggregator aggregator) {
    Aggregator kind = aggregator.getAggregator();
    if (kind instanceof AggGroupConcat || kind instanceof AggGroupConcatDistinct) {
      boolean distinct = kind instanceof AggGroupConcatDistinct;
      String separator =
          kind instanceof AggGroupConcat plain
              ? plain.getSeparator()
              : ((AggGroupConcatDistinct) kind).getSeparator();
      Expr argument =
          org.apache.jena.sparql.expr.ExprTransformer.transform(this, kind.getExprList().get(0));
      return new ExprAggregator(
          aggregator.getVar(), new BoundedGroupConcat(argument, separator, distinct, budget));
    }
    return super.transform(aggregator);
  }
}
