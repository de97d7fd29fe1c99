package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.LoadException;
import org.machinami.loader.Progress;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.ledger.Commit;
import org.machinami.store.state.GraphState;

/** Harvests of a small catalogue. */
class HarvestTest {
  private static final String BASE = "http://city.example/";
  private static final String FOREIGN = "http://source.example/dataset/";
  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();

  @TempDir private Path directory;
  private Store store;
  private final NamedGraphs names = new NamedGraphs(BASE);
  private final ForeignNames foreign = new ForeignNames(BASE, "recipe");

  @BeforeEach
  void open() {
    Store.create(directory.resolve("data"), BASE);
    store = Store.open(directory.resolve("data"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource({"nq", "nq.gz", "nt", "ttl", "rdf", "jsonld"})
  void harvest_otherSyntax_changesNothing(String extension) throws IOException {
    HarvestReport first = harvest("dump.trig", text("dump.trig"));
    assertEquals(6, first.added());
    assertEquals(List.of(), first.refused());
    // Neither the order of the statements nor the labels of blank nodes matter.
    HarvestReport other = harvest("dump." + extension, text("dump.trig"));
    assertEquals(6, other.datasets());
    assertEquals(6, other.unchanged());
  }

  @Test
  void harvest_description_getsLocalNames() throws IOException {
    harvest("dump.trig", text("dump.trig"));
    Graph graph = metadata(1);
    Node dataset = NodeFactory.createURI(foreign.datasetIri(FOREIGN + 1));
    Node body = NodeFactory.createURI(foreign.publisherIri("http://source.example/body/1"));
    assertTrue(graph.contains(dataset, DCTerms.publisher.asNode(), body));
    assertTrue(
        graph.contains(
            dataset,
            DCTerms.relation.asNode(),
            NodeFactory.createURI(foreign.datasetIri(FOREIGN + 2))));
    assertTrue(
        graph.contains(dataset, iri("http://www.w3.org/ns/prov#wasDerivedFrom"), iri(FOREIGN + 1)));
    assertTrue(
        graph.contains(
            dataset,
            iri("http://www.w3.org/ns/dcat#theme"),
            iri("https://machinami.org/vocab/service-field/mobility")));
    assertTrue(
        graph.contains(
            dataset,
            iri("https://machinami.org/vocab/city#sector"),
            iri("https://machinami.org/vocab/sector/public")));
    assertTrue(graph.contains(body, iri("http://xmlns.com/foaf/0.1/name"), Node.ANY));
    assertTrue(graph.find().toList().stream().noneMatch(t -> t.getObject().isBlank()));
  }

  @Test
  void harvest_propertyOutsideTheProfile_isKeptAndListed() throws IOException {
    assertEquals(Map.of(), harvest("dump.trig", text("dump.trig")).notMapped());
    String more =
        """
        <%1$s1> <http://www.w3.org/ns/dcat#prev> <%1$s2> ; <http://source.example/colour> "red" , "blue" .
        """
            .formatted(FOREIGN);
    HarvestReport report = harvest("dump.trig", text("dump.trig") + more);
    assertEquals(
        Map.of("http://source.example/colour", 2L, "http://www.w3.org/ns/dcat#prev", 1L),
        report.notMapped());
    assertTrue(metadata(1).contains(Node.ANY, iri("http://source.example/colour"), Node.ANY));
  }

  @Test
  void harvest_catalogueRecord_isNotCopiedIntoEachDataset() throws IOException {
    HarvestReport report = harvest("dump.trig", text("dump.trig"));
    assertTrue(
        !metadata(1)
            .contains(iri("http://source.example/catalogue"), DCTerms.title.asNode(), Node.ANY));
    assertEquals(
        Set.of("http://www.w3.org/ns/dcat#Catalog", "http://www.w3.org/2004/02/skos/core#Concept"),
        report.unreached().keySet());
  }

  @Test
  void harvest_service_standsWithEachDatasetItServes() throws IOException {
    harvest("dump.trig", text("dump.trig"));
    Node serves = iri("http://www.w3.org/ns/dcat#servesDataset");
    for (int dataset : new int[] {5, 6}) {
      Graph graph = metadata(dataset);
      assertEquals(
          List.of(foreign.datasetIri(FOREIGN + dataset)),
          graph
              .find(Node.ANY, serves, Node.ANY)
              .mapWith(triple -> triple.getObject().getURI())
              .toList());
    }
  }

  @Test
  void harvest_sameDumpAgain_commitsNothing() throws IOException {
    harvest("dump.trig", text("dump.trig"));
    long head = store.ledger().head();
    HarvestReport again = harvest("dump.trig", text("dump.trig"));
    assertEquals(head, store.ledger().head());
    assertEquals(6, again.unchanged());
    assertEquals(0, again.commits());
  }

  @Test
  void harvest_oneDatasetChanged_isOneCommitOfOneGraph() throws IOException {
    harvest("dump.trig", text("dump.trig"));
    long head = store.ledger().head();
    HarvestReport report = harvest("dump.trig", text("dump.trig").replace("Trams", "Tramlijnen"));
    assertEquals(1, report.changed());
    List<Commit> commits = store.ledger().read(head, 10);
    assertEquals(1, commits.size());
    assertEquals(
        List.of(names.metadata(foreign.datasetId(FOREIGN + 6))),
        commits.get(0).changes().stream().map(change -> change.graph()).toList());
  }

  @Test
  void harvest_oneDatasetGone_deletesItsGraphsWithTheReason() throws IOException {
    harvest("dump.trig", text("dump.trig"));
    HarvestReport report = harvest("dump.trig", without(4));
    assertEquals(1, report.deleted());
    assertEquals(Set.of(1, 2, 3, 5, 6), present());
    Commit last = store.ledger().read(store.ledger().head() - 1, 1).get(0);
    assertTrue(last.reason().contains("no longer has"), last.reason());
  }

  @Test
  void harvest_halfOfTheDatasetsGone_stopsAndChangesNothing() throws IOException {
    harvest("dump.trig", text("dump.trig"));
    long head = store.ledger().head();
    HarvestReport report = harvest("dump.trig", without(4, 5, 6));
    assertTrue(
        report
            .stopped()
            .orElseThrow()
            .getMessage()
            .contains("delete 3 and change 0 of the 6 datasets"));
    assertEquals(head, store.ledger().head());
    assertEquals(Set.of(1, 2, 3, 4, 5, 6), present());
  }

  @Test
  void harvest_halfOfTheDatasetsChanged_stopsAndChangesNothing() throws IOException {
    harvest("dump.trig", text("dump.trig"));
    long head = store.ledger().head();
    HarvestReport report = harvest("dump.trig", text("dump.trig").replace("minuten", "min"));
    assertTrue(report.stopped().isPresent());
    assertEquals(head, store.ledger().head());
  }

  @Test
  void harvest_emptyDump_stops() throws IOException {
    harvest("dump.trig", text("dump.trig"));
    assertTrue(harvest("dump.trig", "").stopped().isPresent());
  }

  @Test
  void harvest_twoMembersAboutOneDataset_newestWins() throws IOException {
    HarvestReport report = harvest("members.trig", text("members.trig"));
    assertEquals(1, report.datasets());
    assertEquals(1, report.superseded());
    assertEquals(
        List.of("New"),
        metadata(1)
            .find(Node.ANY, DCTerms.title.asNode(), Node.ANY)
            .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
            .toList());
    assertTrue(report.unreached().containsKey("https://www.w3.org/ns/activitystreams#Create"));
  }

  @Test
  void harvest_brokenLines_areListedAndTheRestIsTaken() throws IOException {
    String lines = lines("dump.trig", Lang.NQUADS);
    HarvestReport report =
        harvest("dump.nq", "<http://a.example/> <b> \"no end .\n" + lines + "nonsense\n");
    assertEquals(6, report.added());
    assertEquals(2, report.refusedLineCount());
    assertEquals(1, report.refusedLines().get(0).line());
  }

  @Test
  void harvest_datasetWithoutTitle_isRefusedWithReasonAndTheRestIsTaken() throws IOException {
    String dump = text("dump.trig").replace("dct:title \"Trams\"@nl ;", "");
    HarvestReport report = harvest("dump.trig", dump);
    assertEquals(5, report.added());
    assertEquals(FOREIGN + 6, report.refused().get(0).iri());
    assertTrue(
        report.refused().get(0).reasonEn().contains("dct:title"),
        report.refused().get(0).reasonEn());
    assertEquals(0, harvest("dump.trig", dump).commits());
  }

  @Test
  void harvest_jsonLdContextByAddress_isNotFetched() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listening.setSoTimeout(1);
      String address = "http://127.0.0.1:" + listening.getLocalPort() + "/context.jsonld";
      LoadException thrown =
          assertThrows(
              LoadException.class,
              () -> harvest("dump.jsonld", "{\"@context\":\"" + address + "\",\"@id\":\"a\"}"));
      assertTrue(thrown.text(Locale.ENGLISH).contains(address), thrown.text(Locale.ENGLISH));
      assertThrows(SocketTimeoutException.class, listening::accept);
    }
  }

  @Test
  void harvest_rdfXmlWithADoctype_isRefused() {
    String text =
        "<!DOCTYPE r [<!ENTITY e \"x\">]><r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>";
    LoadException refused = assertThrows(LoadException.class, () -> harvest("dump.rdf", text));
    assertEquals("rdf.doctype", refused.key());
    assertEquals(0, store.ledger().head());
  }

  @Test
  void harvest_brokenTurtle_throwsAndChangesNothing() {
    LoadException thrown =
        assertThrows(LoadException.class, () -> harvest("dump.ttl", "<a> <b> ."));
    assertEquals(LoadException.Fault.DATA, thrown.fault());
    assertEquals(0, store.ledger().head());
  }

  @Test
  void harvest_recordAboutOurIri_isNotTakenOver() throws IOException {
    String hostile =
        text("dump.trig")
            .replace("dct:relation", "dct:source <" + BASE + "datasets/ours> ; dct:relation");
    harvest(
        "dump.trig",
        hostile + "\n<" + BASE + "datasets/ours> <http://purl.org/dc/terms/title> \"false\"@en .");
    assertTrue(
        !metadata(1).contains(iri(BASE + "datasets/ours"), DCTerms.title.asNode(), Node.ANY));
  }

  private HarvestReport harvest(String name, String trig) throws IOException {
    Path recipe = Files.createDirectories(directory.resolve("recipe"));
    copy("recipe/dataset.ttl", recipe.resolve("dataset.ttl"));
    Files.writeString(
        recipe.resolve("harvest.properties"), "dump=" + name + "\nsector=public\nlimit=0.2\n");
    Path from = Files.createDirectories(directory.resolve("from"));
    write(from.resolve(name), name, trig);
    return new Harvest(Optional.of(store), BASE, VALIDATOR, Progress.none())
        .run(HarvestRecipe.read(recipe), from, "test");
  }

  /**
   * Writes text as it is where the name's syntax is TriG, N-Quads or broken, otherwise converted.
   */
  private void write(Path file, String name, String text) throws IOException {
    if (name.endsWith(".trig") || !text.contains("PREFIX")) {
      Files.writeString(file, text);
      return;
    }
    Dataset dataset = RDFDataMgr.loadDataset(file(text).toUri().toString());
    Lang lang =
        switch (name.substring(name.indexOf('.') + 1)) {
          case "nq", "nq.gz" -> Lang.NQUADS;
          case "nt" -> Lang.NTRIPLES;
          case "ttl" -> Lang.TURTLE;
          case "rdf" -> Lang.RDFXML;
          default -> Lang.JSONLD;
        };
    boolean quads = lang.equals(Lang.NQUADS) || lang.equals(Lang.JSONLD);
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      if (quads) {
        RDFDataMgr.write(out, dataset, lang);
      } else {
        RDFDataMgr.write(out, dataset.getDefaultModel(), lang);
      }
    }
  }

