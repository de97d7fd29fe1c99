package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.harvest.doubles.HttpDouble;
import org.machinami.loader.harvest.doubles.Reply;
import org.machinami.store.ledger.Hash;

/** An event stream whose members are versions becomes the datasets that they are versions of. */
class VersionStreamTest {
  private static final String PORTAL = "http://portal.example/";
  private static final String PREFIXES =
      """
      PREFIX as: <https://www.w3.org/ns/activitystreams#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX ldes: <https://w3id.org/ldes#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX tree: <https://w3id.org/tree#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;
  private static final String STREAM =
      """
      <#stream> a ldes:EventStream ; tree:view <> ;
        ldes:versionOfPath dct:isVersionOf ; ldes:timestampPath prov:generatedAtTime .
      """;
  private static final String NEXT = "<> tree:relation [ tree:node </2> ] .\n";

  @TempDir private Path directory;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private HttpDouble server;
  private Harvested city;

  @BeforeEach
  void start() {
    server = HttpDouble.start(this::answer);
    city = new Harvested(directory);
    city.allow(server.authority());
  }

  @AfterEach
  void stop() {
    city.close();
    server.close();
  }

  private Reply answer(HttpDouble.Asked asked) {
    String page = pages.get(asked.path());
    if (page == null) {
      return Reply.status(404);
    }
    Reply reply = Reply.of(200, "text/turtle", PREFIXES + page);
    String etag = "\"" + Hash.of(reply.body()).hex().substring(0, 16) + "\"";
    return asked.header("If-None-Match").equals(etag)
        ? Reply.status(304).with("ETag", etag)
        : reply.with("ETag", etag);
  }

  private HarvestReport harvest(String more) throws IOException {
    return city.run("portal", "kind=dcat\nurl=" + server.address() + "/1\n" + more);
  }

  private HarvestReport harvest() throws IOException {
    return harvest("limit=1\n");
  }

  /** A version of the day of January, with a file that is a part of it. */
  private static String version(String dataset, int day, String title) {
    String iri = PORTAL + dataset + "?day=" + day;
    return """
        </1#stream> tree:member <%1$s> .
        <%1$s> a dcat:Dataset ; dct:isVersionOf <%2$s> ;
          prov:generatedAtTime "2026-01-%3$02dT00:00:00Z"^^xsd:dateTime ;
          dct:title "%4$s"@en ; dct:description "About %4$s."@en ; dct:publisher <%1$s#body> ;
          dct:relation <http://portal.example/trees> ; dcat:distribution <%1$s#file> .
        <%1$s#file> a dcat:Distribution ; dcat:accessURL <https://files.example/%4$s.csv> .
        <%1$s#body> <http://xmlns.com/foaf/0.1/name> "Parks Office"@en .
        """
        .formatted(iri, PORTAL + dataset, day, title);
  }

  private static String tombstone(String dataset, int day) {
    return """
        </1#stream> tree:member <%1$s> .
        <%1$s> a as:Tombstone ; dct:isVersionOf <%2$s> ; as:formerType dcat:Dataset ;
          prov:generatedAtTime "2026-01-%3$02dT00:00:00Z"^^xsd:dateTime .
        """
        .formatted(PORTAL + dataset + "?day=" + day, PORTAL + dataset, day);
  }

  private static String id(String dataset) {
    return new ForeignNames(Harvested.BASE, "portal").datasetId(PORTAL + dataset);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private String title(String dataset) {
    Node node = iri(Harvested.BASE + "datasets/" + id(dataset));
    return city.metadata(id(dataset))
        .find(node, DCTerms.title.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
        .toList()
        .toString();
  }

  @Test
  void harvest_versions_becomeOneDatasetEach_theNewestByItsTimestamp() throws IOException {
    pages.put(
        "/1",
        STREAM
            + version("trees", 3, "Oaks")
            + version("trees", 2, "Old")
            + version("bridges", 1, "B"));
    HarvestReport report = harvest();
    assertEquals(2, report.added(), report.refused().toString());
    assertEquals(1, report.superseded());
    assertEquals(Set.of(id("trees"), id("bridges")), city.datasets("portal"));
    assertEquals("[Oaks]", title("trees"));
    Graph trees = city.metadata(id("trees"));
    Node node = iri(Harvested.BASE + "datasets/" + id("trees"));
    assertTrue(trees.contains(node, DCAT.distribution.asNode(), iri(PORTAL + "trees#file")));
    assertTrue(trees.contains(iri(PORTAL + "trees#file"), DCAT.accessURL.asNode(), Node.ANY));
    assertTrue(
        trees.contains(
            node, iri("http://www.w3.org/ns/prov#wasDerivedFrom"), iri(PORTAL + "trees")));
    // Nothing is left of the version: neither its names nor what the stream says of it.
    String all = trees.find().mapWith(Object::toString).toList().toString();
    assertFalse(all.contains("?day=") || all.contains("isVersionOf"), all);
    assertFalse(all.contains("generatedAtTime"), all);
    // What a version says of another dataset is about that dataset, however it is named.
    Node bridges = iri(Harvested.BASE + "datasets/" + id("bridges"));
    assertTrue(city.metadata(id("bridges")).contains(bridges, DCTerms.relation.asNode(), node));
  }

  @Test
  void harvest_again_readsTheLastPage_andTakesChangesAndDeletions() throws IOException {
    pages.put(
        "/1", STREAM + NEXT + version("trees", 1, "Trees") + version("bridges", 1, "Bridges"));
    pages.put("/2", version("parks", 2, "Parks"));
    assertEquals(3, harvest().added());
    Set<Hash> before = Set.copyOf(city.everything().values());
    assertEquals(0, harvest().commits());
    assertEquals(before, Set.copyOf(city.everything().values()));
    // The last page does not repeat by which properties versions are told.
    pages.put(
        "/2", version("parks", 2, "Parks") + version("trees", 4, "Oaks") + tombstone("bridges", 5));
    HarvestReport report = harvest();
    assertEquals(1, report.changed());
    assertEquals(1, report.deleted());
    assertEquals(List.of(id("bridges")), report.goneDatasets());
    assertEquals("[Oaks]", title("trees"));
    assertEquals(Set.of(id("trees"), id("parks")), city.datasets("portal"));
    assertEquals(0, harvest().commits());
  }

  @Test
  void pageThatIsReadAgain_bringsNothingBack_butANewerVersionDoes() throws IOException {
    String first = STREAM + NEXT + version("trees", 1, "Trees") + version("bridges", 1, "Bridges");
    pages.put("/1", first);
    pages.put("/2", version("trees", 4, "Oaks") + tombstone("bridges", 5));
    harvest();
    pages.put("/1", first + "# the same in other bytes\n");
    assertEquals(0, harvest().commits());
    assertEquals("[Oaks]", title("trees"));
    assertEquals(Set.of(id("trees")), city.datasets("portal"));
    pages.put(
        "/2", version("trees", 4, "Oaks") + tombstone("bridges", 5) + version("bridges", 6, "New"));
    assertEquals(1, harvest().added());
    assertEquals("[New]", title("bridges"));
    pages.put("/2", tombstone("bridges", 5));
    assertEquals(0, harvest().deleted(), "it was there again after that");
  }

  @Test
  void manyTombstones_waitForAPerson() throws IOException {
    pages.put("/1", STREAM + version("trees", 1, "Trees") + version("bridges", 1, "Bridges"));
    harvest();
    pages.put("/1", STREAM + tombstone("trees", 2) + tombstone("bridges", 2));
    HarvestReport report = harvest("limit=0.5\n");
    assertTrue(report.stopped().isPresent());
    assertEquals(Set.of(id("trees"), id("bridges")), city.datasets("portal"));
    city.quarantine("portal").orElseThrow().release(city.store(), "test", "it is so");
    assertEquals(Set.of(), city.datasets("portal"));
  }

  @Test
  void tombstoneOnAPageThatBreaksOff_isNotBelieved() throws IOException {
    pages.put("/1", STREAM + version("trees", 1, "Trees") + version("bridges", 1, "Bridges"));
    harvest();
    pages.put("/1", STREAM + version("trees", 1, "Trees") + tombstone("bridges", 2) + "<<<");
    assertEquals(0, harvest().deleted());
    assertEquals(Set.of(id("trees"), id("bridges")), city.datasets("portal"));
  }

  @Test
  void isVersionOf_withoutAPath_isTheUsualOneInAStream_andAPropertyElsewhere() throws IOException {
    pages.put("/1", "<#stream> a ldes:EventStream .\n" + version("trees", 1, "Trees"));
    harvest();
    assertEquals(Set.of(id("trees")), city.datasets("portal"));

    pages.put("/catalog", version("parks", 1, "Parks"));
    city.run("other", "kind=dcat\nurl=" + server.address() + "/catalog\n");
    ForeignNames names = new ForeignNames(Harvested.BASE, "other");
    String version = names.datasetId(PORTAL + "parks?day=1");
    assertTrue(city.datasets().contains(version), city.datasets().toString());
    assertTrue(
        city.metadata(version)
            .contains(Node.ANY, DCTerms.isVersionOf.asNode(), iri(PORTAL + "parks")));
  }
}
