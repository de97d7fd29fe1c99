package org.machinami.shapes;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.machinami.ontology.City;

/** Reads the numbers of a version of the policy. */
final class PolicySettings {

  private final Graph policy;

  PolicySettings(Graph policy) {
    this.policy = policy;
  }

  /** By the IRI of the rule. */
  Map<String, RuleSetting> rules() {
    Map<String, RuleSetting> rules = new HashMap<>();
    for (Triple triple : policy.find(Node.ANY, City.ofRule.asNode(), Node.ANY).toList()) {
      Node setting = triple.getSubject();
      rules.put(
          triple.getObject().getURI(),
          new RuleSetting(
              Severity.of(one(setting, SHACL.severity)),
              Double.parseDouble(text(setting, City.alarmShare)),
              Long.parseLong(text(setting, City.alarmCount))));
    }
    return Map.copyOf(rules);
  }

  DisclosureLimits disclosure() {
    Set<String> flows = new HashSet<>();
    policy
        .find(Node.ANY, City.appliesTo.asNode(), Node.ANY)
        .forEach(triple -> flows.add(triple.getObject().getURI()));
    return new DisclosureLimits(
        Integer.parseInt(text(Node.ANY, City.smallestCell)),
        Integer.parseInt(text(Node.ANY, City.finestMesh)),
        Duration.parse(text(Node.ANY, City.finestInterval)),
        flows);
  }

  private String text(Node subject, Property property) {
    return one(subject, property.asNode()).getLiteralLexicalForm();
  }

  private Node one(Node subject, Node property) {
    return policy.find(subject, property, Node.ANY).next().getObject();
  }
}
