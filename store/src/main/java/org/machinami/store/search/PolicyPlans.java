package org.machinami.store.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What it takes to begin using data, as policies say it: each permission is one way.
 *
 * @see <a href="https://www.w3.org/TR/odrl-model/">ODRL Information Model 2.2</a>
 */
final class PolicyPlans {
  static final String OPEN = "open";

  private static final String FREE_ON_APPLICATION = "free-on-application";
  private static final String PAID = "paid";

  private static final String ODRL = "http://www.w3.org/ns/odrl/2/";
  private static final Node HAS_POLICY = odrl("hasPolicy");
  private static final Node PERMISSION = odrl("permission");
  private static final Node ACTION = odrl("action");
  private static final Node ASSIGNEE = odrl("assignee");
  private static final Node LEFT_OPERAND = odrl("leftOperand");
  private static final Node COMPENSATE = odrl("compensate");
  private static final List<Node> DUTIES = List.of(odrl("duty"), odrl("obligation"));
  private static final List<Node> CONSTRAINTS = List.of(odrl("constraint"), odrl("refinement"));

  /** Duties towards who gives the data, before they are given. */
  private static final Set<Node> ASKING = Set.of(odrl("obtainConsent"), odrl("acceptTracking"));

  private static final Set<Node> RECIPIENT =
      Set.of(
          odrl("recipient"),
          NodeFactory.createURI("https://machinami.org/vocab/city#userCategory"));

  private final Statements statements;

  PolicyPlans(Statements statements) {
    this.statements = statements;
  }

  private static Node odrl(String name) {
    return NodeFactory.createURI(ODRL + name);
  }

  /**
   * Ids of access plans; none where no policy is described.
   *
   * @param targets the dataset and its distributions
   */
  Set<String> of(List<Node> targets) {
    Set<String> plans = new LinkedHashSet<>();
    for (Node target : targets) {
      for (Node policy : statements.objects(target, HAS_POLICY)) {
        List<Node> common = all(policy, DUTIES);
        for (Node permission : statements.objects(policy, PERMISSION)) {
          List<Node> duties = new ArrayList<>(common);
          duties.addAll(all(permission, DUTIES));
          plans.add(plan(policy, permission, duties));
        }
      }
    }
    return plans;
  }

  private String plan(Node policy, Node permission, List<Node> duties) {
    if (duties.stream().anyMatch(duty -> actions(duty).contains(COMPENSATE))) {
      return PAID;
    }
    boolean asking = duties.stream().flatMap(d -> actions(d).stream()).anyMatch(ASKING::contains);
    boolean forSome =
        !statements.objects(permission, ASSIGNEE).isEmpty()
            || !statements.objects(policy, ASSIGNEE).isEmpty()
            || all(permission, CONSTRAINTS).stream()
                .flatMap(c -> statements.objects(c, LEFT_OPERAND).stream())
                .anyMatch(RECIPIENT::contains);
    return asking || forSome ? FREE_ON_APPLICATION : OPEN;
  }

  /** An action by itself, or as the value of a narrower one. */
  private Set<Node> actions(Node rule) {
    Set<Node> actions = new LinkedHashSet<>();
    for (Node action : statements.objects(rule, ACTION)) {
      actions.add(action);
      actions.addAll(statements.objects(action, RDF.value.asNode()));
    }
    return actions;
  }

  private List<Node> all(Node subject, List<Node> properties) {
    return properties.stream().flatMap(p -> statements.objects(subject, p).stream()).toList();
  }
}
