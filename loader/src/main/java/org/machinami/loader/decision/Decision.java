package org.machinami.loader.decision;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/**
 * A refusal or an override as a graph. Of the description it holds the dataset's own IRI, the
 * publisher and the sector, and these only where they are words of this catalogue; never a value
 * that was refused, nor a name.
 *
 * @param name of the graph; follows from what it says, so that the same decision again is the same
 *     graph
 */
public record Decision(String name, Graph graph) {
  private static final Node ACTIVITY = NodeFactory.createURI("http://www.w3.org/ns/prov#Activity");

  /**
   * A refusal.
   *
   * @param id of the dataset; empty where it has none here
   * @param unique tells one without an id from others; is hashed, never written
   * @param verdict empty when the dataset could not be read at all
   * @param since the commit that the dataset had then, 0 for none: a refusal after a change is
   *     another one
   */
  public static Decision refusal(
      String base,
      Policy policy,
      Optional<String> id,
      String unique,
      Optional<Verdict> verdict,
      Optional<Graph> description,
      long since) {
    TreeMap<String, Integer> shapes = new TreeMap<>();
    verdict.stream()
        .flatMap(found -> found.violations().stream())
        .filter(violation -> violation.severity() == Severity.VIOLATION)
        .forEach(violation -> shapes.merge(violation.shape(), 1, Integer::sum));
    String key = key(policy, "refused", id.orElse("foreign " + unique), shapes.toString(), since);
    Writer writer = new Writer(base, policy, key, "refused");
    id.ifPresent(known -> writer.dataset(known, description));
    verdict.ifPresent(found -> writer.counts(found, shapes.keySet()));
    return writer.decision();
  }

  /** A dataset was taken in although it violates something. */
  public static Decision override(
      String base,
      Policy policy,
      String id,
      Verdict verdict,
      Graph description,
      PolicyOverride by) {
    TreeSet<String> shapes = new TreeSet<>();
    verdict.violations().stream()
        .filter(violation -> violation.severity() == Severity.VIOLATION)
        .map(Violation::shape)
        .forEach(shapes::add);
    String said = shapes + by.reasonJa() + "\n" + by.reasonEn();
    Writer writer = new Writer(base, policy, key(policy, "overridden", id, said, 0), "overridden");
    writer.dataset(id, Optional.of(description));
    writer.counts(verdict, shapes);
    writer.reasons(by);
    return writer.decision();
  }

  /** Says in the graph of a verdict that its violations were lifted. */
  public static void mark(
      Graph verdict, String base, PolicyOverride by, Verdict found, Policy policy) {
    Node outcome = City.outcome.asNode();
    List<Node> subjects =
        verdict.find(Node.ANY, outcome, Node.ANY).mapWith(t -> t.getSubject()).toList();
    Iris iris = new Iris(base);
    for (Node subject : subjects) {
      verdict.remove(subject, outcome, Node.ANY);
      verdict.add(
          subject, outcome, NodeFactory.createURI(Vocabularies.concept("outcome", "overridden")));
      String version = policy.version();
      by.lifted(found, policy)
          .forEach(
              clause ->
                  verdict.add(
                      subject,
                      City.clause.asNode(),
                      NodeFactory.createURI(iris.clause(version, clause))));
    }
  }

  private static String key(Policy policy, String outcome, String id, String said, long since) {
    String all = String.join("\n", outcome, id, policy.version(), said, "" + since);
    return org.machinami.store.ledger.Hash.of(all.getBytes(StandardCharsets.UTF_8))
        .hex()
        .substring(0, 32);
  }

  /** Gathers the statements. */
  private static final class Writer {
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Policy policy;
    private final Iris iris;
    private final String name;
    private final Node subject;

    Writer(String base, Policy policy, String key, String outcome) {
      this.policy = policy;
      this.iris = new Iris(base);
      this.name = new NamedGraphs(base).activity(key);
      this.subject = NodeFactory.createURI(name + "#decision");
      add(RDF.type.asNode(), ACTIVITY);
      add(RDF.type.asNode(), City.Verdict.asNode());
      add(City.outcome.asNode(), Vocabularies.concept("outcome", outcome));
      add(City.policy.asNode(), iris.policy(policy.version()));
    }

    void dataset(String id, Optional<Graph> description) {
      Node dataset = NodeFactory.createURI(iris.dataset(id));
      add(City.verdictOn.asNode(), dataset);
      description.ifPresent(
          said -> {
            own(said, dataset, DCTerms.publisher.asNode(), iris.base());
            own(said, dataset, City.sector.asNode(), Vocabularies.concept("sector", ""));
          });
    }

    /** Values that are IRIs of this catalogue's own making. */
    private void own(Graph said, Node dataset, Node property, String prefix) {
      said.find(dataset, property, Node.ANY)
          .mapWith(triple -> triple.getObject())
          .filterKeep(
              value ->
                  value.isURI()
                      && value.getURI().startsWith(prefix)
                      && value
                          .getURI()
                          .substring(prefix.length())
                          .matches("[A-Za-z0-9/._-]{1,120}"))
          .forEachRemaining(value -> graph.add(subject, property, value));
    }

    void counts(Verdict verdict, Collection<String> shapes) {
      integer(City.violationCount.asNode(), verdict.violationCount());
      integer(City.warningCount.asNode(), verdict.warningCount());
      for (String shape : shapes) {
        add(SHACL.sourceShape, shape);
        policy
            .clauseOf(shape)
            .ifPresent(clause -> add(City.clause.asNode(), iris.clause(policy.version(), clause)));
      }
    }

    void reasons(PolicyOverride by) {
      Node why = DCTerms.description.asNode();
      graph.add(subject, why, NodeFactory.createLiteralLang(by.reasonJa(), "ja"));
      graph.add(subject, why, NodeFactory.createLiteralLang(by.reasonEn(), "en"));
    }

    private void integer(Node property, int value) {
      graph.add(
          subject,
          property,
          NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger));
    }

    private void add(Node property, String iri) {
      add(property, NodeFactory.createURI(iri));
    }

    private void add(Node property, Node value) {
      graph.add(subject, property, value);
    }

    Decision decision() {
      return new Decision(name, graph);
    }
  }
}
