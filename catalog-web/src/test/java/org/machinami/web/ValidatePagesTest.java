package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.config.ValidateSettings;
import org.machinami.web.language.Messages;

/** {@code /validate}: what is handed in, what is answered, and that nothing is kept. */
final class ValidatePagesTest {
  private static final int MOST = 1 << 20;
  private static final String TURTLE =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      <https://o.example/d> a dcat:Dataset ;
        dct:title "公園<script>alert(1)</script>"@ja ;
        dct:issued "2026/4/1" .
      """;

  @TempDir private Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private PagesServer server;

  @BeforeEach
  void start() throws Exception {
    start(40);
  }

  private void start(int perHour) throws Exception {
    EgressLimits egress = new EgressLimits(Set.of(), Set.of(80, 443), MOST, Duration.ofSeconds(3));
    server =
        new PagesServer(
            directory,
            Clock.system(Messages.CITY),
            new RequestSettings(true, 3),
            Clock.systemUTC(),
            new ValidateSettings(MOST, perHour, 2, egress));
    server.commit(
        "load",
        Map.of(
            "graph/metadata/libraries",
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            <datasets/libraries> a dcat:Dataset ; dct:title "図書館の一覧"@ja .
            """));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    try (Stream<Path> left = Files.list(PagesServer.temporary(directory))) {
      assertEquals(0, left.count(), "nothing is kept, whatever the answer was");
    }
  }

  private HttpResponse<String> post(String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> post(String path, String body, String... headers) {
    return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private HttpResponse<String> form(String language, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--xyz\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    return post(
        "/validate",
        body + "--xyz--\r\n",
        "Content-Type",
        "multipart/form-data; boundary=xyz",
        "Accept",
        "text/html",
        "Accept-Language",
        language);
  }

  @Test
  void page_pastedText_saysWhatWhereAndHow() {
    HttpResponse<String> page = form("ja", Map.of("text", TURTLE));
    assertEquals(200, page.statusCode());
    String html = page.body();
    assertTrue(html.contains("このままでは受け入れられません"), html);
    assertTrue(html.contains("まず直すところ"), html);
    assertTrue(html.contains("pasted.txt:5"), html);
    assertTrue(html.contains("<del><code>dct:issued \"2026/4/1\""), html);
    assertTrue(html.contains("policy/1/clauses/2.6"), html);
    assertFalse(html.contains("<script>alert"), "what was sent is shown as text");
    assertTrue(html.contains("dcat:Dataset ;"), "what was typed is still in the form");
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    assertTrue(form("en", Map.of("text", TURTLE)).body().contains("It would be refused as it is"));
  }

  @ParameterizedTest
  @CsvSource({
    "text,text/plain",
    "turtle,text/turtle",
    "jsonld,application/ld+json",
    "json,application/json",
    "sarif,application/sarif+json",
    "junit,application/xml",
    "github,text/x-github"
  })
  void program_getsEachFormByNameAndByType(String format, String type) {
    for (HttpResponse<String> answer :
        List.of(
            post("/validate?format=" + format, TURTLE, "Content-Type", "text/turtle"),
            post("/validate", TURTLE, "Content-Type", "text/turtle", "Accept", type))) {
      assertEquals(422, answer.statusCode(), answer.body());
      assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type));
      assertTrue(answer.body().contains("2026-04-01"), answer.body());
    }
  }

  @Test
  void program_curlsDefaults_getText() {
    HttpResponse<String> answer =
        post("/validate", TURTLE, "Content-Type", "text/turtle", "Accept", "*/*");
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("DatasetIssued"), answer.body());
  }

  @Test
  void dataset_ofThisCatalogue_isJudgedAnew() {
    String page = form("ja", Map.of("dataset", "libraries")).body();
    assertTrue(page.contains("図書館の一覧"), page);
    assertEquals(404, form("ja", Map.of("dataset", "none")).statusCode());
    assertEquals(404, form("ja", Map.of("dataset", "../../x")).statusCode());
  }

  @Test
  void upload_ofATable_isJudgedByItsName() {
    String body =
        String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"text\"",
            "",
            "",
            "--b",
            "Content-Disposition: form-data; name=\"file\"; filename=\"C:\\\\x\\\\公園.csv\"",
            "Content-Type: text/csv",
            "",
            "名称,人数\n甲,\"1,200\"\n",
            "--b--",
            "");
    HttpResponse<String> page =
        post(
            "/validate",
            body,
            "Content-Type",
            "multipart/form-data; boundary=b",
            "Accept",
            "text/html",
            "Accept-Language",
            "ja");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("公園.csv 1 行目、列 人数"), page.body());
    assertTrue(page.body().contains("policy/1/clauses/6.1"), "the clause of a rule on files");
    assertTrue(page.body().contains("ファイルだけを点検しました"), page.body());
  }

  @Test
  void tableOfPersons_isRefused_andAStandardOneIsRecognised() {
    String numbers = "番号\n123456789018\n123456789018\n123456789018\n";
    HttpResponse<String> refused = post("/validate", numbers, "Content-Type", "text/csv");
    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("[MyNumbers]"), refused.body());
    assertFalse(refused.body().contains("123456789018"), "the answer goes further than the file");
    String water = "都道府県コード又は市区町村コード,NO,住所,緯度,経度,口径\n131016,1,丸の内,35.68,139.76,150\n";
    HttpResponse<String> recognised =
        post("/validate", water, "Content-Type", "text/csv", "Accept-Language", "ja");
    assertEquals(200, recognised.statusCode(), recognised.body());
    assertTrue(recognised.body().contains("標準「消防水利施設一覧」のファイルと判断し"), recognised.body());
    assertTrue(recognised.body().contains("必須の列「種別」がありません"), recognised.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
        "http://[::1]/",
        "http://127.0.0.1:22/",
        "gopher://x/",
        "no address"
      })
  void address_inside_isRefusedInBothLanguages(String address) {
    HttpResponse<String> japanese = form("ja", Map.of("url", address));
    HttpResponse<String> english = form("en", Map.of("url", address));
    assertEquals(200, japanese.statusCode());
    assertTrue(japanese.body().contains("egress."), japanese.body());
    assertNotEquals(japanese.body(), english.body());
    assertFalse(japanese.body().contains("root:"), japanese.body());
  }

  /** What is broken or hostile is a finding that says what to do, in both languages. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle | nonsense | rdf.syntax",
        "application/ld+json | {\"@context\":\"http://127.0.0.1/c\",\"@id\":\"x\"} | rdf.syntax",
        "application/rdf+xml | <!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r> |"
            + " rdf.doctype",
        "application/zip | no zip | archive.no-zip",
        "text/plain | Dear Sir or Madam | validation.unknown"
      })
  void broken_isAFinding(String type, String body, String rule) {
    String japanese = post("/validate", body, "Content-Type", type, "Accept-Language", "ja").body();
    String english = post("/validate", body, "Content-Type", type, "Accept-Language", "en").body();
    assertTrue(japanese.contains("[" + rule + "]"), japanese);
    assertTrue(english.contains("[" + rule + "]"), english);
    assertNotEquals(japanese, english);
    assertFalse(japanese.contains("root:"), japanese);
    assertFalse(english.contains(directory.toString()), "no path of this machine");
  }

  @Test
  void deepNesting_isAFindingAndTheServerLives() {
    String deep = "<a:a> <a:b> " + "(".repeat(200_000) + ")".repeat(200_000) + " .";
    assertTrue(post("/validate", deep, "Content-Type", "text/turtle").body().contains("nesting"));
    String json = "{\"@id\":\"a:a\",\"a:b\":" + "[".repeat(90_000) + "]".repeat(90_000) + "}";
    assertTrue(
        post("/validate", json, "Content-Type", "application/ld+json").body().contains("nesting"));
    assertEquals(200, server.get("/validate").statusCode());
  }

  @Test
  void zipBomb_isAFinding() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("d/dataset.ttl"));
      zip.write(TURTLE.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("d/data.nt"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
    }
    String answer =
        post("/validate", packed.toByteArray(), "Content-Type", "application/zip").body();
    assertTrue(answer.contains("archive.ratio"), answer);
  }

  /** The sender declares 200 MB and is told before it has sent them. */
  @Test
  void declaredTooLong_is413AtOnce() throws IOException {
    URI address = URI.create(server.address() + "/");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              String.join(
                      "\r\n",
                      "POST /validate HTTP/1.1",
                      "Host: x",
                      "Content-Type: text/turtle",
                      "Accept-Language: ja",
                      "Content-Length: 209715200",
                      "",
                      "")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String head = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      assertEquals("HTTP/1.1 413", head);
    }
  }

  @Test
  void tooLongWithoutSayingSo_is413() {
    byte[] body = new byte[MOST + 1];
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "/validate"))
            .header("Content-Type", "text/turtle")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(body)))
            .build();
    try {
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertEquals(413, answer.statusCode());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void policyInForce_isTheOneOfTheLedger() throws Exception {
    assertEquals("1", policyOf(post("/validate?format=json", TURTLE)));
    Path file = directory.resolve("next.ttl");
    Files.writeString(
        file,
        """
        PREFIX eli: <http://data.europa.eu/eli/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <policy/2> eli:amends <policy/1> ; eli:version "2" ;
          eli:first_date_entry_in_force "DAY"^^xsd:date .
        <policy/2/clauses/2.2> eli:number "2.20" .
        """
            .replace("DAY", LocalDate.now(Messages.CITY).toString()));
    PolicyVersions versions = new PolicyVersions(server.store());
    versions.adopt(versions.readDraft(file), "test", "voted");
    HttpResponse<String> judged = post("/validate?format=json", TURTLE);
    assertEquals("2", policyOf(judged));
    assertTrue(judged.body().contains("\"2.20\""), judged.body());
    Files.delete(file);
  }

  private static String policyOf(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body()).get("policy").asText();
  }

  @Test
  void otherKind_is415_otherFormat_is400_nothing_is400() {
    assertEquals(415, post("/validate", "x", "Content-Type", "image/png").statusCode());
    assertEquals(400, post("/validate?format=pdf", TURTLE).statusCode());
    assertEquals(400, post("/validate", "").statusCode());
    HttpResponse<String> page = form("ja", Map.of("text", ""));
    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains("点検するものがありません"), page.body());
    assertEquals(400, post("/validate", "x", "Content-Type", "multipart/form-data").statusCode());
  }

  @Test
  void tooOften_is429WithTheTimeToWait() throws Exception {
    server.close();
    start(2);
    assertEquals(422, post("/validate", TURTLE, "Content-Type", "text/turtle").statusCode());
    assertEquals(422, post("/validate", TURTLE, "Content-Type", "text/turtle").statusCode());
    HttpResponse<String> third = post("/validate", TURTLE, "Content-Type", "text/turtle");
    assertEquals(429, third.statusCode());
    assertTrue(third.headers().firstValue("Retry-After").isPresent());
  }
}
