package org.machinami.web.dataset;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.quality.Metric;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Literal;
import org.machinami.store.search.SearchResults;
import org.machinami.web.rdf.Terms;

/**
 * A page of results as statements.
 *
 * @see <a href="https://www.hydra-cg.com/spec/latest/core/">Hydra: PartialCollectionView</a>
 */
final class ListGraph {
  private final String base;
  private final NamedGraphs names;
  private final Stops stops;

  ListGraph(String base, Stops stops) {
    this.base = base;
    this.stops = stops;
    this.names = new NamedGraphs(base);
  }

  Graph of(ListQuery query, SearchResults results) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node collection = iri(base + query.onPage(1).path());
    Node page = iri(base + query.path());
    Node type = iri(Terms.type);
    graph.add(collection, type, iri(Terms.HYDRA + "Collection"));
    graph.add(collection, iri(Terms.HYDRA + "totalItems"), integer(results.total()));
    graph.add(collection, iri(Terms.HYDRA + "view"), page);
    graph.add(page, type, iri(Terms.HYDRA + "PartialCollectionView"));
    if (query.page() > 1) {
      graph.add(
          page, iri(Terms.HYDRA + "previous"), iri(base + query.onPage(query.page() - 1).path()));
    }
    if ((long) query.page() * ListQuery.PAGE_SIZE < results.total()) {
      graph.add(page, iri(Terms.HYDRA + "next"), iri(base + query.onPage(query.page() + 1).path()));
    }
    for (Hit hit : results.hits()) {
      graph.add(collection, iri(Terms.HYDRA + "member"), iri(hit.iri()));
      add(graph, hit);
    }
    return graph;
  }

  /** What a list says of a dataset. */
  private void add(Graph graph, Hit hit) {
    Node dataset = iri(hit.iri());
    Node type = iri(Terms.type);
    graph.add(dataset, type, iri(Terms.DCAT + "Dataset"));
    for (Literal title : hit.titles()) {
      Node literal =
          title.tag().isEmpty()
              ? NodeFactory.createLiteralString(title.value())
              : NodeFactory.createLiteralLang(title.value(), title.tag());
      graph.add(dataset, iri(Terms.title), literal);
    }
    for (String level : hit.values(Facet.QUALITY)) {
      Node measurement = iri(names.verdict(hit.id()) + "#" + Metric.MACHINE_READABILITY.id());
      graph.add(dataset, iri(Terms.DQV + "hasQualityMeasurement"), measurement);
      graph.add(measurement, type, iri(Terms.DQV + "QualityMeasurement"));
      graph.add(
          measurement, iri(Terms.DQV + "isMeasurementOf"), iri(Metric.MACHINE_READABILITY.iri()));
      graph.add(
          measurement,
          iri(Terms.DQV + "value"),
          NodeFactory.createLiteralDT(level, XSDDatatype.XSDinteger));
    }
    stops.said(hit.id()).ifPresent(stop -> GraphUtil.addInto(graph, stop));
    hit.modified()
        .ifPresent(
            day ->
                graph.add(
                    dataset,
                    iri(Terms.DCT + "modified"),
                    NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate)));
  }

  private static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
