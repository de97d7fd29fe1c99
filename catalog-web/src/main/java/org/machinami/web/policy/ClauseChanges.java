package org.machinami.web.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.shapes.PolicyVersion;

/**
 * In which clauses a version of the policy differs from the one before it: in its text, in the
 * rules that it names, in how they are set, or in a rule that the version brings itself.
 *
 * @param before number of the version before
 * @param keys messages that say what happened, by the number of the clause
 * @param dropped numbers of the clauses that are there no more
 */
record ClauseChanges(String before, Map<String, String> keys, List<String> dropped) {
  ClauseChanges {
    keys = Map.copyOf(keys);
    dropped = List.copyOf(dropped);
  }

  /**
   * Between a version and the one that was in force before it; empty for the first.
   *
   * @param adopted all of them, in order
   */
  static Optional<ClauseChanges> of(String version, List<PolicyVersion> adopted, Iris iris) {
    Optional<PolicyVersion> before = Optional.empty();
    for (PolicyVersion one : adopted) {
      if (one.policy().version().equals(version)) {
        return before.map(earlier -> between(earlier, one, iris));
      }
      before = Optional.of(one);
    }
    return Optional.empty();
  }

  private static ClauseChanges between(PolicyVersion before, PolicyVersion after, Iris iris) {
    Map<String, String> keys = new TreeMap<>();
    for (String number : after.policy().numbers()) {
      if (!before.policy().hasClause(number)) {
        keys.put(number, "policy.added");
      } else if (!said(before, number, iris).equals(said(after, number, iris))) {
        keys.put(number, "policy.changed");
      }
    }
    List<String> dropped =
        before.policy().numbers().stream()
            .filter(number -> !after.policy().hasClause(number))
            .toList();
    return new ClauseChanges(before.policy().version(), keys, dropped);
  }

  /** What a version says of a clause, without the name of the version. */
  private static Set<String> said(PolicyVersion version, String number, Iris iris) {
    String own = iris.policy(version.policy().version());
    Graph text = version.text();
    Node clause = NodeFactory.createURI(iris.clause(version.policy().version(), number));
    Set<String> said = new HashSet<>();
    Consumer<Node> add =
        about -> text.find(about, Node.ANY, Node.ANY).forEach(triple -> add(triple, own, said));
    add.accept(clause);
    text.find(clause, City.setting.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .forEach(add);
    text.find(clause, City.enforcedBy.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .forEach(add);
    return said;
  }

  private static void add(Triple triple, String own, Set<String> said) {
    if (!triple.getObject().isBlank()) { // it has another label each time it is read
      said.add(
          (triple.getSubject() + " " + triple.getPredicate() + " " + triple.getObject())
              .replace(own + "/", ""));
    }
  }
}
