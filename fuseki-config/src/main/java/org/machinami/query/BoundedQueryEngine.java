package org.machinami.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.QueryEngineTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * TDB2's query engine, with functions that keep to the query's budget in place of unbounded ones.
 */
final class BoundedQueryEngine extends QueryEngineTDB {
  private final Query query;

  private BoundedQueryEngine(Query query, DatasetGraph dataset, Context context) {
    super(query, TDBInternal.requireStorage(dataset), BindingFactory.root(), context);
    this.query = query;
  }

  /** The plan of a query whose context holds its budget; to be closed. */
  static Plan plan(Query query, DatasetGraph dataset, Context context) {
    return new BoundedQueryEngine(query, dataset, context).getPlan();
  }

  /** Graphs are chosen in the algebra, where indexes help, and not by a view of the dataset. */
  @Override
  protected DatasetGraph dynamicDataset(
      DatasetDescription chosen, DatasetGraph dataset, boolean union) {
    return dataset;
  }

  @Override
  protected Op modifyOp(Op op) {
    BoundedExpressions expressions = new BoundedExpressions(QueryBudget.of(context));
    Op quads = super.modifyOp(Transformer.transform(new TransformCopy(), expressions, op));
    Op selected = GraphSelection.select(quads, query);
    setOp(selected);
    return selected;
  }
}
