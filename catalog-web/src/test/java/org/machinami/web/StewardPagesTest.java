package org.machinami.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.POST;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.VocabularyLoader;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.ledger.Commit;
import org.machinami.web.account.Account;
import org.machinami.web.account.Grant;
import org.machinami.web.account.MovedClock;
import org.machinami.web.account.Role;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;

/** A dataset from an upload to a commit, and what is tried on the way. */
final class StewardPagesTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String ORGANISATION = "machinami-samples";
  private static final String KEY = "00000000-0000-4000-8000-000000000001";

  /** One clause more than the present version, which the parks do not keep. */
  private static final String NEXT_POLICY =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX eli: <http://data.europa.eu/eli/ontology#>
      PREFIX schema: <https://schema.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

      <policy/2> a eli:LegalResource ; eli:amends <policy/1> ; eli:version "2" ;
        eli:title "第2版（案）"@ja , "Version 2 (draft)"@en ;
        eli:first_date_entry_in_force "2099-04-01"^^xsd:date .
      <policy/2/articles/4> eli:has_part <policy/2/clauses/4.3> .
      <policy/2/clauses/4.3> a eli:LegalResourceSubdivision ;
        eli:number "4.3" ; schema:position 3 ;
        eli:title "予告"@ja , "Notice"@en ;
        eli:description "更新の予告を書く。"@ja , "Changes are announced."@en ;
        city:rationale "備えるため。"@ja , "To be ready."@en ;
        city:enforcedBy <drafts#Announced> .
      <drafts#Announced> a sh:PropertyShape ;
        sh:targetClass dcat:Dataset ;
        sh:path <http://example.org/announced> ;
        sh:minCount 1 ;
        sh:severity sh:Violation ;
        sh:message "説明に更新の予告を書いてください。"@ja , "Announce the next update."@en .
      """;

  @TempDir private Path directory;
  private final MovedClock clock = new MovedClock();
  private PagesServer server;
  private DeskBrowser steward;
  private DeskBrowser approver;
  private DeskBrowser stranger;

  @BeforeEach
  void start() throws Exception {
    server =
        new PagesServer(
            directory, Clock.system(Messages.CITY), new RequestSettings(true, 3), clock);
    account("steward", new Grant(Role.STEWARD, ORGANISATION), new Grant(Role.APPROVER, ""));
    account("approver", new Grant(Role.APPROVER, ORGANISATION));
    account("stranger", new Grant(Role.STEWARD, "other"), new Grant(Role.APPROVER, "other"));
    account("member", new Grant(Role.COMMITTEE, ""));
    steward = new DeskBrowser(server).in("steward", PASSWORD);
    approver = new DeskBrowser(server).in("approver", PASSWORD);
    stranger = new DeskBrowser(server).in("stranger", PASSWORD);
  }

  private void account(String login, Grant... grants) {
    Account account =
        server.accounts().add(login, login + " さん", "", List.of(grants)).orElseThrow();
    server.accounts().setPassword(account, PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] zip() throws IOException {
    return zip("");
  }

  /**
   * The folder of the parks.
   *
   * @param member that each of them has besides its own, with a comma behind it
   */
  private static byte[] zip(String member) throws IOException {
    Path folder = Path.of(System.getProperty("machinami.home"), "samples", "datasets", "parks");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        zip.putNextEntry(new ZipEntry("parks/" + file.getFileName()));
        zip.write(
            Files.readString(file)
                .replaceAll("(\"properties\": ?\\{)", "$1" + member)
                .getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private HttpResponse<String> begin(DeskBrowser who, String dataset, Map<String, byte[]> files) {
    return who.upload(
        "/steward/new",
        "/steward/new",
        Map.of("dataset", dataset, "publisher", ORGANISATION, "key", KEY),
        files);
  }

  /** A draft of the parks, complete; its path. */
  private String draft() throws IOException {
    HttpResponse<String> answer = begin(steward, "parks", Map.of("parks.zip", zip()));
    assertEquals(303, answer.statusCode(), answer.body());
    return DeskBrowser.location(answer);
  }

  private HttpResponse<String> decide(DeskBrowser who, String draft, String verb, String version) {
    return who.send("/steward", draft + verb, Map.of("version", version, "reason", "内容を確かめました。"));
  }

  private void submit(String draft) {
    HttpResponse<String> answer = decide(steward, draft, "/submit", "1");
    assertEquals(draft + "?done=submitted", DeskBrowser.location(answer), answer.body());
  }

  private HttpResponse<String> save(DeskBrowser who, String draft, String version, String turtle) {
    return who.send(
        draft + "/turtle", draft + "/turtle", Map.of("version", version, "turtle", turtle));
  }

  private String turtle(String draft) {
    return DeskForms.textarea(steward.get(draft + "/turtle").body(), "turtle");
  }

  @Test
  void dataset_goesFromAZipToItsPage_throughSomebodyElsesHands() throws Exception {
    String draft = draft();
    assertEquals(404, server.get("/datasets/parks").statusCode());
    String page = steward.get(draft).body();
    assertTrue(page.contains("都立公園・庭園"), page);
    assertTrue(page.contains("このまま提出できます"), page);
    submit(draft);
    assertTrue(approver.get("/steward").body().contains(draft.substring(1)));
    HttpResponse<String> own = decide(steward, draft, "/approve", "1");
    assertEquals(403, own.statusCode(), "one's own work");
    assertTrue(own.body().contains("別の承認者が判断します"), own.body());
    assertEquals(404, server.get("/datasets/parks").statusCode());
    HttpResponse<String> approved = decide(approver, draft, "/approve", "1");
    assertEquals("/steward?done=approved", DeskBrowser.location(approved), approved.body());
    HttpResponse<String> published = server.get("/datasets/parks", "Accept", "text/html");
    assertEquals(200, published.statusCode());
    assertTrue(published.body().contains("都立公園・庭園"));
    Commit commit = server.store().ledger().read(server.store().ledger().head() - 1, 1).get(0);
    assertEquals("publish", commit.activity());
    assertEquals("内容を確かめました。", commit.reason());
    assertFalse(commit.agent().contains("さん"), commit.agent());
    String decision = "graph/activity/" + draft.replaceFirst(".*/", "") + "-1";
    assertTrue(
        commit.changes().stream().anyMatch(c -> c.graph().endsWith(decision)), commit.toString());
    assertEquals(409, decide(approver, draft, "/approve", "1").statusCode(), "a second time");
    assertTrue(steward.get(draft).body().contains("承認し、公開した"));
  }

  @Test
  void draft_sentBack_isMended_andSubmittedAnew() throws Exception {
    String draft = draft();
    submit(draft);
    assertEquals(
        "/steward?done=returned", DeskBrowser.location(decide(approver, draft, "/return", "1")));
    assertTrue(steward.get("/steward").body().contains("内容を確かめました。"));
    String changed = turtle(draft).replace("都立公園・庭園", "都立の公園と庭園");
    assertEquals(303, save(steward, draft, "1", changed).statusCode());
    assertEquals(409, decide(steward, draft, "/submit", "1").statusCode(), "an older version");
    assertEquals(303, decide(steward, draft, "/submit", "2").statusCode());
    assertEquals(409, save(steward, draft, "2", changed).statusCode(), "while it is submitted");
    assertEquals(303, decide(approver, draft, "/approve", "2").statusCode());
    assertTrue(server.get("/datasets/parks", "Accept", "text/html").body().contains("都立の公園と庭園"));
  }

  @Test
  void form_sentTwice_isOneDraft() throws Exception {
    assertEquals(draft(), draft());
    assertEquals(1, steward.get("/steward").body().split("steward/drafts/", -1).length - 1);
  }

  @Test
  void twoAtOnce_differentFields_areBothKept_theSameFieldIsAsked() throws Exception {
    account("second", new Grant(Role.STEWARD, ORGANISATION));
    DeskBrowser second = new DeskBrowser(server).in("second", PASSWORD);
    String draft = draft();
    String before = turtle(draft);
    String title = before.replace("都立公園・庭園\"@ja", "都立公園と庭園\"@ja");
    assertFalse(title.equals(before), before);
    assertEquals(303, save(steward, draft, "1", title).statusCode());
    HttpResponse<String> merged =
        save(
            second, draft, "1", before.replace("2026-11-20\"^^xsd:date", "2026-11-21\"^^xsd:date"));
    assertEquals(draft + "/turtle?done=merged", DeskBrowser.location(merged), merged.body());
    String both = turtle(draft);
    assertTrue(both.contains("都立公園と庭園\"@ja") && both.contains("2026-11-21"), both);
    HttpResponse<String> asked =
        save(second, draft, "1", before.replace("都立公園・庭園\"@ja", "東京の公園\"@ja"));
    assertEquals(409, asked.statusCode());
    assertTrue(asked.body().contains("東京の公園"), "mine");
    assertTrue(asked.body().contains("都立公園と庭園"), "theirs");
    assertTrue(turtle(draft).contains("都立公園と庭園\"@ja"), "nothing is overwritten");
  }

  @Test
  void whatOthersPrepare_isNotThere_onAnyRoute() throws Exception {
    String draft = draft();
    for (String path : List.of("", "/turtle", "/mapping")) {
      assertEquals(404, stranger.get(draft + path).statusCode(), path);
    }
    for (String path :
        List.of(
            "",
            "/turtle",
            "/mapping",
            "/merge",
            "/check",
            "/submit",
            "/approve",
            "/return",
            "/drop",
            "/files/remove")) {
      assertEquals(
          404, stranger.send("/steward", draft + path, Map.of("version", "1")).statusCode(), path);
    }
    assertEquals(
        404, stranger.upload("/steward", draft + "/files", Map.of(), Map.of()).statusCode());
    assertFalse(stranger.get("/steward").body().contains("drafts/"));
    submit(draft);
    assertEquals(303, decide(approver, draft, "/approve", "1").statusCode());
    assertEquals(404, stranger.get("/steward/datasets/parks").statusCode());
    for (String verb :
        List.of(
            "/edit", "/stop", "/resume", "/withdraw", "/withdraw/approve", "/withdraw/decline")) {
      Map<String, String> reasons = Map.of("reason-ja", "理由です。", "reason-en", "reason");
      assertEquals(
          404, stranger.send("/steward", "/steward/datasets/parks" + verb, reasons).statusCode());
    }
    HttpResponse<String> taken =
        stranger.upload(
            "/steward/new",
            "/steward/new",
            Map.of("dataset", "parks", "publisher", "other", "key", KEY),
            Map.of());
    assertEquals(400, taken.statusCode());
    assertEquals(404, stranger.get("/steward/drafts/bcdfghjk").statusCode(), "none at all");
    assertEquals(400, begin(stranger, "gardens", Map.of()).statusCode(), "in the name of another");
    DeskBrowser member = new DeskBrowser(server).in("member", PASSWORD);
    HttpResponse<String> refused = member.get("/steward");
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("役割"), refused.body());
    assertEquals(403, approver.send("/steward", draft + "/drop", Map.of()).statusCode());
    assertEquals(403, approver.get("/steward/new").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "parks.zip,this is no zip,zip として読めません",
    "dataset.ttl,<a> <b> ; .,1 つのデータセットを説明する RDF ではありません",
    "macro.xlsm,x,マクロ入りの Excel ファイル",
    "harvest.properties,dump=x,受け取れない種類",
    "a.exe,MZ,受け取れない種類",
    "a.gpkg,x,a.gpkg の形式（GeoPackage）は読めません",
    "a.kml,<kml/>,シェープファイル",
  })
  void upload_thatCannotBeRead_saysWhy_andBeginsNothing(String name, String text, String said) {
    HttpResponse<String> answer = begin(steward, "parks", Map.of(name, text.getBytes(UTF_8)));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains(said), answer.body());
    assertTrue(answer.body().contains("value=\"parks\""), "what was typed stays");
    assertFalse(steward.get("/steward").body().contains("drafts/"));
  }

  @Test
  void address_thatPointsInward_isNotFetched() {
    HttpResponse<String> answer =
        steward.upload(
            "/steward/new",
            "/steward/new",
            Map.of(
                "dataset",
                "parks",
                "publisher",
                ORGANISATION,
                "key",
                KEY,
                "url",
                server.address() + "/robots.txt"),
            Map.of());
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("から取得できませんでした"), answer.body());
  }

  @Test
  void upload_ofTwoHundredMegabytes_is413_beforeItIsSent() throws Exception {
    URI address = URI.create(server.address());
    String cookie = steward.headers()[1];
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /steward/new HTTP/1.1\r\nHost: "
                  + address.getAuthority()
                  + "\r\n"
                  + "Content-Type: multipart/form-data; boundary=cut\r\n"
                  + "Content-Length: 200000000\r\n"
                  + "Cookie: "
                  + cookie
                  + "\r\n\r\n--cut\r\n")
              .getBytes(UTF_8));
      out.flush();
      InputStream in = socket.getInputStream();
      String status = new String(in.readNBytes(12), UTF_8);
      assertEquals("HTTP/1.1 413", status);
    }
  }

  @Test
  void file_thatChangesOnTheDisk_isNotPublished() throws Exception {
    String draft = draft();
    submit(draft);
    try (Stream<Path> files = Files.list(directory.resolve("drafts"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[]}");
      }
    }
    long head = server.store().ledger().head();
    HttpResponse<String> answer = decide(approver, draft, "/approve", "1");
    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("送られたものと違います"), answer.body());
    assertEquals(head, server.store().ledger().head());
    assertEquals(404, server.get("/datasets/parks").statusCode());
  }

  @Test
  void cellsOfAFile_areMendedAsProposed_inANewVersionOfTheFile() throws IOException {
    String table =
        """
        都道府県コード又は市区町村コード,NO,種別,住所,緯度,経度,口径
        131016,1,消火栓,丸の内,35.68,139.76,"1,500mm"
        131016,2,消火栓,有楽町,35.67,139.76,７５
        131016,3,消火栓,日比谷,35.67,139.75,太い
        """;
    Charset cp932 = Charset.forName("windows-31j");
    HttpResponse<String> begun =
        begin(steward, "water", Map.of("water.csv", table.getBytes(cp932)));
    assertEquals(303, begun.statusCode(), begun.body());
    String draft = DeskBrowser.location(begun);
    String page = steward.get(draft).body();
    assertTrue(page.contains("<del>1,500mm</del> <ins>1500</ins>"), page);
    assertTrue(page.contains("<del>７５</del> <ins>75</ins>"), page);
    Matcher repair =
        Pattern.compile(
                "(?s)<del>([^<]*)</del> <ins>([^<]*)</ins></p>\\s*<form.*?"
                    + "name=\"repair\" value=\"([0-9a-f]{16})\"")
            .matcher(page);
    assertTrue(repair.find(), page);
    String name = repair.group(3);
    HttpResponse<String> mended = steward.send(draft, draft + "/cells", Map.of("repair", name));
    assertEquals(draft + "?done=mended", DeskBrowser.location(mended), mended.body());
    String after = steward.get(draft).body();
    assertTrue(after.contains("セルを直した"), after);
    assertFalse(after.contains("value=\"" + name + "\""), "it is proposed no more");
    HttpResponse<String> twice = steward.send(draft, draft + "/cells", Map.of("repair", name));
    assertEquals(draft + "?done=late", DeskBrowser.location(twice), twice.body());
    List<byte[]> kept = new ArrayList<>();
    try (Stream<Path> files = Files.list(server.store().directory().path().resolve("drafts"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        kept.add(Files.readAllBytes(file));
      }
    }
    assertTrue(
        kept.stream().anyMatch(bytes -> new String(bytes, cp932).equals(table)), "the original");
    String expected = table.replace(repair.group(1), repair.group(2));
    assertTrue(
        kept.stream().anyMatch(bytes -> new String(bytes, cp932).equals(expected)), expected);
  }

  @Test
  void draft_thatTheGateRefuses_isNotSubmitted_andSaysWhatToFix() {
    HttpResponse<String> begun =
        begin(
            steward, "toilets", Map.of("toilets.csv", "名称,緯度,経度\n公園,35.6,139.7\n".getBytes(UTF_8)));
    assertEquals(303, begun.statusCode(), begun.body());
    String draft = DeskBrowser.location(begun);
    String page = steward.get(draft).body();
    assertTrue(page.contains("このままでは受け入れられません"), page);
    HttpResponse<String> answer = decide(steward, draft, "/submit", "1");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("先に「直すこと」"), answer.body());
    assertTrue(steward.get(draft + "/mapping").body().contains("toilets.csv"), "proposed");
    HttpResponse<String> columns = steward.get(draft + "/columns");
    assertEquals(200, columns.statusCode(), columns.body());
    assertTrue(columns.body().contains("緯度") && columns.body().contains("公園"), columns.body());
    Matcher last =
        Pattern.compile("(?s)id=\"c0\".*?<option value=\"(\\d+)\">使わない").matcher(columns.body());
    assertTrue(last.find(), columns.body());
    HttpResponse<String> chosen =
        steward.send(
            draft + "/columns",
            draft + "/columns",
            Map.of("version", "1", "file", "toilets.csv", "c0", last.group(1)));
    assertEquals(draft + "?done=columns", DeskBrowser.location(chosen), chosen.body());
    String after = steward.get(draft + "/mapping").body();
    assertTrue(after.contains("toilets.csv"), after);
    assertTrue(after.contains("第 2 版"), after);
  }

  @Test
  void publisher_ofAnother_cannotBeSubmitted() throws Exception {
    String draft = draft();
    String changed = turtle(draft).replace("publishers/machinami-samples>", "publishers/other>");
    String foreign =
        changed.contains("publishers/other>")
            ? changed
            : turtle(draft)
                .replaceAll(
                    "dct?(erms)?:publisher\\s+[^;]+;",
                    "dct:publisher <http://city.example/publishers/other> ;");
    HttpResponse<String> saved = save(steward, draft, "1", foreign);
    assertEquals(303, saved.statusCode(), saved.body());
    HttpResponse<String> answer = decide(steward, draft, "/submit", "2");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("提供者"), answer.body());
  }

  @Test
  void turtle_withAMistake_comesBackWithItsLine() throws Exception {
    String draft = draft();
    HttpResponse<String> answer = save(steward, draft, "1", "<a> <b> \n ; ;; .");
    assertEquals(400, answer.statusCode());
    assertTrue(
        answer.body().contains("&lt;a> &lt;b>") || answer.body().contains("&lt;a&gt;"),
        answer.body());
  }

  @Test
  void session_thatEndsWhileOneTypes_losesNothing() throws Exception {
    String draft = draft();
    String typed = turtle(draft).replace("都立公園・庭園\"@ja", "打ちかけの名前\"@ja");
    String token = DeskBrowser.token(steward.get(draft + "/turtle"));
    clock.pass(Duration.ofHours(2));
    HttpResponse<String> late =
        steward.post(draft + "/turtle", Map.of("token", token, "version", "1", "turtle", typed));
    String back =
        DeskBrowser.location(late)
            .replaceFirst(".*return=account%2F", "account/")
            .replace("%2F", "/");
    assertEquals("/" + back, DeskBrowser.location(steward.signIn("steward", PASSWORD, back)));
    HttpResponse<String> kept = steward.get("/" + back);
    assertTrue(kept.body().contains("打ちかけの名前"), kept.body());
    HttpResponse<String> again =
        steward.post(
            draft + "/turtle",
            Map.of("token", DeskBrowser.token(kept), "version", "1", "turtle", typed));
    assertEquals(303, again.statusCode(), again.body());
    assertTrue(turtle(draft).contains("打ちかけの名前"));
  }

  private HttpResponse<String> autosave(DeskBrowser who, String draft, Map<String, String> form) {
    Map<String, String> all = new java.util.LinkedHashMap<>(form);
    all.put("do", "autosave");
    return who.post(draft, all, "Accept", "application/json");
  }

  private static String version(HttpResponse<String> answer) {
    Matcher version = Pattern.compile("\"version\":(\\d+)").matcher(answer.body());
    assertTrue(version.find(), answer.body());
    return version.group(1);
  }

  @Test
  void autosave_savesOnce_refusesWhatIsBehind_andAfterASessionIsAnOrdinaryForm() throws Exception {
    String draft = draft();
    String page = steward.get(draft).body();
    assertTrue(page.contains("autosave.js"), page);
    Map<String, String> form = DeskForms.fields(page);
    String name =
        form.keySet().stream()
            .filter(key -> form.get(key).equals("都立公園・庭園"))
            .findFirst()
            .orElseThrow();
    HttpResponse<String> same = autosave(steward, draft, form);
    assertEquals(200, same.statusCode(), same.body());
    form.put("version", version(same));
    HttpResponse<String> again = autosave(steward, draft, form);
    assertEquals(version(same), version(again), "nothing has changed, so there is no new version");
    form.put(name, "打ちかけの公園");
    HttpResponse<String> saved = autosave(steward, draft, form);
    assertEquals(200, saved.statusCode(), saved.body());
    assertTrue(saved.body().contains("自動で保存しました"), saved.body());
    assertTrue(turtle(draft).contains("打ちかけの公園"));
    HttpResponse<String> behind = autosave(steward, draft, form);
    assertEquals(409, behind.statusCode());
    assertTrue(behind.body().contains("別のタブ"), behind.body());
    Map<String, String> theirs = new java.util.LinkedHashMap<>(form);
    theirs.put("token", DeskBrowser.token(stranger.get("/steward")));
    assertEquals(404, autosave(stranger, draft, theirs).statusCode());
    form.put("version", version(saved));
    form.put(name, "打ちかけの庭園");
    clock.pass(Duration.ofHours(2));
    HttpResponse<String> over = autosave(steward, draft, form);
    assertEquals(303, over.statusCode());
    String back = DeskBrowser.location(over).replaceFirst(".*return=", "").replace("%2F", "/");
    assertTrue(back.startsWith("account/kept/"), back);
    steward.signIn("steward", PASSWORD, back);
    HttpResponse<String> kept = steward.get("/" + back);
    assertTrue(kept.body().contains("打ちかけの庭園"), kept.body());
    form.put("token", DeskBrowser.token(kept));
    form.put("do", "autosave");
    assertEquals(303, steward.post(draft, form, "Accept", "text/html").statusCode());
    assertTrue(turtle(draft).contains("打ちかけの庭園"));
  }

  @Test
  void nextPolicy_isTried_andSaysFromWhenAndWhy() throws Exception {
    PolicyVersions versions = new PolicyVersions(server.store());
    new VocabularyLoader(server.store()).load("test");
    Path file = directory.resolve("next.ttl");
    Files.writeString(file, NEXT_POLICY);
    String draft = draft();
    assertFalse(steward.get(draft).body().contains("next-policy"), "there is no next version");
    versions.keep(versions.readDraft(file), "test", "to be discussed");
    String page = steward.get(draft).body();
    assertTrue(page.contains("2099年4月1日"), page);
    assertTrue(page.contains("からは、このままでは受け入れられなくなります"), page);
    assertTrue(page.contains("説明に更新の予告を書いてください"), page);
    assertTrue(page.contains("このまま提出できます"), "the present version lets it in");
  }

  @Test
  void nextPolicy_thatAsksMoreOfData_isTriedOnTheFiles() throws Exception {
    PolicyVersions versions = new PolicyVersions(server.store());
    new VocabularyLoader(server.store()).load("test");
    byte[] zip = zip("\"申請者番号\":\"7000012050002\",");
    String draft = DeskBrowser.location(begin(steward, "parks", Map.of("parks.zip", zip)));
    assertTrue(steward.get(draft).body().contains("このまま提出できます"), "a hint, today");
    Path file = directory.resolve("next.ttl");
    Files.writeString(
        file, NEXT_POLICY + "<policy/2/clauses/5.2#CorporateNumbers> sh:severity sh:Violation .\n");
    versions.keep(versions.readDraft(file), "test", "to be discussed");
    String next = steward.get(draft).body().split("next-policy", 2)[1];
    assertTrue(next.contains("値は法人番号です"), next);
    assertTrue(next.contains("説明に更新の予告を書いてください"), next);
  }

  @Test
  void policyInForce_judgesAtTheDesk_andIsSaidToOnItsPage() throws Exception {
    PolicyVersions versions = new PolicyVersions(server.store());
    new VocabularyLoader(server.store()).load("test");
    String draft = draft();
    assertTrue(steward.get(draft).body().contains("データ方針 第 1 版で検査しました"));
    Path file = directory.resolve("next.ttl");
    Files.writeString(file, NEXT_POLICY.replace("2099-04-01", "2026-11-02"));
    versions.adopt(versions.readDraft(file), "test", "voted");
    String page = steward.get(draft).body();
    assertTrue(page.contains("データ方針 第 2 版で検査しました"), page);
    assertTrue(page.contains("説明に更新の予告を書いてください"), page);
    HttpResponse<String> answer = decide(steward, draft, "/submit", "1");
    assertEquals(400, answer.statusCode(), "the command line would refuse it, too");
    assertTrue(answer.body().contains("先に「直すこと」"), answer.body());
    String first = server.get("/policy/1", "Accept", "text/html").body();
    assertTrue(first.contains("2026年11月1日から施行された前の版です"), first);
    String second = server.get("/policy/2", "Accept", "text/html").body();
    assertTrue(second.contains("2026年11月2日から施行しています"), second);
    String clause = server.get("/policy/2/clauses/4.3", "Accept", "text/html").body();
    assertTrue(clause.contains("説明に更新の予告を書いてください"), clause);
    assertTrue(clause.contains("1 個以上"), "what the version's own shape asks for: " + clause);
  }

  @Test
  void withdrawn_isGone_withTheReason_andTheRecordsStay() throws Exception {
    String draft = draft();
    submit(draft);
    assertEquals(303, decide(approver, draft, "/approve", "1").statusCode());
    String page = "/steward/datasets/parks";
    assertEquals(400, steward.send(page, page + "/withdraw", Map.of()).statusCode());
    HttpResponse<String> taken = steward.send(page, page + "/edit", Map.of());
    String update = DeskBrowser.location(taken);
    assertTrue(update.startsWith("/steward/drafts/") && !update.equals(draft), update);
    assertEquals(update, DeskBrowser.location(steward.send(page, page + "/edit", Map.of())));
    String id = ask(page);
    assertEquals(200, server.get("/datasets/parks").statusCode(), "nobody has agreed yet");
    Map<String, String> that = Map.of("withdrawal", id, "reason", "");
    HttpResponse<String> own = steward.send(page, page + "/withdraw/approve", that);
    assertEquals(403, own.statusCode());
    assertTrue(own.body().contains("別の承認者が判断します"), own.body());
    assertTrue(approver.get("/steward").body().contains("steward/datasets/parks#withdraw"));
    assertEquals(
        page + "?done=declined",
        DeskBrowser.location(approver.send(page, page + "/withdraw/decline", that)));
    assertEquals(
        page + "?done=late",
        DeskBrowser.location(approver.send(page, page + "/withdraw/approve", that)),
        "declined already");
    String again = ask(page);
    HttpResponse<String> done =
        approver.send(page, page + "/withdraw/approve", Map.of("withdrawal", again));
    assertEquals("/steward?done=withdrawn", DeskBrowser.location(done), done.body());
    HttpResponse<String> gone = server.get("/datasets/parks", "Accept", "text/html");
    assertEquals(410, gone.statusCode());
    assertTrue(gone.body().contains("出典に誤りがありました。"), gone.body());
    decide(steward, update, "/submit", "1");
    assertEquals(
        409, decide(approver, update, "/approve", "1").statusCode(), "it began before that");
    assertEquals(410, server.get("/datasets/parks").statusCode());
  }

  /** Asks for the withdrawal of the parks; its id. */
  private String ask(String page) {
    HttpResponse<String> asked =
        steward.send(
            page,
            page + "/withdraw",
            Map.of("reason-ja", "出典に誤りがありました。", "reason-en", "The source was wrong."));
    assertEquals(page + "?done=asked", DeskBrowser.location(asked), asked.body());
    Matcher id =
        Pattern.compile("name=\"withdrawal\" value=\"([^\"]+)\"").matcher(steward.get(page).body());
    assertTrue(id.find());
    return id.group(1);
  }

  @Test
  void stopped_isSaid_notServed_andResumedAsItWas() throws Exception {
    String draft = draft();
    submit(draft);
    assertEquals(303, decide(approver, draft, "/approve", "1").statusCode());
    String page = "/steward/datasets/parks";
    long published = server.store().ledger().head();
    String file = published(server.get("/datasets/parks", "Accept", "text/html").body());
    List<String> served = List.of("/datasets/parks/data.ttl", file);
    served.forEach(path -> assertEquals(200, server.get(path).statusCode(), path));
    assertEquals(400, approver.send(page, page + "/stop", Map.of()).statusCode(), "no reason");
    Map<String, String> why = Map.of("reason-ja", "個人の連絡先が含まれていました。");
    HttpResponse<String> stopped = approver.send(page, page + "/stop", why);
    assertEquals(page + "?done=stopped", DeskBrowser.location(stopped), stopped.body());
    HttpResponse<String> said = server.get("/datasets/parks", "Accept", "text/html");
    assertEquals(200, said.statusCode());
    assertTrue(said.body().contains("公開を停止しています"), said.body());
    assertTrue(said.body().contains("個人の連絡先が含まれていました。"), said.body());
    assertTrue(said.body().contains("policy/1/clauses/9.1"), said.body());
    assertTrue(
        server.get("/datasets/parks.ttl").body().contains("個人の連絡先"), "programs are told, too");
    server.catchUp();
    assertListed(true);
    List<String> gone = new ArrayList<>(served);
    gone.addAll(
        List.of(
            "/datasets/parks/data.ttl?asOf=" + published,
            file + "?asOf=" + published,
            "/datasets/parks/table",
            "/datasets/parks/data.csv",
            "/datasets/parks/downloads",
            "/datasets/parks/map"));
    for (String path : gone) {
      HttpResponse<String> answer = server.get(path, "Accept-Language", "ja");
      assertEquals(403, answer.statusCode(), path);
      assertTrue(answer.body().contains("公開を停止している"), path + answer.body());
    }
    assertEquals(
        page + "?done=late", DeskBrowser.location(approver.send(page, page + "/stop", why)));
    assertEquals(
        page + "?done=resumed", DeskBrowser.location(steward.send(page, page + "/resume", why)));
    served.forEach(path -> assertEquals(200, server.get(path).statusCode(), path));
    assertFalse(server.get("/datasets/parks", "Accept", "text/html").body().contains("公開を停止しています"));
    server.catchUp();
    assertListed(false);
    for (String kind : List.of("stopped", "withdrawn")) {
      String decisions = server.get("/monitor/decisions.json?kind=" + kind).body();
      assertEquals(kind.equals("stopped"), decisions.contains("parks"), decisions);
    }
    assertTrue(
        server
            .get("/monitor/decisions?kind=stopped", "Accept", "text/html")
            .body()
            .contains("個人の連絡先が含まれていました。"));
  }

  /** A stopped dataset is found as before, and each form of the list says so. */
  private void assertListed(boolean stopped) {
    Map<String, String> marks =
        Map.of(
            "/datasets?q=公園",
            "公開停止中",
            "/en/datasets?q=parks",
            ">Stopped<",
            "/publishers/" + ORGANISATION,
            "公開停止中",
            "/datasets.ttl?q=公園",
            "個人の連絡先",
            "/datasets.jsonld?q=公園",
            "個人の連絡先",
            "/datasets.atom?q=公園",
            "term=\"stopped\"",
            "/feed.atom",
            "term=\"stopped\"");
    marks.forEach(
        (path, mark) -> {
          String type = path.matches("/(en|publishers|datasets\\?).*") ? "text/html" : "*/*";
          String list = server.get(path, "Accept", type).body();
          assertTrue(list.contains("datasets/parks"), path + list);
          assertEquals(stopped, list.contains(mark), path + list);
        });
    String[] rows = server.get("/datasets.csv?q=公園").body().split("\r\n", -1);
    assertTrue(rows[0].endsWith(",stopped"), rows[0]);
    assertEquals(stopped, rows[1].matches(".*,20[0-9-]{8}T[0-9:.]+Z"), rows[1]);
    assertEquals(stopped, steward.get("/steward").body().contains("公開停止中"));
  }

  private static String published(String page) {
    Matcher file = Pattern.compile("datasets/parks/files/[^\"?]+").matcher(page);
    assertTrue(file.find(), page);
    return "/" + file.group();
  }

  @Test
  void approvedDraft_endsAStop_andNothingElseDoes() throws Exception {
    String draft = draft();
    submit(draft);
    assertEquals(303, decide(approver, draft, "/approve", "1").statusCode());
    String page = "/steward/datasets/parks";
    String update = DeskBrowser.location(steward.send(page, page + "/edit", Map.of()));
    Map<String, String> why = Map.of("reason-en", "A grave error is feared.");
    assertEquals(303, steward.send(page, page + "/stop", why).statusCode());
    Path folder = Path.of(System.getProperty("machinami.home"), "samples", "datasets", "parks");
    DatasetReport load =
        new Loader(server.store(), MetadataValidator.bundled(), Progress.none())
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
            .datasets()
            .get(0);
    assertEquals(DatasetReport.Outcome.FAILED, load.outcome());
    assertTrue(load.problem().orElseThrow().text(java.util.Locale.ENGLISH).contains("stopped"));
    assertEquals(403, server.get("/datasets/parks/data.ttl").statusCode());
    decide(steward, update, "/submit", "1");
    assertEquals(303, decide(approver, update, "/approve", "1").statusCode());
    assertEquals(200, server.get("/datasets/parks/data.ttl").statusCode());
    assertFalse(
        server.get("/en/datasets/parks", "Accept", "text/html").body().contains("is stopped"));
  }

  private int bare(String path, String type, String... headers) {
    byte[] body = type.startsWith("multipart") ? "--cut--\r\n".getBytes(UTF_8) : new byte[0];
    return server.send(path, type, body, headers).statusCode();
  }

  /** Each resource that is for somebody refuses a form without a token. */
  @Test
  void everyPost_withoutToken_is403() throws Exception {
    String id = draft().replaceFirst(".*/", "");
    List<String> paths = new ArrayList<>();
    for (Class<?> resource :
        List.of(
            org.machinami.web.steward.StewardResource.class,
            org.machinami.web.steward.DraftResource.class,
            org.machinami.web.steward.DecisionResource.class,
            org.machinami.web.steward.ColumnsResource.class,
            org.machinami.web.steward.AnswersResource.class,
            org.machinami.web.steward.PublishedResource.class,
            org.machinami.web.account.AccountResource.class)) {
      String root = resource.getAnnotation(jakarta.ws.rs.Path.class).value();
      for (Method method : resource.getMethods()) {
        if (method.isAnnotationPresent(POST.class)) {
          jakarta.ws.rs.Path below = method.getAnnotation(jakarta.ws.rs.Path.class);
          paths.add("/" + root.replace("{id}", id) + (below == null ? "" : "/" + below.value()));
        }
      }
    }
    assertTrue(paths.size() >= 17, paths.toString());
    for (String path : paths) {
      String type =
          path.endsWith("/new") || path.endsWith("/files")
              ? "multipart/form-data; boundary=cut"
              : "application/x-www-form-urlencoded";
      assertEquals(403, bare(path, type, steward.headers()), path);
      assertEquals(
          403,
          bare(path, type, steward.headers("Origin", "https://evil.example")),
          path + " from elsewhere");
      assertEquals(303, bare(path, type), path + " of nobody");
    }
  }
}
