package org.machinami.query;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProcedure;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggCustom;

/**
 * What a query may not say: SERVICE, functions that are not on the list, predicates that the query
 * engine would take for functions. Looked for in the algebra, before anything runs.
 */
final class QueryPolicy {
  private static final Set<String> FUNCTION_NAMESPACES =
      Set.of(
          "http://www.w3.org/2001/XMLSchema#",
          "http://www.opengis.net/def/function/geosparql/",
          "http://jena.apache.org/function/spatial#",
          "http://www.w3.org/2005/xpath-functions/math#");

  private static final List<String> MAGIC_PREDICATES =
      List.of(
          "java:",
          "http://jena.apache.org/ARQ/property#",
          "http://jena.apache.org/ARQ/list#",
          "http://jena.apache.org/ARQ/procedure#",
          "http://jena.apache.org/text#",
          "http://jena.apache.org/spatial#",
          "http://jena.hpl.hp.com/ARQ/");

  private QueryPolicy() {}

  /**
   * Lets a query pass or not.
   *
   * @throws Problem SERVICE_REFUSED, FUNCTION_REFUSED with what was refused
   */
  static void check(Query query) {
    Walker.walk(Algebra.compile(query), new Operators());
  }

  private static boolean isAllowed(String function) {
    return FUNCTION_NAMESPACES.stream().anyMatch(function::startsWith);
  }

  private static Problem refused(String what) {
    return new Problem(Problem.Kind.FUNCTION_REFUSED, what);
  }

  /** Looks at an expression, what it is made of, and the patterns of its EXISTS. */
  private static void check(Expr expression) {
    if (expression instanceof E_Function named && !isAllowed(named.getFunctionIRI())) {
      throw refused("<" + named.getFunctionIRI() + ">");
    }
    if (expression instanceof E_Call) {
      throw refused("CALL");
    }
    if (expression instanceof ExprFunctionOp exists) {
      Walker.walk(exists.getGraphPattern(), new Operators());
    }
    if (expression instanceof ExprAggregator aggregator) {
      check(aggregator);
    }
    if (expression.isFunction()) {
      expression.getFunction().getArgs().forEach(QueryPolicy::check);
    }
  }

  private static void check(ExprAggregator aggregator) {
    if (aggregator.getAggregator() instanceof AggCustom custom) {
      throw refused(custom.toString());
    }
    ExprList arguments = aggregator.getAggregator().getExprList();
    if (arguments != null) {
      arguments.forEach(QueryPolicy::check);
    }
  }

  private static final class Operators extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      Node address = service.getService();
      throw new Problem(
          Problem.Kind.SERVICE_REFUSED,
          address.isURI() ? "<" + address.getURI() + ">" : address.toString());
    }

    @Override
    public void visit(OpFilter filter) {
      filter.getExprs().forEach(QueryPolicy::check);
    }

    @Override
    public void visit(OpExtend extend) {
      extend.getVarExprList().forEachExpr((variable, value) -> QueryPolicy.check(value));
    }

    @Override
    public void visit(OpAssign assign) {
      assign.getVarExprList().forEachExpr((variable, value) -> QueryPolicy.check(value));
    }

    @Override
    public void visit(OpLeftJoin optional) {
      if (optional.getExprs() != null) {
        optional.getExprs().forEach(QueryPolicy::check);
      }
    }

    @Override
    public void visit(OpOrder order) {
      order.getConditions().forEach(condition -> QueryPolicy.check(condition.getExpression()));
    }

    @Override
    public void visit(OpGroup group) {
      group.getGroupVars().forEachExpr((variable, value) -> QueryPolicy.check(value));
      group.getAggregators().forEach(QueryPolicy::check);
    }

    @Override
    public void visit(OpGraph scope) {
      Node graph = scope.getNode();
      if (graph.isURI() && GraphSelection.isHidden(graph.getURI())) {
        throw new Problem(Problem.Kind.BAD_GRAPH, graph.getURI());
      }
    }

    @Override
    public void visit(OpProcedure procedure) {
      throw refused(procedure.getProcId().toString());
    }

    @Override
    public void visit(OpPropFunc function) {
      throw refused(function.getProperty().toString());
    }

    @Override
    public void visit(OpExt extension) {
      throw refused(extension.getName());
    }

    @Override
    public void visit(OpBGP pattern) {
      pattern.getPattern().forEach(Operators::check);
    }

    @Override
    public void visit(OpTriple triple) {
      check(triple.getTriple());
    }

    private static void check(Triple triple) {
      Node predicate = triple.getPredicate();
      if (predicate.isURI() && MAGIC_PREDICATES.stream().anyMatch(predicate.getURI()::startsWith)) {
        throw refused("<" + predicate.getURI() + ">");
      }
    }
  }
}
