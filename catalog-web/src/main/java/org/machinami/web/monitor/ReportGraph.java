package org.machinami.web.monitor;

import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.ontology.Vocabularies;
import org.machinami.web.rdf.Terms;

/**
 * The figures of a report as statements.
 *
 * @see <a href="https://www.w3.org/TR/vocab-data-cube/">RDF Data Cube, observations</a>
 */
final class ReportGraph {
  private static final String CUBE = "http://purl.org/linked-data/cube#";

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Iris iris;
  private final Node report;

  private ReportGraph(String base, Span span) {
    this.iris = new Iris(base);
    this.report = iri(base + "monitor/reports/" + span.id());
  }

  /**
   * Of a quarter.
   *
   * @param version of the policy that clauses are of
   */
  static Graph of(String base, Span span, List<Decision> decisions, String version) {
    ReportGraph writer = new ReportGraph(base, span);
    writer.head(span);
    Figures.Counts all = Figures.Counts.none();
    for (Kind kind : Kind.ALL) {
      int count = (int) decisions.stream().filter(one -> one.kind() == kind).count();
      all.of().put(kind, count);
      writer.observation(kind.id(), kind, count);
    }
    for (Map.Entry<String, Figures.Counts> clause : Figures.byClause(decisions).entrySet()) {
      for (Kind kind : Kind.UNDER_CLAUSES) {
        int count = clause.getValue().of(kind);
        if (count > 0) {
          Node observation = writer.observation(kind.id() + "-" + clause.getKey(), kind, count);
          writer.graph.add(
              observation, City.clause.asNode(), iri(writer.iris.clause(version, clause.getKey())));
        }
      }
    }
    return writer.graph;
  }

  private void head(Span span) {
    graph.add(report, RDF.type.asNode(), iri(CUBE + "DataSet"));
    graph.add(
        report, DCTerms.title.asNode(), NodeFactory.createLiteralLang("透明性報告書 " + span.id(), "ja"));
    graph.add(
        report,
        DCTerms.title.asNode(),
        NodeFactory.createLiteralLang("Transparency report " + span.id(), "en"));
    Node period = iri(report.getURI() + "#period");
    graph.add(report, DCTerms.temporal.asNode(), period);
    graph.add(period, RDF.type.asNode(), DCTerms.PeriodOfTime.asNode());
    graph.add(period, iri(Terms.DCAT + "startDate"), day(span.from()));
    graph.add(period, iri(Terms.DCAT + "endDate"), day(span.to()));
  }

  private static Node day(java.time.LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  private Node observation(String name, Kind kind, int count) {
    Node observation = iri(report.getURI() + "#" + name);
    graph.add(observation, RDF.type.asNode(), iri(CUBE + "Observation"));
    graph.add(observation, iri(CUBE + "dataSet"), report);
    if (kind.ends()) {
      graph.add(observation, DCTerms.type.asNode(), NodeFactory.createLiteralString(kind.id()));
    } else {
      String outcome = kind == Kind.WARNED ? "admitted-with-warnings" : kind.id();
      graph.add(observation, City.outcome.asNode(), iri(Vocabularies.concept("outcome", outcome)));
    }
    graph.add(
        observation,
        RDF.value.asNode(),
        NodeFactory.createLiteralDT(Integer.toString(count), XSDDatatype.XSDinteger));
    return observation;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
