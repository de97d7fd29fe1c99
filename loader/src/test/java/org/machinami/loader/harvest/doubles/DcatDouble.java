package org.machinami.loader.harvest.doubles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.machinami.store.ledger.Hash;

/**
 * A catalogue in DCAT over {@link Entries}: {@code /catalog} in pages of Hydra, {@code
 * /catalog.rdf} and {@code /catalog.jsonld} in pages as the DCAT extension of CKAN writes them,
 * {@code /ldes} as an event stream in pages of TREE, {@code /catalog.ttl} and {@code /data.json} in
 * one file each. All have ETags.
 */
public final class DcatDouble implements AutoCloseable {
  private static final String PREFIXES =
      """
      PREFIX as: <https://www.w3.org/ns/activitystreams#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX hydra: <http://www.w3.org/ns/hydra/core#>
      PREFIX ldes: <https://w3id.org/ldes#>
      PREFIX tree: <https://w3id.org/tree#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private final Entries entries;
  private final int pageSize;
  private final HttpDouble server;
  private final Map<String, String> written = new ConcurrentHashMap<>();
  private final List<Entry> stream = new ArrayList<>();
  private final Map<String, Entry> streamed = new HashMap<>();
  private volatile UnaryOperator<String> names;

  private DcatDouble(Entries entries, int pageSize) {
    this.entries = entries;
    this.pageSize = pageSize;
    this.server = HttpDouble.start(this::answer);
    this.names = id -> server.address() + "/dataset/" + id;
  }

  public static DcatDouble over(Entries entries, int pageSize) {
    return new DcatDouble(entries, pageSize);
  }

  public HttpDouble server() {
    return server;
  }

  /** From id to IRI from now on. */
  public void name(UnaryOperator<String> other) {
    names = other;
  }

  private Reply answer(HttpDouble.Asked asked) {
    int page = Integer.parseInt(asked.query("page", "1"));
    Reply reply =
        switch (asked.path()) {
          case "/catalog" -> Reply.of(200, "text/turtle", hydra(page));
          case "/catalog.rdf" -> paged(asked.path(), page, Lang.RDFXML);
          case "/catalog.jsonld" -> paged(asked.path(), page, Lang.JSONLD);
          case "/catalog.ttl" ->
              Reply.of(200, "text/turtle", PREFIXES + descriptions(entries.all()));
          case "/ldes" -> Reply.of(200, "application/trig", stream(page));
          case "/data.json" -> Reply.json(DataJson.of(entries.all()));
          default -> Reply.of(404, "text/html", "<h1>404</h1>");
        };
    String etag = "\"" + Hash.of(reply.body()).hex().substring(0, 16) + "\"";
    return asked.header("If-None-Match").equals(etag)
        ? Reply.status(304).with("ETag", etag)
        : reply.with("ETag", etag);
  }

  private List<Entry> page(List<Entry> of, int page) {
    return of.stream().skip((long) (page - 1) * pageSize).limit(pageSize).toList();
  }

  private int pages(int size) {
    return Math.max(1, (size + pageSize - 1) / pageSize);
  }

  /** All that an entry ever was when the stream was asked for. */
  private List<Entry> members() {
    synchronized (stream) {
      for (Entry entry : entries.all()) {
        if (!entry.equals(streamed.put(entry.id(), entry))) {
          stream.add(entry);
        }
      }
      return List.copyOf(stream);
    }
  }

  private String hydra(int page) {
    String self = server.address() + "/catalog";
    String next =
        page < pages(entries.size())
            ? "<%s?page=%d> hydra:next <%s?page=%d> .\n".formatted(self, page, self, page + 1)
            : "";
    return PREFIXES
        + "<%s> a dcat:Catalog , hydra:Collection ; hydra:totalItems %d ; dct:title \"All\"@en .\n"
            .formatted(self, entries.size())
        + next
        + descriptions(page(entries.all(), page));
  }

  /** The next page as a text, not as an IRI: so do the portals that do it so. */
  private Reply paged(String path, int page, Lang syntax) {
    String self = server.address() + path;
    String next =
        page < pages(entries.size())
            ? "; hydra:nextPage \"%s?page=%d\" ".formatted(self, page + 1)
            : "";
    String turtle =
        PREFIXES
            + "<%s> a dcat:Catalog ; dct:title \"All\"@en .\n".formatted(server.address())
            + "<%s?page=%d> a hydra:PagedCollection ; hydra:totalItems %d %s.\n"
                .formatted(self, page, entries.size(), next)
            + descriptions(page(entries.all(), page));
    return Reply.of(
        200,
        syntax.getContentType().getContentTypeStr(),
        // Kept, since a writer puts the same statements in another order the next time.
        written.computeIfAbsent(syntax + turtle, text -> written(turtle, syntax)));
  }

  private static String written(String turtle, Lang syntax) {
    return RDFWriter.source(RDFParser.fromString(turtle, Lang.TURTLE).toGraph())
        .lang(syntax)
        .asString();
  }

  /** Only the last page ever changes: what an entry becomes is a further member. */
  private String stream(int page) {
    String self = server.address() + "/ldes";
    List<Entry> members = members();
    StringBuilder text = new StringBuilder(PREFIXES);
    text.append("<%s> a ldes:EventStream ; tree:view <%s> .\n".formatted(self + "#stream", self));
    if (page < pages(members.size())) {
      text.append(
          "<%s?page=%d> tree:relation [ a tree:Relation ; tree:node <%s?page=%d> ] .\n"
              .formatted(self, page, self, page + 1));
    }
    int number = (page - 1) * pageSize;
    for (Entry entry : page(members, page)) {
      String member = self + "#m" + number++;
      text.append(
          "<%s> tree:member <%s> . <%s> a as:Create ; as:object <%s> ; as:published \"%s\"^^xsd:dateTime .\n"
              .formatted(
                  self + "#stream", member, member, names.apply(entry.id()), entry.modified()));
      text.append("<").append(member).append("> {\n").append(description(entry)).append("}\n");
    }
    return text.toString();
  }

  private String descriptions(List<Entry> some) {
    StringBuilder text = new StringBuilder();
    some.forEach(entry -> text.append(description(entry)));
    return text.toString();
  }

  private String description(Entry entry) {
    String iri = names.apply(entry.id());
    StringBuilder text = new StringBuilder(600);
    text.append(
        "<%s> a dcat:Dataset ; dct:title \"%s\"@en ; dct:description \"%s\"@en ;\n"
            .formatted(iri, escaped(entry.title()), escaped(entry.description())));
    text.append(
        "  dct:identifier \"%s\" ; dct:modified \"%s\"^^xsd:dateTime ;\n"
            .formatted(entry.id(), entry.modified()));
    if (!entry.licence().isEmpty()) {
      text.append("  dct:license <https://creativecommons.org/licenses/by/4.0/> ;\n");
    }
    int number = 0;
    for (String file : entry.files()) {
      text.append(
          "  dcat:distribution [ a dcat:Distribution ; dct:title \"File %d\"@en ; dcat:accessURL <%s> ] ;\n"
              .formatted(number++, file));
    }
    String body =
        "%s/body/%s".formatted(server.address(), Integer.toHexString(entry.body().hashCode()));
    text.append(
        "  dct:publisher <%s> .\n<%s> a foaf:Agent ; foaf:name \"%s\"@en .\n"
            .formatted(body, body, escaped(entry.body())));
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /** The file of all as DCAT-US has it. */
  static final class DataJson {
    private DataJson() {}

    static String of(List<Entry> entries) {
      var json = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
      json.put("conformsTo", "https://project-open-data.cio.gov/v1.1/schema");
      var datasets = json.putArray("dataset");
      for (Entry entry : entries) {
        var dataset = datasets.addObject();
        dataset.put("@type", "dcat:Dataset");
        dataset.put("identifier", entry.id());
        dataset.put("title", entry.title());
        dataset.put("description", entry.description());
        dataset.put("modified", entry.modified().toString());
        dataset.put("accessLevel", "public");
        dataset.put("accrualPeriodicity", "R/P1M");
        dataset.put("bureauCode", "015:11");
        if (!entry.licence().isEmpty()) {
          dataset.put("license", "https://creativecommons.org/licenses/by/4.0/");
        }
        dataset.putObject("publisher").put("name", entry.body());
        dataset
            .putObject("contactPoint")
            .put("fn", entry.body())
            .put("hasEmail", "mailto:data@portal.example");
        dataset.putArray("keyword").add("keyword");
        var distributions = dataset.putArray("distribution");
        entry
            .files()
            .forEach(
                file ->
                    distributions
                        .addObject()
                        .put("downloadURL", file)
                        .put("mediaType", "text/csv"));
      }
      return json.toString();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
