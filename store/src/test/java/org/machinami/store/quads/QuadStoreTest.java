package org.machinami.store.quads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/** Quads that follow a real ledger. */
class QuadStoreTest {
  private static final String BASE = "https://city.example/";

  @TempDir Path temporary;
  private Path directory;
  private Store store;

  @BeforeEach
  void create() {
    directory = temporary.resolve("data");
    Store.create(directory, BASE);
    store = Store.open(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static String graph(String name) {
    return BASE + "graph/data/" + name;
  }

  private static String line(int subject, String object) {
    return "<" + BASE + "id/" + subject + "> <" + BASE + "p> " + object + " .\n";
  }

  private Hash write(String... lines) {
    return write(List.of(lines));
  }

  private Hash write(Iterable<String> lines) {
    try (GraphWriter writer = store.newGraph()) {
      for (String line : lines) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        writer.line(bytes, 0, bytes.length);
      }
      return writer.finish().hash();
    }
  }

  private void commit(GraphChange... changes) {
    store.commit(new CommitRequest("test", "load", "test", Optional.empty(), List.of(changes)));
  }

  private void catchUp(QuadStore quads) {
    assertEquals(store.ledger().head(), quads.catchUp(store.ledger(), store.versions()));
    QuadVerification.Report report =
        QuadVerification.verify(quads, store.ledger(), store.versions());
    assertEquals(List.of(), report.findings());
    assertTrue(report.isClean());
    assertEquals(report.quads(), quads.quads());
  }

  /** The quads of a graph as SPARQL would find them, as N-Triples. */
  private static Set<String> quads(QuadStore quads, String graph) {
    Set<String> lines = new TreeSet<>();
    try (QuadReading reading = quads.read()) {
      reading
          .dataset()
          .find(NodeFactory.createURI(graph), Node.ANY, Node.ANY, Node.ANY)
          .forEachRemaining(quad -> lines.add(text(quad)));
    }
    return lines;
  }

  private static String text(Quad quad) {
    return NodeFmtLib.strNT(quad.getSubject())
        + " "
        + NodeFmtLib.strNT(quad.getPredicate())
        + " "
        + NodeFmtLib.strNT(quad.getObject())
        + " .\n";
  }

  @Test
  void catchUp_changes_areApplied() {
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
      commit(
          GraphChange.to(graph("a"), write(line(1, "\"one\""), line(2, "\"区\"@ja"))),
          GraphChange.to(
              graph("b"), write(line(1, "\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>"))));
      catchUp(quads);
      assertEquals(Set.of(line(1, "\"one\""), line(2, "\"区\"@ja")), quads(quads, graph("a")));

      commit(GraphChange.to(graph("a"), write(line(2, "\"区\"@ja"), line(3, "<urn:x>"))));
      commit(GraphChange.deletion(graph("b")));
      catchUp(quads);
      assertEquals(Set.of(line(2, "\"区\"@ja"), line(3, "<urn:x>")), quads(quads, graph("a")));
      assertEquals(Set.of(), quads(quads, graph("b")));
      assertEquals(2, quads.quads());
    }
  }

