package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;
import org.machinami.web.rows.CellWords;

/**
 * Puts a policy into words. A term that nobody has a word for stands there as its IRI, a property
 * that is not known with its value: nothing of a rule is left out.
 *
 * @see <a href="https://www.w3.org/TR/odrl-model/">ODRL Information Model 2.2</a>
 */
final class PolicyWords {
  static final String HAS_POLICY = Terms.ODRL + "hasPolicy";

  private static final int MOST_RULES = 40;
  private static final int DEEPEST = 4;
  private static final Map<String, AccessView.Kind> KINDS =
      Map.of(
          "permission", AccessView.Kind.PERMISSION,
          "obligation", AccessView.Kind.OBLIGATION,
          "prohibition", AccessView.Kind.PROHIBITION);

  /** What a rule says of itself that the reader of the page knows already. */
  private static final Set<String> KNOWN =
      Set.of(
          Terms.type,
          Terms.ODRL + "uid",
          Terms.ODRL + "target",
          Terms.ODRL + "assigner",
          Terms.ODRL + "profile");

  private static final Set<String> RECIPIENT =
      Set.of(Terms.ODRL + "recipient", Terms.CITY + "userCategory");
  private static final Set<String> ANY_OF =
      Set.of(
          Terms.ODRL + "eq", Terms.ODRL + "isA", Terms.ODRL + "isAnyOf", Terms.ODRL + "isPartOf");

  private final Labels labels;
  private final Language language;
  private final Messages m;

  PolicyWords(Labels labels, Language language) {
    this.labels = labels;
    this.language = language;
    this.m = Messages.in(language);
  }

  AccessView.Policy of(Optional<Text> distribution, Described policy) {
    List<AccessView.Rule> rules = new ArrayList<>();
    Set<String> told = new HashSet<>(KNOWN);
    told.add(Terms.description);
    for (String property : List.of("permission", "obligation", "prohibition")) {
      told.add(Terms.ODRL + property);
      for (Described rule : policy.all(Terms.ODRL + property)) {
        if (rules.size() < MOST_RULES) {
          rules.add(rule(KINDS.get(property), rule));
        }
      }
    }
    return new AccessView.Policy(
        distribution,
        policy.text(language, Terms.description, Terms.label),
        rules,
        others(policy, told),
        policy.isDescribed()
            ? Optional.empty()
            : Optional.of(new Value(new Text(policy.iri(), "zxx"), policy.iri())));
  }

  private AccessView.Rule rule(AccessView.Kind kind, Described rule) {
    List<String> who = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    rule.all(Terms.ODRL + "assignee").forEach(party -> who.add(word(party)));
    for (Described constraint : rule.all(Terms.ODRL + "constraint")) {
      if (isRecipient(constraint)) {
        constraint.all(Terms.ODRL + "rightOperand").forEach(party -> who.add(word(party)));
      } else {
        conditions.add(constraint(constraint, 0));
      }
    }
    for (Described duty : rule.all(Terms.ODRL + "duty")) {
      conditions.add(duty(duty, 0));
    }
    Set<String> told = new HashSet<>(KNOWN);
    List.of("assignee", "constraint", "duty", "action").forEach(p -> told.add(Terms.ODRL + p));
    conditions.addAll(others(rule, told));
    return new AccessView.Rule(kind, who, actions(rule), conditions);
  }

  private static boolean isRecipient(Described constraint) {
    return constraint
            .first(Terms.ODRL + "leftOperand")
            .filter(left -> RECIPIENT.contains(left.iri()))
            .isPresent()
        && constraint
            .first(Terms.ODRL + "operator")
            .filter(operator -> ANY_OF.contains(operator.iri()))
            .isPresent();
  }

  private List<String> actions(Described rule) {
    return rule.all(Terms.ODRL + "action").stream().map(this::action).toList();
  }

  /** An action; a narrower one is a node of its own. */
  private String action(Described action) {
    Optional<Described> general = action.first(Terms.RDF + "value");
    if (general.isEmpty()) {
      return word(action);
    }
    String refined =
        action.all(Terms.ODRL + "refinement").stream()
            .map(refinement -> constraint(refinement, 0))
            .collect(Collectors.joining(m.text("access.and")));
    return refined.isEmpty()
        ? word(general.get())
        : m.text("access.narrowed", word(general.get()), refined);
  }

  private String duty(Described duty, int depth) {
    List<String> parts = new ArrayList<>();
    if (depth < DEEPEST) {
      duty.all(Terms.ODRL + "constraint").forEach(c -> parts.add(constraint(c, depth + 1)));
      duty.all(Terms.ODRL + "consequence")
          .forEach(c -> parts.add(m.text("access.consequence", duty(c, depth + 1))));
    }
    Set<String> told = new HashSet<>(KNOWN);
    List.of("constraint", "consequence", "action").forEach(p -> told.add(Terms.ODRL + p));
    parts.addAll(others(duty, told));
    String actions = String.join(m.text("access.and"), actions(duty));
    String name = actions.isEmpty() ? word(duty) : actions;
    return parts.isEmpty()
        ? name
        : m.text("access.narrowed", name, String.join(m.text("access.and"), parts));
  }

