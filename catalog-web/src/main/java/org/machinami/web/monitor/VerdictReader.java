package org.machinami.web.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.Policy;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/**
 * Reads what figures need of verdicts, decisions and descriptions. Not for use by several threads.
 */
final class VerdictReader {
  private final Store store;
  private final Iris iris;
  private final PolicyVersions versions;
  private final Map<String, Policy> policies = new HashMap<>();

  VerdictReader(Store store) {
    this.store = store;
    this.iris = new Iris(store.base());
    this.versions = new PolicyVersions(store);
  }

  /** What a verdict, or a decision without a dataset, says. */
  record Found(
      String outcome,
      List<String> clauses,
      String dataset,
      String publisher,
      String sector,
      String reasonJa,
      String reasonEn) {}

  /** Reads the graph of a verdict or of a decision. */
  Found verdict(Hash version) {
    String outcome = "";
    String dataset = "";
    String publisher = "";
    String sector = "";
    String reasonJa = "";
    String reasonEn = "";
    String policy = "";
    TreeSet<String> clauses = new TreeSet<>(Figures.BY_NUMBER);
    List<String> shapes = new ArrayList<>();
    for (Triple triple : store.versions().statements(version)) {
      Node property = triple.getPredicate();
      String value = triple.getObject().isURI() ? triple.getObject().getURI() : "";
      if (property.equals(City.outcome.asNode())) {
        outcome = after(value, Vocabularies.concept("outcome", ""));
      } else if (property.equals(City.verdictOn.asNode())) {
        dataset = iris.datasetId(value).orElse("");
      } else if (property.equals(City.policy.asNode())) {
        policy = after(value, iris.policy(""));
      } else if (property.equals(City.clause.asNode())) {
        clauses.add(value.substring(value.lastIndexOf('/') + 1));
      } else if (property.equals(City.warnedBy.asNode())) {
        shapes.add(value);
      } else if (property.equals(DCTerms.publisher.asNode())) {
        publisher = publisher(value);
      } else if (property.equals(City.sector.asNode())) {
        sector = after(value, Vocabularies.concept("sector", ""));
      } else if (property.equals(DCTerms.description.asNode())) {
        Node reason = triple.getObject();
        if (reason.getLiteralLanguage().equals("ja")) {
          reasonJa = reason.getLiteralLexicalForm();
        } else {
          reasonEn = reason.getLiteralLexicalForm();
        }
      }
    }
    Policy rests = policy(policy);
    shapes.forEach(shape -> rests.clauseOf(shape).ifPresent(clauses::add));
    return new Found(outcome, List.copyOf(clauses), dataset, publisher, sector, reasonJa, reasonEn);
  }

  private Policy policy(String version) {
    return policies.computeIfAbsent(
        version,
        wanted ->
            versions.adopted().stream()
                .map(PolicyVersion::policy)
                .filter(policy -> policy.version().equals(wanted))
                .findFirst()
                .orElseGet(() -> versions.inForce().policy()));
  }

  /** What a description says of publisher, sector, stage and frequency, in this order. */
  List<String> description(String id, Hash version) {
    Node dataset = NodeFactory.createURI(iris.dataset(id));
    String[] found = {"", "", "", ""};
    for (Triple triple : store.versions().statements(version)) {
      if (!triple.getSubject().equals(dataset) || !triple.getObject().isURI()) {
        continue;
      }
      Node property = triple.getPredicate();
      String value = triple.getObject().getURI();
      if (property.equals(DCTerms.publisher.asNode())) {
        keepFirst(found, 0, publisher(value));
      } else if (property.equals(City.sector.asNode())) {
        keepFirst(found, 1, after(value, Vocabularies.concept("sector", "")));
      } else if (property.equals(City.personalDataStage.asNode())) {
        keepFirst(found, 2, after(value, Vocabularies.concept("personal-data-stage", "")));
      } else if (property.equals(DCTerms.accrualPeriodicity.asNode())) {
        keepFirst(found, 3, value);
      }
    }
    return List.of(found);
  }

  /** The lines are sorted, so that which of several comes first does not depend on chance. */
  private static void keepFirst(String[] found, int at, String value) {
    found[at] = found[at].isEmpty() ? value : found[at];
  }

  /** As the search index calls it: the end of an own IRI, else the IRI. */
  private String publisher(String iri) {
    return Optional.of(iri)
        .filter(own -> own.startsWith(iris.base() + "publishers/"))
        .map(own -> own.substring(iris.base().length() + "publishers/".length()))
        .orElse(iri);
  }

  private static String after(String iri, String prefix) {
    return iri.startsWith(prefix) ? iri.substring(prefix.length()) : "";
  }
}
