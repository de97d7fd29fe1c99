package org.machinami.query;

import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** REPLACE within the time of the query and the budget for text. */
final class BoundedReplace extends ExprFunctionN {
  private final QueryBudget budget;

  BoundedReplace(ExprList arguments, QueryBudget budget) {
    super("replace", arguments);
    this.budget = budget;
  }

  @Override
  public NodeValue eval(List<NodeValue> arguments) {
    Node literal = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(0));
    String replacement = text(arguments.get(2));
    String flags = arguments.size() > 3 ? text(arguments.get(3)) : null;
    Matcher matcher =
        RegexEngine.makePattern("REPLACE", text(arguments.get(1)), flags)
            .matcher(new TimedText(literal.getLiteralLexicalForm(), budget));
    StringBuilder replaced = new StringBuilder();
    boolean any = false;
    try {
      while (matcher.find()) {
        if (any && matcher.start() == matcher.end()) {
          continue;
        }
        any = true;
        matcher.appendReplacement(replaced, replacement);
        budget.text(replaced.length());
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExprEvalException("REPLACE: " + e.getMessage(), e);
    }
    if (!any) {
      return arguments.get(0);
    }
    matcher.appendTail(replaced);
    budget.text(replaced.length());
    return NodeValue.makeNode(like(literal, replaced.toString()));
  }

  private static String text(NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral("REPLACE", value).getLiteralLexicalForm();
  }

  private static Node like(Node literal, String text) {
    String language = literal.getLiteralLanguage();
    return language.isEmpty()
        ? NodeFactory.createLiteralString(text)
        : NodeFactory.createLiteralLang(text, language);
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedReplace(arguments, budget);
  }
}
