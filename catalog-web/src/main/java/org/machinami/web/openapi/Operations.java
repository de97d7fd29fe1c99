package org.machinami.web.openapi;

import static org.machinami.web.openapi.Operation.Parameter.number;
import static org.machinami.web.openapi.Operation.Parameter.path;
import static org.machinami.web.openapi.Operation.Parameter.required;
import static org.machinami.web.openapi.Operation.Parameter.text;

import java.util.ArrayList;
import java.util.List;
import org.machinami.web.negotiation.Representation;

/** What programs can ask for, in the order in which it is told. */
final class Operations {
  private static final List<String> RDF =
      Representation.RDF.stream().map(Representation::mediaType).toList();
  private static final List<String> PAGES =
      Representation.ALL.stream().map(Representation::mediaType).toList();
  private static final List<String> LISTS =
      Representation.OF_LISTS.stream().map(Representation::mediaType).toList();
  private static final String JSON = "application/json";
  private static final String BYTES = "application/octet-stream";
  private static final String ID = "openapi.parameter.id";

  private Operations() {}

  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    catalogue(all);
    data(all);
    actions(all);
    ledger(all);
    others(all);
    return all;
  }

  private static void add(
      List<Operation> all,
      String path,
      String id,
      String tag,
      String summary,
      List<Operation.Parameter> parameters,
      List<String> types) {
    all.add(new Operation(path, id, tag, summary, parameters, types));
  }

  private static void catalogue(List<Operation> all) {
    String tag = "catalogue";
    add(
        all,
        "/catalog",
        "catalog",
        tag,
        "openapi.catalog",
        List.of(
            text("after", "openapi.parameter.after"),
            text("before", "openapi.parameter.before"),
            text("since", "openapi.parameter.since"),
            number("limit", "openapi.parameter.limit")),
        PAGES);
    add(
        all,
        "/catalog/ldes",
        "stream",
        tag,
        "openapi.ldes",
        List.of(text("from", "openapi.parameter.from")),
        RDF);
    add(all, "/data.json", "dataJson", tag, "openapi.data-json", List.of(), List.of(JSON));
    add(
        all,
        "/datasets",
        "searchDatasets",
        tag,
        "openapi.datasets",
        List.of(
            text("q", "openapi.parameter.q"),
            text("sector", "openapi.parameter.facet"),
            text("field", "openapi.parameter.facet"),
            text("publisher", "openapi.parameter.facet"),
            text("municipality", "openapi.parameter.facet"),
            text("filetype", "openapi.parameter.facet"),
            text("licence", "openapi.parameter.facet"),
            text("access", "openapi.parameter.facet"),
            text("quality", "openapi.parameter.facet"),
            text("from", "openapi.parameter.day"),
            text("to", "openapi.parameter.day"),
            text("bbox", "openapi.parameter.bbox"),
            text("sort", "openapi.parameter.sort"),
            number("page", "openapi.parameter.page")),
        LISTS);
    add(
        all,
        "/datasets/{id}",
        "dataset",
        tag,
        "openapi.dataset",
        List.of(path("id", ID), text("asOf", "openapi.parameter.as-of")),
        PAGES);
    add(all, "/publishers", "publishers", tag, "openapi.publishers", List.of(), PAGES);
    add(
        all,
        "/publishers/{id}",
        "publisher",
        tag,
        "openapi.publisher",
        List.of(path("id", "openapi.parameter.publisher")),
        PAGES);
    add(all, "/vocab", "vocabularies", tag, "openapi.vocabularies", List.of(), PAGES);
    add(
        all,
        "/vocab/{name}",
        "vocabulary",
        tag,
        "openapi.vocabulary",
        List.of(path("name", "openapi.parameter.vocabulary")),
        PAGES);
  }

  private static void data(List<Operation> all) {
    String tag = "data";
    List<Operation.Parameter> history =
        List.of(path("id", ID), number("before", "openapi.parameter.before-version"));
    List<Operation.Parameter> table =
        List.of(path("id", ID), text("class", "openapi.parameter.class"));
    add(
        all,
        "/datasets/{id}/data",
        "data",
        tag,
        "openapi.data",
        List.of(path("id", ID), text("asOf", "openapi.parameter.as-of")),
        RDF);
    add(all, "/datasets/{id}/data.csv", "csv", tag, "openapi.csv", table, List.of("text/csv"));
    add(
        all,
        "/datasets/{id}/data.geojson",
        "geojson",
        tag,
        "openapi.geojson",
        table,
        List.of("application/geo+json"));
    add(
        all,
        "/datasets/{id}/data.parquet",
        "parquet",
        tag,
        "openapi.parquet",
        table,
        List.of("application/vnd.apache.parquet"));
    add(
        all,
        "/datasets/{id}/data.csv-metadata.json",
        "columns",
        tag,
        "openapi.columns",
        table,
        List.of("application/csvm+json"));
    add(
        all,
        "/datasets/{id}/files/{name}",
        "file",
        tag,
        "openapi.file",
        List.of(
            path("id", ID),
            path("name", "openapi.parameter.file"),
            text("asOf", "openapi.parameter.as-of")),
        List.of(BYTES));
    add(
        all,
        "/datasets/{id}/recipe/{name}",
        "mapping",
        tag,
        "openapi.mapping",
        List.of(path("id", ID), path("name", "openapi.parameter.file")),
        List.of("text/turtle"));
    add(
        all,
        "/datasets/{id}/feed.atom",
        "datasetFeed",
        tag,
        "openapi.dataset-feed",
        history,
        List.of("application/atom+xml"));
    add(all, "/datasets/{id}/versions", "versions", tag, "openapi.versions", history, PAGES);
    add(
        all,
        "/sparql",
        "sparql",
        tag,
        "openapi.sparql",
        List.of(required("query", "openapi.parameter.query")),
        List.of("application/sparql-results+json", "application/sparql-results+xml", "text/csv"));
    add(all, "/.well-known/void", "void", tag, "openapi.void", List.of(), RDF);
  }

  private static void actions(List<Operation> all) {
    add(
        all,
        "/api/3/action/{name}",
        "action",
        "ckan",
        "openapi.action",
        List.of(path("name", "openapi.parameter.action")),
        List.of(JSON));
    add(
        all,
        "/api/3/action/package_search",
        "packageSearch",
        "ckan",
        "ckan.help.package_search",
        List.of(
            text("q", "openapi.parameter.solr"),
            text("fq", "openapi.parameter.solr"),
            text("sort", "openapi.parameter.sort"),
            number("rows", "openapi.parameter.rows"),
            number("start", "openapi.parameter.start"),
            text("facet" + ".field", "openapi.parameter.facet-field")),
        List.of(JSON));
    add(
        all,
        "/api/3/action/package_show",
        "packageShow",
        "ckan",
        "ckan.help.package_show",
        List.of(required("id", ID)),
        List.of(JSON));
    add(
        all,
        "/api/3/action/datastore_search",
        "datastoreSearch",
        "ckan",
        "ckan.help.datastore_search",
        List.of(
            required("resource_id", "openapi.parameter.resource"),
            text("filters", "openapi.parameter.filters"),
            text("q", "openapi.parameter.q"),
            text("fields", "openapi.parameter.fields"),
            text("sort", "openapi.parameter.sort"),
            number("limit", "openapi.parameter.rows"),
            number("offset", "openapi.parameter.start")),
        List.of(JSON));
  }

  private static void ledger(List<Operation> all) {
    String tag = "ledger";
    Operation.Parameter at = number("at", "openapi.parameter.at");
    Operation.Parameter name = required("name", "openapi.parameter.resource-iri");
    add(
        all,
        "/ledger",
        "ledger",
        tag,
        "openapi.ledger",
        List.of(
            number("after", "openapi.parameter.commit"),
            number("limit", "openapi.parameter.limit-commits"),
            number("wait", "openapi.parameter.wait")),
        List.of(JSON, "application/x-ndjson", "text/html"));
    add(
        all,
        "/ledger/graph",
        "ledgerGraph",
        tag,
        "openapi.ledger-graph",
        List.of(name, at, number("since", "openapi.parameter.patch")),
        List.of("application/n-triples", "application/rdf-patch"));
    add(
        all,
        "/ledger/file",
        "ledgerFile",
        tag,
        "openapi.ledger-file",
        List.of(name, at),
        List.of(BYTES));
    add(
        all,
        "/blobs/{sha256}",
        "blob",
        tag,
        "openapi.blob",
        List.of(path("sha256", "openapi.parameter.sha256"), name, at),
        List.of(BYTES));
    add(
        all,
        "/checkpoint",
        "checkpoint",
        tag,
        "openapi.checkpoint",
        List.of(),
        List.of("text/plain"));
    add(
        all,
        "/checkpoint/key",
        "checkpointKey",
        tag,
        "openapi.checkpoint-key",
        List.of(),
        List.of("text/plain"));
  }

  private static void others(List<Operation> all) {
    String tag = "site";
    List<String> xml = List.of("application/xml");
    add(all, "/feed.atom", "feed", tag, "openapi.feed", List.of(), List.of("application/atom+xml"));
    add(all, "/sitemap.xml", "sitemap", tag, "openapi.sitemap", List.of(), xml);
    add(all, "/openapi.json", "openapi", tag, "openapi.openapi", List.of(), List.of(JSON));
  }
}
