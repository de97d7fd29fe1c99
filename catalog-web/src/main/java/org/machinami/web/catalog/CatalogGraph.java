package org.machinami.web.catalog;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.store.graph.GraphVersions;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/**
 * A page of the catalogue as statements: the catalogue, the page, the descriptions on it.
 *
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.1/">DCAT-AP 3.0.1</a>
 * @see <a href="https://www.hydra-cg.com/spec/latest/core/">Hydra: PartialCollectionView</a>
 * @see <a href="https://www.w3.org/TR/activitystreams-vocabulary/#dfn-tombstone">Tombstone</a>
 */
final class CatalogGraph {
  private static final String AS = "https://www.w3.org/ns/activitystreams#";
  private static final String LANGUAGES =
      "http://publications.europa.eu/resource/authority/language/";

  private final GraphVersions versions;
  private final DatasetReader datasets;
  private final String base;

  CatalogGraph(GraphVersions versions, DatasetReader datasets, String base) {
    this.versions = versions;
    this.datasets = datasets;
    this.base = base;
  }

  Graph of(CatalogPage page) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node catalog = iri(base + "catalog");
    catalogue(graph, catalog);
    Node collection = page.query().since().isPresent() ? iri(base + page.query().path()) : catalog;
    page(graph, page, collection);
    for (Entry entry : page.entries()) {
      Node dataset;
      if (entry instanceof Entry.Present present) {
        Graph description = versions.graph(present.description().version());
        GraphUtil.addInto(graph, description);
        dataset = datasets.described(present.id(), description).node();
        graph.add(catalog, iri(Terms.DCAT + "dataset"), dataset);
      } else {
        dataset = tombstone(graph, (Entry.Gone) entry);
      }
      graph.add(collection, iri(Terms.HYDRA + "member"), dataset);
    }
    Ranges.complete(graph);
    return graph;
  }

  private void catalogue(Graph graph, Node catalog) {
    Node publisher = iri(base + "catalog#publisher");
    graph.add(catalog, iri(Terms.type), iri(Terms.DCAT + "Catalog"));
    graph.add(publisher, iri(Terms.type), iri(Terms.FOAF + "Agent"));
    graph.add(catalog, iri(Terms.DCT + "publisher"), publisher);
    for (Language language : Language.values()) {
      Messages m = Messages.in(language);
      String tag = language.tag();
      graph.add(catalog, iri(Terms.title), words(m.text("site.title"), tag));
      graph.add(catalog, iri(Terms.description), words(m.text("site.description"), tag));
      graph.add(publisher, iri(Terms.name), words(m.text("site.name"), tag));
    }
    for (String code : new String[] {"JPN", "ENG"}) {
      graph.add(catalog, iri(Terms.DCT + "language"), iri(LANGUAGES + code));
    }
    graph.add(catalog, iri(Terms.FOAF + "homepage"), iri(base));
    graph.add(iri(base), iri(Terms.type), iri(Terms.FOAF + "Document"));
  }

  private void page(Graph graph, CatalogPage page, Node collection) {
    graph.add(collection, iri(Terms.type), iri(Terms.HYDRA + "Collection"));
    Node view = iri(base + page.query().path());
    graph.add(collection, iri(Terms.HYDRA + "view"), view);
    graph.add(view, iri(Terms.type), iri(Terms.HYDRA + "PartialCollectionView"));
    if (page.query().since().isEmpty()) {
      link(graph, view, "first", page.query().first());
      link(graph, view, "last", page.query().last());
    }
    page.previous().ifPresent(query -> link(graph, view, "previous", query));
    page.next().ifPresent(query -> link(graph, view, "next", query));
    page.total()
        .ifPresent(total -> graph.add(collection, iri(Terms.HYDRA + "totalItems"), integer(total)));
    page.reached()
        .ifPresent(
            sequence ->
                graph.add(
                    iri(base + "catalog"),
                    iri(Terms.DCAT + "version"),
                    NodeFactory.createLiteralString(Long.toString(sequence))));
  }

  private void link(Graph graph, Node view, String relation, CatalogQuery query) {
    graph.add(view, iri(Terms.HYDRA + relation), iri(base + query.path()));
  }

  private Node tombstone(Graph graph, Entry.Gone gone) {
    Node dataset = iri(base + "datasets/" + gone.id());
    graph.add(dataset, iri(Terms.type), iri(AS + "Tombstone"));
    graph.add(dataset, iri(AS + "formerType"), iri(Terms.DCAT + "Dataset"));
    graph.add(
        dataset,
        iri(AS + "deleted"),
        NodeFactory.createLiteralDT(gone.time().toString(), XSDDatatype.XSDdateTime));
    if (!gone.reason().isEmpty()) {
      graph.add(dataset, iri(AS + "summary"), NodeFactory.createLiteralString(gone.reason()));
    }
    return dataset;
  }

  private static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }

  private static Node words(String text, String tag) {
    return NodeFactory.createLiteralLang(text, tag);
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  /** The description of an entry that is there. */
  Described described(Entry.Present entry) {
    return datasets.described(entry.id(), versions.graph(entry.description().version()));
  }
}
