package org.machinami.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.POST;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.web.account.Account;
import org.machinami.web.account.For;
import org.machinami.web.account.Grant;
import org.machinami.web.account.Role;

/** What somebody sends to the steward's desk who means no good, or has a broken tool. */
final class DeskAbuseTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String ORGANISATION = "machinami-samples";

  /** Whoever has no account may send these, each with a token or a limit of its own. */
  private static final List<String> OPEN =
      List.of(
          "account.LinkResource.set",
          "account.SignInResource.signIn",
          "ckan.ActionResource.post",
          "request.RequestFormResource.send",
          "request.RequestResource.support",
          "validate.ValidateResource.validate");

  @TempDir private static Path directory;
  private static PagesServer server;
  private static DeskBrowser steward;
  private static int number;
  private int drafts;

  @BeforeAll
  static void start() throws Exception {
    server = new PagesServer(directory.resolve("data"));
    Account account =
        server
            .accounts()
            .add("steward", "青木", "", List.of(new Grant(Role.STEWARD, ORGANISATION)))
            .orElseThrow();
    server.accounts().setPassword(account, PASSWORD);
    steward = new DeskBrowser(server).in("steward", PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void count() {
    number++;
    drafts = drafts();
  }

  private static int drafts() {
    return steward.get("/steward").body().split("steward/drafts/", -1).length - 1;
  }

  private static Path sample(String dataset) {
    return Path.of(System.getProperty("machinami.home"), "samples", "datasets", dataset);
  }

  private HttpResponse<String> begin(Map<String, String> fields, Map<String, byte[]> files) {
    Map<String, String> all = new HashMap<>(fields);
    all.putIfAbsent("dataset", "parks-" + number);
    all.put("publisher", ORGANISATION);
    all.put("key", UUID.randomUUID().toString());
    return steward.upload("/steward/new", "/steward/new", all, files);
  }

  private HttpResponse<String> begin(String name, String content) {
    return begin(Map.of(), Map.of(name, content.getBytes(UTF_8)));
  }

  /** It is told why, and nothing was begun. */
  private void assertRefused(HttpResponse<String> answer, String said) {
    assertEquals(400, answer.statusCode(), said);
    assertTrue(answer.body().contains(said), said + " in " + answer.body());
    assertEquals(drafts, drafts(), said);
  }

  /** A draft of the parks that may be complete. */
  private String draft(Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> parts = Files.list(sample("parks"))) {
      for (Path part : parts.toList()) {
        files.put(part.getFileName().toString(), Files.readAllBytes(part));
      }
    }
    files.putAll(more);
    HttpResponse<String> answer = begin(Map.of(), files);
    assertEquals(303, answer.statusCode(), answer.body());
    return DeskBrowser.location(answer);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  /** Each would be a description if what it names were fetched, or passed over. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ADDRESS/context.jsonld\"",
        "{\"@import\":\"ADDRESS/context.jsonld\"}",
        "\"file:///etc/hostname\""
      })
  void jsonLd_thatNamesAContextElsewhere_isNotTaken(String context) {
    String text =
        "{\"@context\":"
            + context.replace("ADDRESS", server.address())
            + ",\"@id\":\"http://example.org/d\",\"@type\":\"http://www.w3.org/ns/dcat#Dataset\"}";
    assertRefused(begin("dataset.jsonld", text), "説明する RDF ではありません");
  }

  /** Each would be a description if the document type were passed over. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE rdf:RDF SYSTEM \"ADDRESS/rdf.dtd\">"
      })
  void rdfXml_withADoctype_isNotTaken(String doctype) {
    String text =
        "<?xml version=\"1.0\"?>"
            + doctype.replace("ADDRESS", server.address())
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            + "<rdf:Description rdf:about=\"http://example.org/d\">"
            + "<rdf:type rdf:resource=\"http://www.w3.org/ns/dcat#Dataset\"/>"
            + "</rdf:Description></rdf:RDF>";
    assertRefused(begin("dataset.rdf", text), "説明する RDF ではありません");
  }

  @Test
  void turtle_importsOfOthers_areNotFollowed() throws IOException {
    String description =
        Files.readString(sample("parks").resolve("dataset.ttl"))
            + "\n<datasets/parks> <http://www.w3.org/2002/07/owl#imports> <"
            + server.address()
            + "/validate> .";
    String draft = draft(Map.of("dataset.ttl", description.getBytes(UTF_8)));
    String turtle = DeskForms.textarea(steward.get(draft + "/turtle").body(), "turtle");
    assertTrue(turtle.contains("owl#imports") || turtle.contains("owl:imports"), turtle);
    assertFalse(turtle.contains("<html"), turtle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/x.csv",
        "http://localhost/x.csv",
        "http://[::1]/x.csv",
        "http://[::ffff:127.0.0.1]/x.csv",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/x.csv",
        "http://100.64.0.1/x.csv",
        "http://[64:ff9b::7f00:1]/x.csv",
        "file:///etc/passwd",
        "ftp://example.org/x.csv",
        "http://user:word@127.0.0.1/x.csv"
      })
  void address_thatIsNoneOfTheInternet_isRefused(String address) {
    assertRefused(begin(Map.of("url", address), Map.of()), "から取得できませんでした");
  }

  @Test
  void zip_thatLeadsOut_orIsABomb_orHoldsAnother_isRefused() throws IOException {
    Map<String, byte[]> zips =
        Map.of(
            "書庫の外を指す名前",
            zip("../../evil.csv", "a,b\n1,2\n".getBytes(UTF_8)),
            "このような書庫は受け付けません",
            zip("zeros.csv", new byte[40 << 20]),
            "書庫の中の書庫",
            zip("inner.zip", zip("a.csv", "a\n1\n".getBytes(UTF_8))));
    for (Map.Entry<String, byte[]> one : zips.entrySet()) {
      assertRefused(begin(Map.of(), Map.of("all.zip", one.getValue())), one.getKey());
    }
    try (Stream<Path> all = Files.walk(directory)) {
      assertTrue(all.noneMatch(file -> file.getFileName().toString().contains("evil")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil.csv", "..\\..\\evil.csv", "/tmp/evil.csv"})
  void fileName_thatIsAPath_isOnlyItsEnd(String name) throws IOException {
    HttpResponse<String> answer = begin(name, "名称,緯度,経度\n公園,35.6,139.7\n");
    assertEquals(303, answer.statusCode(), answer.body());
    String page = steward.get(DeskBrowser.location(answer)).body();
    assertTrue(page.contains("<span>evil.csv ") && !page.contains("../evil"), page);
    try (Stream<Path> all = Files.walk(directory)) {
      assertTrue(
          all.noneMatch(file -> file.getFileName().toString().equals("evil.csv")),
          "what was sent lies under its hash");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".htaccess", "<script>.csv", "con\u202etxt.csv"})
  void fileName_thatIsNone_isRefused(String name) {
    assertRefused(begin(name, "a\n1\n"), "受け取れません");
  }

  /** A stray tool's output; each is an answer, and the desk lives. */
  @Test
  void csv_thatIsNone_isTold_andTheDeskLives() {
    Map<String, String> files = // in whatever order: each is alone
        Map.of(
            "nul.csv", "a,b\n1,\0\0\n",
            "wide.csv", "c,".repeat(200_000) + "c\n",
            "long.csv", "a\n\"" + "x".repeat(900_000) + "\"\n",
            "ragged.csv", "a,b\n1\n1,2,3\n",
            "empty.csv", "",
            "binary.csv", "\u0001\u0002\u0003\u0004");
    files.forEach(
        (name, text) -> {
          String id = name.replace(".csv", "-data");
          HttpResponse<String> answer =
              begin(Map.of("dataset", id), Map.of(name, text.getBytes(UTF_8)));
          if (answer.statusCode() == 303) {
            HttpResponse<String> draft = steward.get(DeskBrowser.location(answer));
            assertEquals(200, draft.statusCode(), name);
            assertFalse(draft.body().contains("このまま提出できます"), name);
          } else {
            assertEquals(400, answer.statusCode(), name);
            assertTrue(answer.body().contains(name), name + answer.body());
          }
          assertEquals(200, steward.get("/steward").statusCode());
        });
  }

  @Test
  void nesting_withoutEnd_isAnAnswer_andTheDeskLives() throws IOException {
    String deep = "<datasets/parks> a <http://www.w3.org/ns/dcat#Dataset> ; <p> ";
    String turtle = deep + "[ <p> ".repeat(60_000) + "1" + " ]".repeat(60_000) + " .";
    assertRefused(begin("dataset.ttl", turtle), "説明する RDF ではありません");
    assertRefused(
        begin("dataset.jsonld", "[".repeat(60_000) + "]".repeat(60_000)), "説明する RDF ではありません");
    assertRefused(begin("deep.json", "[".repeat(200_000) + "]".repeat(200_000)), "deep.json");
    String draft = draft(Map.of());
    HttpResponse<String> saved =
        steward.send(
            draft + "/turtle", draft + "/turtle", Map.of("version", "1", "turtle", turtle));
    assertEquals(400, saved.statusCode());
    String mapping = "<#m> <p> " + "[ <p> ".repeat(60_000) + "1" + " ]".repeat(60_000) + " .";
    HttpResponse<String> mapped =
        steward.send(
            draft + "/mapping", draft + "/mapping", Map.of("version", "1", "mapping", mapping));
    assertTrue(List.of(303, 400).contains(mapped.statusCode()), mapped.body());
    assertEquals(200, steward.get(draft).statusCode());
    assertEquals(200, steward.get("/steward").statusCode());
  }

  @Test
  void description_withScriptsAndWrongAddresses_isShownAsText_andNotSubmitted() throws IOException {
    String description =
        Files.readString(sample("parks").resolve("dataset.ttl"))
                .replace("\"都立公園・庭園\"@ja", "\"<script>alert(1)</script><img src=x onerror=y>\"@ja")
            + "\n<datasets/parks> <http://www.w3.org/ns/dcat#landingPage> <javascript:alert(1)> .";
    String draft = draft(Map.of("dataset.ttl", description.getBytes(UTF_8)));
    for (String path : List.of(draft, draft + "/turtle", draft + "/columns", "/steward")) {
      HttpResponse<String> page = steward.get(path);
      assertEquals(200, page.statusCode(), path);
      assertFalse(page.body().contains("<script>alert"), path);
      assertFalse(page.body().contains("<img src=x"), path);
      assertFalse(page.body().matches("(?s).*href=\"javascript:.*"), path);
      String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.contains("script-src 'self'"), policy);
      assertEquals(
          "no-store", page.headers().firstValue("Cache-Control").orElse(""), "of one reader");
    }
    HttpResponse<String> submitted = steward.send(draft, draft + "/submit", Map.of("version", "1"));
    assertEquals(400, submitted.statusCode());
    assertTrue(submitted.body().contains("先に「直すこと」"), submitted.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../parks", "parks/../x", "PARKS", "a b", "p\r\nSet-Cookie: x=y", "", "公園"})
  void id_thatIsNone_isRefused_andTypedIntoNoHeader(String id) {
    HttpResponse<String> answer = begin(Map.of("dataset", id), Map.of());
    assertEquals(400, answer.statusCode());
    assertFalse(answer.headers().map().containsKey("set-cookie"), answer.headers().toString());
    assertEquals(drafts, drafts());
  }

  @Test
  void ids_areMadeByUs_andOthersLeadNowhere() {
    for (String path :
        List.of(
            "/steward/drafts/1",
            "/steward/drafts/..%2F..%2Fx",
            "/steward/drafts/%00",
            "/steward/datasets/..%2Fparks",
            "/steward/datasets/nobodys")) {
      HttpResponse<String> answer = steward.get(path);
      assertTrue(List.of(400, 404).contains(answer.statusCode()), path + answer.statusCode());
    }
  }

  /**
   * A form that changes something is behind the door of the desks, or is one of the few open ones.
   */
  @Test
  void everyForm_isBehindTheDoor_butTheFewThatVisitorsSend() {
    TreeSet<String> open = new TreeSet<>();
    int behind = 0;
    for (Object resource : server.resources()) {
      for (Method method : resource.getClass().getMethods()) {
        if (Arrays.stream(method.getAnnotations())
            .noneMatch(
                one -> one instanceof POST || one.annotationType().getSimpleName().equals("PUT"))) {
          continue;
        }
        if (method.isAnnotationPresent(For.class)
            || resource.getClass().isAnnotationPresent(For.class)) {
          behind++;
        } else {
          open.add(
              resource.getClass().getName().replace("org.machinami.web.", "")
                  + "."
                  + method.getName());
        }
      }
    }
    assertTrue(behind >= 25, behind + " forms");
    assertEquals(new TreeSet<>(OPEN), open);
  }
}
