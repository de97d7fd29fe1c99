package org.machinami.shapes;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Sha256;

/** Writes a verdict as statements. */
final class VerdictGraph {

  /** Beyond this the graph holds the count only; the findings can be had by validating again. */
  private static final int WRITTEN = 100;

  private static final Node WAS_DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Policy policy;
  private final NamedGraphs names;
  private final Iris iris;

  private VerdictGraph(NamedGraphs names, Policy policy) {
    this.names = names;
    this.policy = policy;
    this.iris = new Iris(names.base());
  }

  static Graph of(Verdict verdict, NamedGraphs names, String datasetId, Policy policy) {
    VerdictGraph writer = new VerdictGraph(names, policy);
    writer.write(verdict, datasetId);
    return writer.graph;
  }

  private void write(Verdict verdict, String datasetId) {
    Node subject = NodeFactory.createURI(names.verdict(datasetId) + "#verdict");
    graph.add(subject, RDF.type.asNode(), City.Verdict.asNode());
    add(subject, City.verdictOn, NodeFactory.createURI(verdict.dataset()));
    add(subject, City.policy, NodeFactory.createURI(iris.policy(policy.version())));
    add(subject, City.outcome, NodeFactory.createURI(verdict.outcome().iri()));
    add(subject, City.violationCount, integer(verdict.violationCount()));
    add(subject, City.warningCount, integer(verdict.warningCount()));
    graph.add(subject, WAS_DERIVED_FROM, NodeFactory.createURI(names.metadata(datasetId)));
    int written = 0;
    for (Violation violation : verdict.violations()) {
      // Where a description is at fault is found again from the description; where data are is not.
      if (violation.severity() == Severity.VIOLATION || violation.position().isPresent()) {
        if (written++ < WRITTEN) {
          result(subject, violation);
        }
      }
      if (violation.severity() != Severity.VIOLATION) {
        add(subject, City.warnedBy, NodeFactory.createURI(violation.shape()));
      }
    }
  }

  private void result(Node verdict, Violation violation) {
    Node result = NodeFactory.createURI(iris.genid(hash(verdict, violation)));
    graph.add(verdict, SHACL.result, result);
    graph.add(result, RDF.type.asNode(), SHACL.ValidationResult);
    graph.add(result, SHACL.sourceShape, NodeFactory.createURI(violation.shape()));
    graph.add(result, SHACL.resultSeverity, violation.severity().term());
    graph.add(
        result, SHACL.resultMessage, NodeFactory.createLiteralLang(violation.messageJa(), "ja"));
    graph.add(
        result, SHACL.resultMessage, NodeFactory.createLiteralLang(violation.messageEn(), "en"));
    policy
        .clauseOf(violation.shape())
        .ifPresent(
            clause ->
                add(
                    result,
                    City.clause,
                    NodeFactory.createURI(iris.clause(policy.version(), clause))));
    add(result, City.focusLabel, NodeFactory.createLiteralString(violation.focusLabel()));
    if (violation.focus().isURI()) {
      graph.add(result, SHACL.focusNode, violation.focus());
    }
    violation
        .path()
        .ifPresent(path -> add(result, City.faultyProperty, NodeFactory.createLiteralString(path)));
    // As text: a value that was refused must not become a link.
    violation
        .value()
        .ifPresent(
            value -> add(result, City.faultyValue, NodeFactory.createLiteralString(text(value))));
    violation.position().ifPresent(position -> position(result, position));
    violation
        .against()
        .ifPresent(
            other -> {
              add(result, City.otherFile, NodeFactory.createLiteralString(other.file()));
              other.row().ifPresent(row -> add(result, City.otherRow, integer(row)));
            });
  }

  private void position(Node result, Position position) {
    add(result, City.sourceFile, NodeFactory.createLiteralString(position.file()));
    position.row().ifPresent(row -> add(result, City.sourceRow, integer(row)));
    position
        .column()
        .ifPresent(name -> add(result, City.sourceColumn, NodeFactory.createLiteralString(name)));
  }

  private void add(Node subject, Property property, Node object) {
    graph.add(subject, property.asNode(), object);
  }

  private static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }

  private static String text(Node value) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    return value.isURI() ? value.getURI() : "";
  }

  private static String hash(Node verdict, Violation violation) {
    String said =
        String.join(
            "\n",
            verdict.getURI(),
            violation.shape(),
            violation.focus().isURI() ? violation.focus().getURI() : violation.focusLabel(),
            violation.path().orElse(""),
            violation.value().map(VerdictGraph::text).orElse(""),
            violation.position().map(Position::toString).orElse(""));
    byte[] digest = Sha256.newDigest().digest(said.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 16);
  }
}
