package org.machinami.web.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs in one process, on a data directory that no server holds. */
final class VerbsTest {
  private static final String BASE = "https://data.example.org/";

  @TempDir private Path directory;

  @Test
  void load_export_asof_backup_restore_verify_rebuild_endToEnd() throws IOException {
    CapturedSession session = new CapturedSession(directory);
    CapturedSession.Ended loaded =
        session.run("load", CapturedSession.sample("parks"), "--data", "d", "--base", BASE);
    assertEquals(0, loaded.exit(), loaded.err() + loaded.out());
    assertTrue(loaded.out().contains("parks: loaded"), loaded.out());

    CapturedSession.Ended again =
        session.run("load", CapturedSession.sample("parks"), "--data", "d");
    assertTrue(again.out().contains("parks: unchanged"), again.out());

    CapturedSession.Ended exported = session.run("export", "parks", "--data", "d");
    assertEquals(0, exported.exit(), exported.err());
    assertTrue(exported.out().contains("<" + BASE + "datasets/parks>"), "no dataset in N-Triples");
    for (String format : List.of("nq", "ttl", "jsonld", "rdf")) {
      CapturedSession.Ended other =
          session.run("export", "parks", "--format", format, "--data", "d");
      assertEquals(0, other.exit(), other.err());
      assertTrue(other.out().contains("datasets/parks"), format);
    }

    CapturedSession.Ended before = session.run("asof", "1", "parks", "--data", "d");
    assertEquals(2, before.exit(), "commit 1 holds the vocabularies only");
    CapturedSession.Ended after = session.run("asof", "2", "parks", "--data", "d");
    assertEquals(exported.out(), after.out());

    assertEquals(0, session.run("backup", "b", "--data", "d").exit());
    CapturedSession.Ended restored = session.run("restore", "b", "--data", "r");
    assertEquals(0, restored.exit(), restored.err());
    assertEquals(exported.out(), session.run("export", "parks", "--data", "r").out());

    CapturedSession.Ended rebuilt = session.run("rebuild", "--data", "r");
    assertEquals(0, rebuilt.exit(), rebuilt.err());
    CapturedSession.Ended verified = session.run("verify", "--data", "r", "--json");
    assertEquals(0, verified.exit(), verified.out() + verified.err());
    assertTrue(verified.out().contains("\"sound\":true"), verified.out());
  }

  @Test
  void propose_writesAFolderThatValidates_andNeverOverwrites() throws IOException {
    CapturedSession session = new CapturedSession(directory);
    String file = CapturedSession.sample("libraries") + "/130001_libraries.csv";
    CapturedSession.Ended told = session.run("propose", file);
    assertEquals(0, told.exit(), told.err());
    assertTrue(told.out().contains("city:Library"), told.out());
    assertTrue(told.out().contains("rdfs:label @ja-Hrkt"), told.out());

    CapturedSession.Ended written = session.run("propose", file, "--out", "libraries", "--json");
    assertEquals(0, written.exit(), written.err());
    assertTrue(written.out().contains("\"reason\":\"header\""), written.out());
    String mapping = Files.readString(directory.resolve("libraries/mapping.rml.ttl"));
    assertTrue(mapping.contains("rr:class city:Library"), mapping);
    CapturedSession.Ended valid =
        session.run("validate", "libraries", "--from", CapturedSession.sample("libraries"));
    assertTrue(valid.out().contains("libraries: "), valid.out() + valid.err());

    CapturedSession.Ended again = session.run("propose", file, "--out", "libraries");
    assertEquals(2, again.exit());
    assertTrue(again.err().contains("not overwritten"), again.err());
    assertEquals(2, session.run("propose", "absent.csv").exit());
  }

