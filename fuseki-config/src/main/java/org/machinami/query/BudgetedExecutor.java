package org.machinami.query;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * Runs the operators of a query as TDB2 does, and charges the rows that pass between them to the
 * query's budget: all rows once, rows that the reading operator has to keep a second time. Property
 * paths, which look at the quads without making rows, see them through a {@link BudgetedGraph}.
 */
final class BudgetedExecutor extends OpExecutorTDB2 {
  static final OpExecutorFactory FACTORY = BudgetedExecutor::new;

  private final QueryBudget budget;
  private Op reader;

  private BudgetedExecutor(ExecutionContext execution) {
    super(execution);
    budget = QueryBudget.of(execution.getContext());
  }

  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    Op above = reader;
    reader = op;
    QueryIterator rows = super.exec(op, input);
    reader = above;
    return new BudgetedRows(rows, budget, above != null && keeps(above));
  }

  @Override
  protected QueryIterator execute(OpTable table, QueryIterator input) {
    budget.hold(table.getTable().size());
    return super.execute(table, input);
  }

  @Override
  protected QueryIterator execute(OpExtend extend, QueryIterator input) {
    return new BudgetedValues(
        super.execute(extend, input), budget, extend.getVarExprList().getVars());
  }

  @Override
  protected QueryIterator execute(OpAssign assign, QueryIterator input) {
    return new BudgetedValues(
        super.execute(assign, input), budget, assign.getVarExprList().getVars());
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    ExecutionContext guarded =
        ExecutionContext.copyChangeActiveGraph(
            execCxt, new BudgetedGraph(execCxt.getActiveGraph(), budget));
    return new QueryIterPath(path.getTriplePath(), input, guarded);
  }

  /** Whether an operator has to keep the rows it reads. Groups keep one row for each key. */
  private static boolean keeps(Op op) {
    return op instanceof OpOrder
        || op instanceof OpDistinct
        || op instanceof OpJoin
        || op instanceof OpLeftJoin
        || op instanceof OpMinus
        || (op instanceof OpGroup group && (!group.getGroupVars().isEmpty() || keepsValues(group)));
  }

  private static boolean keepsValues(OpGroup group) {
    return group.getAggregators().stream()
        .anyMatch(
            each ->
                each.getAggregator().getName().equals("GROUP_CONCAT")
                    || each.getAggregator().toString().contains("DISTINCT"));
  }
}
