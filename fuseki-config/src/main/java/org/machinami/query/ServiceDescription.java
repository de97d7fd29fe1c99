package org.machinami.query;

import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Hash;
import org.machinami.store.quads.QuadStore;

/**
 * What the endpoint says of itself: features, formats, and the graphs with their numbers of
 * triples. Made anew when the quads have changed since. Safe for use by many threads.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">Service description</a>
 * @see <a href="https://www.w3.org/TR/void/">VoID</a>
 */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  /** More graphs than this are counted but not listed. */
  private static final int LISTED_GRAPHS = 1_000;

  private static final Map<String, String> FORMAT_NAMES =
      Map.of(
          "application/sparql-results+json", "SPARQL_Results_JSON",
          "application/sparql-results+xml", "SPARQL_Results_XML",
          "text/csv", "SPARQL_Results_CSV",
          "text/tab-separated-values", "SPARQL_Results_TSV",
          "text/turtle", "Turtle",
          "application/ld+json", "JSON-LD",
          "application/n-triples", "N-Triples",
          "application/rdf+xml", "RDF_XML");

  private final String base;
  private final QuadStore quads;
  private final GraphVersions versions;
  private Model made = ModelFactory.createDefaultModel();
  private long madeAt = -1;

  /**
   * @param base the canonical base IRI; the endpoint is described as {@code {base}sparql}
   */
  ServiceDescription(String base, QuadStore quads, GraphVersions versions) {
    this.base = base;
    this.quads = quads;
    this.versions = versions;
  }

  void write(AnswerFormat format, OutputStream out) {
    RDFDataMgr.write(out, current().getGraph(), format.lang());
  }

  private synchronized Model current() {
    long applied = quads.applied();
    if (madeAt != applied) {
      made = make();
      madeAt = applied;
    }
    return made;
  }

  private Model make() {
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefix("sd", SD).setNsPrefix("void", VOID).setNsPrefix("formats", FORMATS);
    Resource service = model.createResource(base + "sparql");
    service
        .addProperty(RDF.type, sd("Service"))
        .addProperty(property("endpoint"), service)
        .addProperty(property("supportedLanguage"), sd("SPARQL11Query"))
        .addProperty(property("feature"), sd("UnionDefaultGraph"));
    for (AnswerFormat format : SparqlHandler.formats()) {
      String name = FORMAT_NAMES.get(format.mediaType());
      if (name != null) {
        service.addProperty(property("resultFormat"), model.createResource(FORMATS + name));
      }
    }
    Map<String, Hash> graphs = new TreeMap<>(quads.versions());
    Resource dataset =
        model
            .createResource(base + "sparql#dataset")
            .addProperty(RDF.type, sd("Dataset"))
            .addProperty(RDF.type, model.createResource(VOID + "Dataset"))
            .addLiteral(voidProperty("triples"), quads.quads())
            .addProperty(voidProperty("sparqlEndpoint"), service);
    // Without a number of triples: counting those that stand in two graphs once is a scan.
    Resource union =
        model.createResource(base + "sparql#default-graph").addProperty(RDF.type, sd("Graph"));
    service.addProperty(property("defaultDataset"), dataset);
    dataset.addProperty(property("defaultGraph"), union);
    graphs.entrySet().stream()
        .limit(LISTED_GRAPHS)
        .forEach(each -> dataset.addProperty(property("namedGraph"), graph(model, each)));
    return model;
  }

  private Resource graph(Model model, Map.Entry<String, Hash> named) {
    Resource content =
        model
            .createResource()
            .addProperty(RDF.type, sd("Graph"))
            .addLiteral(voidProperty("triples"), versions.triples(named.getValue()));
    return model
        .createResource()
        .addProperty(RDF.type, sd("NamedGraph"))
        .addProperty(property("name"), model.createResource(named.getKey()))
        .addProperty(property("graph"), content);
  }

  private static Resource sd(String name) {
    return ResourceFactory.createResource(SD + name);
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(SD + name);
  }

  private static Property voidProperty(String name) {
    return ResourceFactory.createProperty(VOID + name);
  }
}