  private Path file(String trig) throws IOException {
    Path file = directory.resolve("written.trig");
    Files.writeString(file, trig);
    return file;
  }

  private String lines(String resource, Lang lang) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    RDFDataMgr.write(out, RDFDataMgr.loadDataset(file(text(resource)).toUri().toString()), lang);
    return out.toString(StandardCharsets.UTF_8);
  }

  private String without(int... numbers) throws IOException {
    String text = text("dump.trig");
    for (int number : numbers) {
      text =
          text.replace(
              "<" + FOREIGN + number + "> a dcat:Dataset",
              "<" + FOREIGN + number + "> a dcat:Lost");
    }
    return text;
  }

  private Set<Integer> present() {
    return Stream.of(1, 2, 3, 4, 5, 6)
        .filter(
            number ->
                store
                    .states()
                    .find(names.metadata(foreign.datasetId(FOREIGN + number)))
                    .isPresent())
        .collect(Collectors.toSet());
  }

  private Graph metadata(int number) {
    GraphState state =
        store.states().find(names.metadata(foreign.datasetId(FOREIGN + number))).orElseThrow();
    return store.versions().graph(state.version());
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static String text(String resource) throws IOException {
    try (var in = HarvestTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void copy(String resource, Path target) throws IOException {
    Files.writeString(target, text(resource));
  }
}