  @Test
  void verify_damagedPack_isExit1AndSaysWhere() throws IOException {
    CapturedSession session = new CapturedSession(directory);
    session.run("load", CapturedSession.sample("parks"), "--data", "d", "--base", BASE);
    Path pack = directory.resolve("d/blobs/000001.pack");
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);
    CapturedSession.Ended verified = session.run("verify", "--data", "d");
    assertEquals(1, verified.exit(), verified.out() + verified.err());
    assertTrue(verified.out().contains("000001.pack"), verified.out());
    assertTrue(verified.out().contains("restore from a backup"), verified.out());
  }

  @Test
  void load_brokenRows_areListedAndRefusedBeyondTheLimit() throws IOException {
    Path folder = copyOfSample("libraries");
    Path csv;
    try (Stream<Path> files = Files.list(folder)) {
      csv = files.filter(file -> file.toString().endsWith(".csv")).findFirst().orElseThrow();
    }
    Files.writeString(csv, "x\n");
    CapturedSession.Ended ended =
        new CapturedSession(directory).run("load", folder.toString(), "--data", "d");
    assertTrue(ended.exit() == 1 || ended.exit() == 2, ended.out() + ended.err());
    assertTrue(ended.out().contains(csv.getFileName().toString()), ended.out());
  }

  @Test
  void load_dryRun_commitsNothing() {
    CapturedSession session = new CapturedSession(directory);
    CapturedSession.Ended ended =
        session.run("load", CapturedSession.sample("parks"), "--data", "d", "--dry-run", "--json");
    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().contains("\"outcome\":\"valid\""), ended.out());
    assertEquals(2, session.run("export", "parks", "--data", "d").exit());
  }

  @Test
  void validate_needsNoDataDirectory() {
    CapturedSession.Ended ended =
        new CapturedSession(directory).run("validate", CapturedSession.sample("parks"));
    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().contains("valid"), ended.out());
  }

  @Test
  void validate_refusedDescription_isExit1InEachForm() throws IOException {
    Path file = directory.resolve("d.ttl");
    Files.writeString(
        file,
        """
        <https://o.example/d> a <http://www.w3.org/ns/dcat#Dataset> ;
          <http://purl.org/dc/terms/issued> "2026/4/1" .
        """);
    CapturedSession session = new CapturedSession(directory);
    for (String format : List.of("text", "turtle", "jsonld", "json", "sarif", "junit", "github")) {
      CapturedSession.Ended ended = session.run("validate", "d.ttl", "--format", format);
      assertEquals(1, ended.exit(), ended.err());
      assertTrue(ended.out().contains("2026-04-01"), ended.out());
    }
    assertEquals(
        1, session.run("validate", "d.ttl", "--format", "json", "--output", "o.json").exit());
    assertTrue(Files.readString(directory.resolve("o.json")).contains("\"exit\" : 1"));
    CapturedSession.Ended unknown = session.run("validate", "d.ttl", "--format", "pdf");
    assertEquals(2, unknown.exit());
    assertTrue(unknown.err().contains("sarif"), unknown.err());
    assertEquals(2, session.run("validate", "none.ttl").exit());
  }

  @Test
  void validate_junit_keepsToTheSchemaOfTheFormat() throws Exception {
    Files.writeString(
        directory.resolve("d.ttl"),
        """
        <https://o.example/d> a <http://www.w3.org/ns/dcat#Dataset> ;
          <http://purl.org/dc/terms/title> "<b>&]]>\\u001B[31m" ;
          <http://purl.org/dc/terms/issued> "2026/4/1" .
        <https://o.example/e> a <http://www.w3.org/ns/dcat#Dataset> .
        """);
    Files.writeString(directory.resolve("d.csv"), "名称,人数\n甲,\"1,200\"\n");
    Files.writeString(directory.resolve("broken.ttl"), "<x> <y>");
    String faultless = CapturedSession.sample("parks");
    for (String language : List.of("ja", "en")) {
      CapturedSession session = new CapturedSession(directory, language, Map.of());
      for (String what : List.of("d.ttl", "d.csv", "broken.ttl", faultless)) {
        String report = session.run("validate", what, "--format", "junit").out();
        assertEquals(List.of(), JunitSchema.faults(report), report);
        assertTrue(report.contains("<testcase"), report);
      }
    }
    String report =
        new CapturedSession(directory).run("validate", "d.ttl", "--format", "junit").out();
    String nameless = report.replace("<testsuite name=", "<testsuite nom=");
    assertFalse(JunitSchema.faults(nameless).isEmpty(), "the schema can find fault");
  }

  @Test
  void validate_japanese_speaksJapanese() throws IOException {
    Files.writeString(directory.resolve("d.csv"), "名称,人数\n甲,\"1,200\"\n");
    CapturedSession.Ended ended =
        new CapturedSession(directory, "ja", Map.of()).run("validate", "d.csv");
    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().contains("場所: d.csv 1 行目、列 人数"), ended.out());
  }

  @Test
  void validate_address_goesThroughTheEgressClient() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              "<https://o.example/d> a <http://www.w3.org/ns/dcat#Dataset> .".getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/turtle");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String host = "localhost:" + server.getAddress().getPort();
      String address = "http://" + host + "/d";
      CapturedSession.Ended inside = new CapturedSession(directory).run("validate", address);
      assertEquals(2, inside.exit());
      assertTrue(inside.err().contains("port"), inside.err());
      Map<String, String> allowed = Map.of("MACHINAMI_EGRESS_ALLOW", host);
      CapturedSession.Ended ended =
          new CapturedSession(directory, "en", allowed).run("validate", address);
      assertEquals(1, ended.exit(), ended.err());
      assertTrue(ended.out().contains("DatasetTitle"), ended.out());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void validate_zipOfAFolder_isAsTheFolder() throws IOException {
    Path folder = Path.of(CapturedSession.sample("parks"));
    try (ZipOutputStream zip =
            new ZipOutputStream(Files.newOutputStream(directory.resolve("parks.zip")));
        Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry("parks/" + file.getFileName()));
        Files.copy(file, zip);
      }
    }
    CapturedSession session = new CapturedSession(directory);
    CapturedSession.Ended packed = session.run("validate", "parks.zip");
    assertEquals(0, packed.exit(), packed.out() + packed.err());
    assertEquals(session.run("validate", folder.toString()).out(), packed.out());
  }

  @Test
  void run_unknownOption_suggestsAndIsExit2() {
    CapturedSession.Ended ended = new CapturedSession(directory).run("load", "x", "--frmo", "y");
    assertEquals(2, ended.exit());
    assertTrue(ended.err().contains("--from"), ended.err());
    assertEquals(2, new CapturedSession(directory).run("laod").exit());
  }

  @Test
  void run_japanese_speaksJapanese() {
    CapturedSession japanese = new CapturedSession(directory, "ja", Map.of());
    assertTrue(japanese.run("load", "--help").out().contains("データディレクトリ"));
    CapturedSession.Ended ended = japanese.run("asof", "kinou", "parks", "--data", "d");
    assertEquals(2, ended.exit());
  }

  @Test
  void run_noDataDirectory_isExit2AndNamesIt() {
    CapturedSession.Ended ended = new CapturedSession(directory).run("export", "--data", "none");
    assertEquals(2, ended.exit());
    assertTrue(ended.err().contains("none"), ended.err());
  }

  @Test
  void serve_unknownSetting_isExit2AndSuggests() {
    CapturedSession.Ended ended =
        new CapturedSession(directory, "en", Map.of("MACHINAMI_SERVER_PROT", "1"))
            .run("serve", "--data", "d", "--port", "0");
    assertEquals(2, ended.exit());
    assertTrue(ended.err().contains("MACHINAMI_SERVER_PORT"), ended.err());
  }

  @Test
  void serve_portInUse_isExit3AndSaysWhatToDo() throws IOException {
    try (java.net.ServerSocket taken =
        new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      CapturedSession.Ended ended =
          new CapturedSession(directory).run("serve", "--data", "d", "--port", port);
      assertEquals(3, ended.exit());
      assertTrue(ended.err().contains(port), ended.err());
      assertTrue(ended.err().contains("--port"), ended.err());
    }
  }

  private Path copyOfSample(String id) throws IOException {
    Path source = Path.of(CapturedSession.sample(id));
    Path target = directory.resolve("folder-" + id);
    try (Stream<Path> tree = Files.walk(source)) {
      for (Path path : tree.sorted(Comparator.naturalOrder()).toList()) {
        Files.copy(path, target.resolve(source.relativize(path).toString()));
      }
    }
    return target;
  }
}
