package org.machinami.query;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/**
 * REGEX that stops when the query's time is up, however long the pattern would go back and forth.
 */
final class BoundedRegex extends ExprFunctionN {
  private final QueryBudget budget;
  private String lastPattern = "";
  private String lastFlags = "";
  private Pattern last;

  BoundedRegex(ExprList arguments, QueryBudget budget) {
    super("regex", arguments);
    this.budget = budget;
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    Node text = NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.get(0));
    Pattern pattern = pattern(arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
    boolean found = pattern.matcher(new TimedText(text.getLiteralLexicalForm(), budget)).find();
    return NodeValue.booleanReturn(found);
  }

  private Pattern pattern(NodeValue pattern, NodeValue flagsOrNone) {
    String text = NodeValueOps.checkAndGetStringLiteral("REGEX", pattern).getLiteralLexicalForm();
    String flags = flagsOrNone == null ? "" : flagsOrNone.asString();
    if (last == null || !text.equals(lastPattern) || !flags.equals(lastFlags)) {
      last = RegexEngine.makePattern("REGEX", text, flagsOrNone == null ? null : flags);
      lastPattern = text;
      lastFlags = flags;
    }
    return last;
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedRegex(arguments, budget);
  }
}
