package org.machinami.loader.report;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.validation.Entry;
import org.machinami.loader.validation.Validation;
import org.machinami.loader.validation.Words;
import org.machinami.ontology.CatalogContext;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.TermText;

/**
 * The report in the words of SHACL, with clause, place, expectation and repair in ours.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#validation-report">SHACL, 3.6</a>
 */
final class ShaclReport {

  private static final String CSVW = "http://www.w3.org/ns/csvw#";

  private final Iris iris;
  private final Graph graph = GraphFactory.createDefaultGraph();

  ShaclReport(String base) {
    this.iris = new Iris(base);
  }

  String turtle(Validation validation) {
    Graph report = of(validation);
    report.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
    report.getPrefixMapping().setNsPrefix("city", City.NS);
    report.getPrefixMapping().setNsPrefix("csvw", CSVW);
    report.getPrefixMapping().setNsPrefix("dcat", "http://www.w3.org/ns/dcat#");
    report.getPrefixMapping().setNsPrefix("dct", "http://purl.org/dc/terms/");
    report.getPrefixMapping().setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
    return RDFWriter.source(report).lang(Lang.TURTLE).asString();
  }

  String jsonLd(Validation validation) {
    return CatalogContext.compact(of(validation)) + "\n";
  }

  Graph of(Validation validation) {
    Node report = NodeFactory.createBlankNode();
    graph.add(report, RDF.type.asNode(), SHACL.ValidationReport);
    boolean conforms = validation.judgements().stream().allMatch(j -> j.entries().isEmpty());
    graph.add(
        report,
        SHACL.conforms,
        NodeFactory.createLiteralDT(Boolean.toString(conforms), XSDDatatype.XSDboolean));
    graph.add(
        report, City.policy.asNode(), NodeFactory.createURI(iris.policy(validation.policy())));
    validation
        .judgements()
        .forEach(
            judgement ->
                judgement.entries().forEach(entry -> result(report, entry, validation.policy())));
    return graph;
  }

  private void result(Node report, Entry entry, String policy) {
    Node result = NodeFactory.createBlankNode();
    graph.add(report, SHACL.result, result);
    graph.add(result, RDF.type.asNode(), SHACL.ValidationResult);
    graph.add(result, SHACL.resultSeverity, entry.severity().term());
    graph.add(
        result,
        SHACL.focusNode,
        entry
            .focus()
            .filter(Node::isURI)
            .filter(ShaclReport::isSafe)
            .orElseGet(() -> text(entry.thing())));
    add(result, City.focusLabel, text(entry.thing()));
    entry.iri().ifPresent(iri -> graph.add(result, SHACL.sourceShape, NodeFactory.createURI(iri)));
    entry
        .path()
        .ifPresent(
            path -> {
              TermText.property(path).ifPresent(node -> graph.add(result, SHACL.resultPath, node));
              add(result, City.faultyProperty, text(path));
            });
    entry
        .value()
        .ifPresent(
            value -> {
              if (value.isLiteral() || isSafe(value)) {
                graph.add(result, SHACL.value, value);
              }
              add(result, City.faultyValue, text(Shown.term(value)));
            });
    words(result, SHACL.resultMessage, entry.message());
    entry.expected().ifPresent(words -> words(result, City.expected.asNode(), words));
    entry
        .clause()
        .ifPresent(
            clause -> add(result, City.clause, NodeFactory.createURI(iris.clause(policy, clause))));
    entry.at().ifPresent(at -> position(result, at));
    entry
        .repair()
        .ifPresent(
            repair -> add(result, City.repairKind, NodeFactory.createURI(repair.kind().iri())));
    entry
        .against()
        .ifPresent(
            other -> {
              add(result, City.otherFile, text(other.file()));
              other.row().ifPresent(row -> add(result, City.otherRow, integer(row)));
            });
    entry
        .repair()
        .filter(Repair.NewCells.class::isInstance)
        .ifPresent(repair -> ((Repair.NewCells) repair).cells().forEach(one -> cell(result, one)));
    entry.update().ifPresent(update -> add(result, City.repairUpdate, text(update)));
  }

  /** What was refused must not become a link. */
  private static boolean isSafe(Node value) {
    return value.isURI() && value.getURI().matches("(https?|mailto|urn|tel):[^\\s<>\"{}|\\\\^`]*");
  }

  private void position(Node result, Position at) {
    add(result, City.sourceFile, text(at.file()));
    at.line().ifPresent(line -> add(result, City.sourceLine, integer(line)));
    at.row().ifPresent(row -> add(result, City.sourceRow, integer(row)));
    at.column().ifPresent(column -> add(result, City.sourceColumn, text(column)));
  }

  private void cell(Node result, Repair.Cell cell) {
    Node node = NodeFactory.createBlankNode();
    add(result, City.repairCell, node);
    graph.add(node, RDF.type.asNode(), csvw("Cell"));
    cell.at().row().ifPresent(row -> graph.add(node, csvw("rownum"), integer(row)));
    cell.at().column().ifPresent(column -> graph.add(node, csvw("title"), text(column)));
    add(node, City.cellBefore, text(cell.before()));
    add(node, City.cellAfter, text(cell.after()));
  }

  private static Node csvw(String name) {
    return NodeFactory.createURI(CSVW + name);
  }

  private void words(Node result, Node property, Words words) {
    graph.add(result, property, NodeFactory.createLiteralLang(words.ja(), "ja"));
    graph.add(result, property, NodeFactory.createLiteralLang(words.en(), "en"));
  }

  private void add(Node result, Property property, Node value) {
    graph.add(result, property.asNode(), value);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }
}