  private String constraint(Described constraint, int depth) {
    for (String connective : List.of("or", "xone", "and", "andSequence")) {
      Optional<Described> list = constraint.first(Terms.ODRL + connective);
      if (list.isPresent() && depth < DEEPEST) {
        String between = connective.startsWith("and") ? m.text("access.and") : m.text("access.or");
        return constraints(constraint.all(Terms.ODRL + connective)).stream()
            .map(part -> constraint(part, depth + 1))
            .collect(Collectors.joining(between));
      }
    }
    Optional<Described> left = constraint.first(Terms.ODRL + "leftOperand");
    if (left.isEmpty()) {
      return word(constraint);
    }
    String unit =
        constraint
            .first(Terms.ODRL + "unit")
            .map(u -> m.text("access.unit", "", word(u)))
            .orElse("");
    String right =
        constraint.all(Terms.ODRL + "rightOperand").stream()
            .map(value -> word(value) + unit)
            .collect(Collectors.joining(m.text("access.or")));
    String operator = constraint.first(Terms.ODRL + "operator").map(Described::iri).orElse("");
    Set<String> told = new HashSet<>(KNOWN);
    List.of("leftOperand", "operator", "rightOperand", "unit")
        .forEach(p -> told.add(Terms.ODRL + p));
    List<String> parts = new ArrayList<>(List.of(compared(word(left.get()), operator, right)));
    parts.addAll(others(constraint, told));
    return String.join(m.text("access.and"), parts);
  }

  /** The members of lists, or the nodes themselves where they are none. */
  private static List<Described> constraints(List<Described> nodes) {
    List<Described> all = new ArrayList<>();
    for (Described node : nodes) {
      Optional<Described> cell = Optional.of(node);
      if (node.first(Terms.RDF + "first").isEmpty()) {
        all.add(node);
        continue;
      }
      while (cell.isPresent() && all.size() < MOST_RULES) {
        cell.get().first(Terms.RDF + "first").ifPresent(all::add);
        cell = cell.get().first(Terms.RDF + "rest");
      }
    }
    return all;
  }

  private String compared(String left, String operator, String right) {
    return switch (operator.startsWith(Terms.ODRL)
        ? operator.substring(Terms.ODRL.length())
        : operator) {
      case "eq", "isA", "isAnyOf", "hasPart", "isAllOf" -> m.text("access.eq", left, right);
      case "lt" -> m.text("access.lt", left, right);
      case "gt" -> m.text("access.gt", left, right);
      case "lteq" -> m.text("access.lteq", left, right);
      case "gteq" -> m.text("access.gteq", left, right);
      case "neq", "isNoneOf" -> m.text("access.neq", left, right);
      case "isPartOf" -> m.text("access.part", left, right);
      default -> left + " " + operator + " " + right;
    };
  }

  /** What else is said of a node, property by property. */
  private List<String> others(Described node, Set<String> told) {
    return node
        .graph()
        .find(node.node(), Node.ANY, Node.ANY)
        .filterDrop(triple -> told.contains(triple.getPredicate().getURI()))
        .toList()
        .stream()
        .filter(triple -> speaks(triple.getObject()))
        .map(triple -> said(node, triple))
        .sorted()
        .limit(MOST_RULES)
        .toList();
  }

  private boolean speaks(Node object) {
    return !object.isLiteral() || Described.text(object).in(language);
  }

  private String said(Described node, Triple triple) {
    return m.text(
        "access.eq",
        word(Described.of(node.graph(), triple.getPredicate().getURI())),
        word(new Described(node.graph(), triple.getObject())));
  }

  /** Our word for it; else its own name and its IRI; a literal as people write it. */
  private String word(Described node) {
    if (node.node().isLiteral()) {
      return literal(node.iri());
    }
    Optional<Text> ours = labels.find(node.iri(), language);
    if (ours.isPresent()) {
      return ours.get().value();
    }
    return node.text(language, Terms.prefLabel, Terms.label, Terms.name, Terms.title)
        .map(name -> m.text("access.named", name.value(), node.iri()))
        .orElse(node.iri());
  }

  private String literal(String lexical) {
    return switch (lexical) {
      case "P1D" -> m.text("access.each-day");
      case "P1M" -> m.text("access.each-month");
      case "P1Y" -> m.text("access.each-year");
      default -> CellWords.number(lexical, 0, language);
    };
  }
}