  @Test
  void catchUp_fileChanges_areNotQuads() {
    Hash file =
        store.writeFile(new java.io.ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.UTF_8)));
    commit(GraphChange.to(BASE + "datasets/a/files/a.csv", file));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
      assertEquals(0, quads.quads());
    }
  }

  @Test
  void open_afterClose_goesOnWhereItWas() {
    commit(GraphChange.to(graph("a"), write(line(1, "\"one\""))));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
    }
    commit(GraphChange.to(graph("a"), write(line(1, "\"two\""))));
    try (QuadStore quads = QuadStore.open(directory)) {
      assertEquals(1, quads.applied());
      catchUp(quads);
      assertEquals(Set.of(line(1, "\"two\"")), quads(quads, graph("a")));
    }
  }

  @Test
  void catchUp_linesThatAreOneQuad_survivesTheRemovalOfOneOfThem() {
    String one = line(1, "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>");
    String also = line(1, "\"01\"^^<http://www.w3.org/2001/XMLSchema#integer>");
    commit(GraphChange.to(graph("a"), write(one, also)));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
      assertEquals(1, quads.quads());
      commit(GraphChange.to(graph("a"), write(one)));
      catchUp(quads);
      assertEquals(Set.of(one), quads(quads, graph("a")));
      commit(GraphChange.to(graph("a"), write(also)));
      catchUp(quads);
      assertEquals(Set.of(one), quads(quads, graph("a")));
    }
  }

  /** Terms that TDB2 keeps in every way it knows. */
  private static List<String> oddLines() {
    String xsd = "http://www.w3.org/2001/XMLSchema#";
    List<String> lines = new ArrayList<>();
    String[] objects = {
      "\"\"",
      "\"a\\\"b\\\\c\\nd\\te\"",
      "\"新宿\"@ja",
      "\"しんじゅく\"@ja-Hrkt",
      "\"x\"@EN-us",
      "\"01\"^^<" + xsd + "integer>",
      "\"123456789012345678901234567890\"^^<" + xsd + "integer>",
      "\"9000000000000000000\"^^<" + xsd + "long>",
      "\"not a number\"^^<" + xsd + "integer>",
      "\"139.70\"^^<" + xsd + "decimal>",
      "\"1.5E0\"^^<" + xsd + "double>",
      "\"true\"^^<" + xsd + "boolean>",
      "\"2026-11-22\"^^<" + xsd + "date>",
      "\"2026-02-30\"^^<" + xsd + "date>",
      "\"2026-11-22T10:00:00+09:00\"^^<" + xsd + "dateTime>",
      "\"POINT(139.7 35.6)\"^^<http://www.opengis.net/ont/geosparql#wktLiteral>",
      "<https://city.example/id/ward/新宿区>",
      "<urn:with#fragment?and=query>"
    };
    for (int i = 0; i < objects.length; i++) {
      lines.add(line(i, objects[i]));
    }
    return lines;
  }

  @Test
  void rebuild_ofOddTerms_isWhatTdb2ItselfMakes() {
    commit(GraphChange.to(graph("odd"), write(oddLines())));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
    }
    // Opened again, so that terms are read from disk and not remembered.
    try (QuadStore quads = QuadStore.open(directory)) {
      Set<String> byDifference = quads(quads, graph("odd"));
      assertTrue(byDifference.toString().contains("\"123456789012345678901234567890\"^^"));
      assertTrue(
          byDifference
              .toString()
              .contains("\"9000000000000000000\"^^<http://www.w3.org/2001/XMLSchema#long>"));
      quads.rebuild(store.ledger(), store.versions());
      assertEquals(byDifference, quads(quads, graph("odd")));
      catchUp(quads);
      // A node that a query names is found, so its hash is the one that TDB2 looks for.
      try (QuadReading reading = quads.read()) {
        for (String line : oddLines()) {
          assertTrue(reading.dataset().contains(parsed(line)), line);
        }
      }
    }
  }

  private static Quad parsed(String line) {
    var triple =
        org.apache.jena.riot.RDFParser.fromString(line, org.apache.jena.riot.Lang.NTRIPLES)
            .toGraph()
            .find()
            .next();
    return Quad.create(NodeFactory.createURI(graph("odd")), triple);
  }

  @Test
  void catchUp_ofManyQuads_buildsAnewAndGoesOnByDifference() throws Exception {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      many.add(line(i % 7_000, "\"value " + i + "\""));
    }
    commit(GraphChange.to(graph("many"), write(many)));
    commit(GraphChange.to(graph("gone"), write(line(1, "\"gone\""))));
    commit(GraphChange.deletion(graph("gone")));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
      assertEquals(30_000, quads.quads());
      assertTrue(Files.exists(directory.resolve("quads/Data-0002")), "built anew");
      assertFalse(Files.exists(directory.resolve("quads/Data-0001")), "the old one is deleted");
      for (int i = 0; i < 30_000; i += 3) {
        many.set(i, line(i, "\"changed " + i + "\""));
      }
      commit(GraphChange.to(graph("many"), write(many)));
      catchUp(quads);
    }
    try (QuadStore quads = QuadStore.open(directory)) {
      assertEquals(store.ledger().head(), quads.applied());
      catchUp(quads);
    }
  }

  @Test
  void rebuild_whileReading_leavesTheReaderItsQuads() throws Exception {
    commit(GraphChange.to(graph("a"), write(line(1, "\"one\""))));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
      Thread rebuild;
      try (QuadReading reading = quads.read()) {
        rebuild = new Thread(() -> quads.rebuild(store.ledger(), store.versions()));
        rebuild.start();
        while (!Files.exists(directory.resolve("quads/Data-0002"))) {
          Thread.onSpinWait();
        }
        assertTrue(
            reading
                .dataset()
                .find(NodeFactory.createURI(graph("a")), Node.ANY, Node.ANY, Node.ANY)
                .hasNext());
      }
      rebuild.join();
      catchUp(quads);
    }
  }

  @Test
  void catchUp_randomHistory_endsEqualToTheLedger() {
    Random random = new Random(42);
    try (QuadStore quads = QuadStore.open(directory)) {
      for (int round = 0; round < 40; round++) {
        List<GraphChange> changes = new ArrayList<>();
        for (int g = 0; g < 3; g++) {
          if (random.nextInt(8) == 0) {
            changes.add(GraphChange.deletion(graph("g" + g)));
          } else if (random.nextBoolean()) {
            List<String> lines = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
              String number = (random.nextInt(3) == 0 ? "0" : "") + random.nextInt(9);
              lines.add(
                  random.nextBoolean()
                      ? line(random.nextInt(5), "\"" + number + "\"")
                      : line(
                          random.nextInt(5),
                          "\"" + number + "\"^^<http://www.w3.org/2001/XMLSchema#integer>"));
            }
            changes.add(GraphChange.to(graph("g" + g), write(lines)));
          }
        }
        commit(changes.toArray(new GraphChange[0]));
        if (random.nextInt(3) == 0) {
          catchUp(quads);
        }
        if (round == 20) {
          quads.rebuild(store.ledger(), store.versions());
        }
      }
      catchUp(quads);
    }
  }

  @Test
  void open_lostDirectory_isBuiltAgain() throws Exception {
    commit(GraphChange.to(graph("a"), write(line(1, "\"one\""))));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
    }
    Generation.delete(directory.resolve("quads"));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
      assertEquals(Set.of(line(1, "\"one\"")), quads(quads, graph("a")));
    }
  }

  @Test
  void open_damagedFiles_areBuiltAgain() throws Exception {
    for (String damaged : List.of("GSPO.dat", "nodes-data.obj", "POSG.bpt")) {
      commit(GraphChange.to(graph("a"), write(line(1, "\"" + damaged + "\""))));
      try (QuadStore quads = QuadStore.open(directory)) {
        catchUp(quads);
      }
      Path data = Generation.latest(directory.resolve("quads")).orElseThrow();
      Files.delete(data.resolve(damaged));
      try (QuadStore quads = QuadStore.open(directory)) {
        catchUp(quads);
        assertEquals(Set.of(line(1, "\"" + damaged + "\"")), quads(quads, graph("a")));
      }
    }
  }

  @Test
  void open_leftOverOfABuildThatWasKilled_isDeleted() throws Exception {
    Path leftOver = directory.resolve("quads/Data-0007-tmp");
    Files.createDirectories(leftOver.resolve("runs"));
    Files.writeString(leftOver.resolve("runs/quads-0-0.run"), "half");
    commit(GraphChange.to(graph("a"), write(line(1, "\"one\""))));
    try (QuadStore quads = QuadStore.open(directory)) {
      assertFalse(Files.exists(leftOver));
      catchUp(quads);
    }
  }

  @Test
  void open_heldQuads_isRefusedWithTheHolder() {
    try (QuadStore quads = QuadStore.open(directory)) {
      assertEquals(0, quads.applied());
      StoreException refused =
          assertThrows(StoreException.class, () -> QuadStore.open(directory).close());
      assertEquals(Code.HELD, refused.code());
      assertTrue(refused.getMessage().contains(directory.resolve("quads").toString()));
    }
  }

  @Test
  void catchUp_ledgerWithoutItsTail_isRefused() throws Exception {
    Path copy = temporary.resolve("copy");
    commit(GraphChange.to(graph("a"), write(line(1, "\"one\""))));
    store.close();
    copy(directory, copy);
    store = Store.open(directory);
    commit(GraphChange.to(graph("a"), write(line(1, "\"two\""))));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
      try (Store shorter = Store.open(copy)) {
        StoreException refused =
            assertThrows(
                StoreException.class, () -> quads.catchUp(shorter.ledger(), shorter.versions()));
        assertEquals(Code.DAMAGED, refused.code());
        assertTrue(refused.getMessage().contains("commit 2"), refused.getMessage());
      }
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  @Test
  void verify_quadThatDoesNotBelong_isFound() {
    commit(GraphChange.to(graph("a"), write(line(1, "\"one\""), line(2, "\"two\""))));
    try (QuadStore quads = QuadStore.open(directory)) {
      catchUp(quads);
      quads.tamper(
          dataset -> {
            dataset.delete(parsedIn("a", line(1, "\"one\"")));
            dataset.add(parsedIn("a", line(1, "\"eins\"")));
            dataset.add(parsedIn("stray", line(1, "\"stray\"")));
          });
      QuadVerification.Report report =
          QuadVerification.verify(quads, store.ledger(), store.versions());
      assertFalse(report.isClean());
      assertEquals(2, report.findings().size());
      QuadVerification.Finding differs = report.findings().get(0);
      assertEquals(QuadVerification.Fault.QUADS_DIFFER, differs.fault());
      assertEquals(graph("a"), differs.where());
      assertEquals(1, differs.missing());
      assertEquals(List.of(line(1, "\"one\"").strip()), differs.examples());
      assertEquals(QuadVerification.Fault.GRAPH_UNKNOWN, report.findings().get(1).fault());
    }
  }

  private static Quad parsedIn(String graph, String line) {
    return Quad.create(NodeFactory.createURI(graph(graph)), parsed(line).asTriple());
  }

  @Test
  void verify_behindTheLedger_saysHowFar() {
    commit(GraphChange.to(graph("a"), write(line(1, "\"one\""))));
    try (QuadStore quads = QuadStore.open(directory)) {
      QuadVerification.Report report =
          QuadVerification.verify(quads, store.ledger(), store.versions());
      assertEquals(0, report.applied());
      assertEquals(1, report.head());
      assertFalse(report.isClean());
    }
  }
}
