package org.machinami.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.quality.Answer;
import org.machinami.shapes.quality.GivenAnswers;
import org.machinami.shapes.quality.Rule;
import org.machinami.store.ledger.Hash;
import org.machinami.web.account.Account;
import org.machinami.web.account.Grant;
import org.machinami.web.account.Role;

/** What the steward's desk makes of the files that somebody sends, and what it asks of them. */
final class DeskFilesTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String ORGANISATION = "machinami-samples";

  private static final String PONDS =
      """
      NO,名称,面積
      1,西の池,"1,200"
      2,東の池,800
      3,北の池,950
      """;

  @TempDir private static Path directory;
  private static PagesServer server;
  private static DeskBrowser steward;
  private static DeskBrowser approver;
  private static DeskBrowser stranger;
  private static int number;

  @BeforeAll
  static void start() throws Exception {
    server = new PagesServer(directory.resolve("data"));
    account("steward", new Grant(Role.STEWARD, ORGANISATION), new Grant(Role.APPROVER, ""));
    account("approver", new Grant(Role.APPROVER, ORGANISATION));
    account("stranger", new Grant(Role.STEWARD, "other"));
    steward = new DeskBrowser(server).in("steward", PASSWORD);
    approver = new DeskBrowser(server).in("approver", PASSWORD);
    stranger = new DeskBrowser(server).in("stranger", PASSWORD);
  }

  private static void account(String login, Grant... grants) {
    Account account = server.accounts().add(login, login, "", List.of(grants)).orElseThrow();
    server.accounts().setPassword(account, PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void count() {
    number++;
  }

  private static String dataset() {
    return "files-" + number;
  }

  /** The description of the parks, of no file yet. */
  private static String description() throws IOException {
    Path parks = Path.of(System.getProperty("machinami.home"), "samples", "datasets", "parks");
    return Files.readString(parks.resolve("dataset.ttl"))
        .replaceFirst(" ;\\s+dcat:distribution <datasets/parks#geojson> \\.", " .")
        .replaceFirst("(?s)<datasets/parks#geojson> a dcat:Distribution.*?> \\.\n", "");
  }

  private static HttpResponse<String> begin(Map<String, byte[]> files) {
    return steward.upload(
        "/steward/new",
        "/steward/new",
        Map.of(
            "dataset", dataset(), "publisher", ORGANISATION, "key", UUID.randomUUID().toString()),
        files);
  }

  /** A draft of these files and a description that the gate admits; its path. */
  private static String draft(Map<String, byte[]> files) throws IOException {
    Map<String, byte[]> all = new TreeMap<>(files);
    all.put("dataset.ttl", description().getBytes(UTF_8));
    HttpResponse<String> begun = begin(all);
    assertEquals(303, begun.statusCode(), begun.body());
    return DeskBrowser.location(begun);
  }

  private static String found(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    assertTrue(matcher.find(), pattern + " in " + page);
    return matcher.group(1);
  }

  private static String quality(String page) {
    String section = page.substring(page.indexOf("class=\"draft-quality\""));
    return section.substring(0, section.indexOf("</section>"));
  }

  private static void publish(String draft) {
    for (Map.Entry<String, DeskBrowser> one :
        List.of(Map.entry("/submit", steward), Map.entry("/approve", approver))) {
      DeskBrowser who = one.getValue();
      String page = who.get(draft).body();
      String version = found("name=\"version\" value=\"(\\d+)\"", page);
      HttpResponse<String> answer =
          who.send(
              "/steward", draft + one.getKey(), Map.of("version", version, "reason", "確かめました。"));
      assertEquals(303, answer.statusCode(), answer.body());
    }
  }

  private static HttpResponse<String> answer(
      DeskBrowser who, String draft, String rule, String to) {
    String files = found("name=\"files\" value=\"([0-9a-f]{64})\"", steward.get(draft).body());
    return who.send("/steward", draft + "/answers", Map.of("files", files, rule, to));
  }

  private static String published() {
    return server.get("/datasets/" + dataset(), "Accept", "text/html").body();
  }

  /** The level in the description, and in the verdict. */
  private static void assertLevel(String level) {
    NamedGraphs names = new NamedGraphs(PagesServer.BASE);
    Node measurement = NodeFactory.createURI(names.verdict(dataset()) + "#machine-readability");
    for (String name : List.of(names.metadata(dataset()), names.verdict(dataset()))) {
      Node value =
          graph(name)
              .find(measurement, NodeFactory.createURI("http://www.w3.org/ns/dqv#value"), Node.ANY)
              .next()
              .getObject();
      assertEquals(level, value.getLiteralLexicalForm(), name);
    }
    assertTrue(published().contains("品質レベル " + level), published());
  }

  private static Graph graph(String name) {
    return server
        .store()
        .versions()
        .graph(server.store().states().find(name).orElseThrow().version());
  }

  @Test
  void quality_isSaid_withRulePlaceAndMend_toStewardAndApprover() throws IOException {
    String draft = draft(Map.of("ponds.csv", PONDS.getBytes(UTF_8)));
    String page = steward.get(draft).body();
    String quality = quality(page);
    assertTrue(page.split("draft-quality", 2)[0].contains("品質レベル 1"), "at the top, too");
    assertTrue(quality.contains("品質レベル 1"), quality);
    assertTrue(quality.contains(Rule.NUMBERS.label(Locale.JAPANESE)), quality);
    assertTrue(quality.contains(Rule.NUMBERS.advice(Locale.JAPANESE)), quality);
    assertTrue(quality.contains("ponds.csv の 1 行目、列「面積」"), quality);
    assertTrue(quality.contains("<del>1,200</del> <ins>1200</ins>"), quality);
    assertTrue(quality.contains(Rule.UNITS.question(Locale.JAPANESE)), quality);
    String english = quality(steward.get("/en" + draft).body());
    assertTrue(english.contains(Rule.NUMBERS.label(Locale.ENGLISH)), english);
    assertTrue(english.contains("ponds.csv, row 1, column “面積”"), english);
    assertFalse(Pattern.compile("[ぁ-ん]").matcher(english).find(), english);
    String shown = quality(approver.get(draft).body());
    assertTrue(shown.contains(Rule.NUMBERS.label(Locale.JAPANESE)), shown);
    assertTrue(shown.contains(Rule.UNITS.question(Locale.JAPANESE)), shown);
    assertFalse(shown.contains("<form"), "who decides mends nothing: " + shown);
    String mend = found("name=\"repair\" value=\"([0-9a-f]{16})\"", quality);
    HttpResponse<String> mended = steward.send(draft, draft + "/cells", Map.of("repair", mend));
    assertEquals(draft + "?done=mended", DeskBrowser.location(mended), mended.body());
    String after = quality(steward.get(draft).body());
    assertTrue(after.contains("品質レベル 3"), after);
    assertFalse(after.contains("1,200"), after);
  }

  @Test
  void findingInAFile_saysWhatIsExpected() throws IOException {
    String table = "都道府県コード又は市区町村コード,NO,名称,住所,緯度,経度\n131016,1,丸の内,千代田区,35.68,999\n";
    String draft = draft(Map.of("toilets.csv", table.getBytes(UTF_8)));
    String report = found("(class=\"gate-report\".*?</section>)", steward.get(draft).body());
    assertTrue(report.contains("toilets.csv の 1 行目"), report);
    assertTrue(report.contains("求められる値："), report);
  }

  @Test
  void answer_countsTowardsTheLevel_isPublished_andComesBackToTheDesk() throws IOException {
    byte[] table = PONDS.replace("\"1,200\"", "1200").getBytes(UTF_8);
    String draft = draft(Map.of("ponds.csv", table));
    assertTrue(quality(steward.get(draft).body()).contains("品質レベル 3"));
    assertEquals(404, answer(stranger, draft, "L3-04", "no").statusCode(), "another's draft");
    assertEquals(403, answer(approver, draft, "L3-04", "no").statusCode(), "who only decides");
    HttpResponse<String> kept = answer(steward, draft, "L3-04", "no");
    assertEquals(draft + "?done=answered", DeskBrowser.location(kept), kept.body());
    String page = steward.get(draft).body();
    assertTrue(page.contains("name=\"L3-04\" value=\"no\" checked"), page);
    assertTrue(page.contains("確認事項に回答した"), page);
    assertTrue(quality(page).contains("品質レベル 2"), page);
    assertTrue(quality(approver.get(draft).body()).contains("いいえ、守られていません"));
    publish(draft);
    assertLevel("2");
    String dataset = published();
    assertTrue(dataset.contains("提供者が答えたこと"), dataset);
    assertTrue(dataset.contains("いいえ、守られていません"), dataset);
    NamedGraphs names = new NamedGraphs(PagesServer.BASE);
    GivenAnswers given = GivenAnswers.read(graph(names.verdict(dataset())));
    assertEquals(Set.of(GivenAnswers.name(sha256(table))), given.files());
    Answer no = given.answers().get(0);
    assertEquals(
        "L3-04 NO " + PagesServer.BASE + "publishers/" + ORGANISATION,
        no.rule().id() + " " + no.reply() + " " + no.by());
    String again = edit();
    String second = steward.get(again).body();
    assertTrue(second.contains("name=\"L3-04\" value=\"no\" checked"), second);
    assertFalse(second.contains("前の回答は無効"), second);
    assertFalse(quality(approver.get(again).body()).contains("公開中の回答"));
    answer(steward, again, "L3-04", "yes");
    String changed = quality(approver.get(again).body());
    assertTrue(changed.contains("公開中の回答：いいえ、守られていません"), changed);
    answer(steward, again, "L3-04", "no");
    HttpResponse<String> replaced =
        steward.upload(
            again,
            again + "/files",
            Map.of(),
            Map.of("ponds.csv", (PONDS + "4,南の池,70\n").getBytes(UTF_8)));
    assertEquals(303, replaced.statusCode(), replaced.body());
    String lapsed = steward.get(again).body();
    assertTrue(lapsed.contains("前の回答は無効"), lapsed);
    assertTrue(lapsed.contains("前のファイルについての回答：いいえ、守られていません"), lapsed);
    assertFalse(lapsed.contains("value=\"no\" checked"), lapsed);
  }

  private static String edit() {
    String page = "/steward/datasets/" + dataset();
    return DeskBrowser.location(steward.send(page, page + "/edit", Map.of()));
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Hash.sha256().digest(bytes));
  }

  @Test
  void answer_yes_keepsTheRule_andCanBeTakenBack() throws IOException {
    String draft = draft(Map.of("ponds.csv", PONDS.getBytes(UTF_8)));
    answer(steward, draft, "L3-04", "yes");
    assertTrue(steward.get(draft).body().contains("name=\"L3-04\" value=\"yes\" checked"));
    answer(steward, draft, "L3-04", "");
    assertFalse(steward.get(draft).body().contains("value=\"yes\" checked"));
    answer(steward, draft, "L2-01", "yes");
    assertTrue(
        quality(steward.get(draft).body()).contains("品質レベル 1"),
        "what the program has decided is not asked");
  }

  @Test
  void answer_ofFilesThatAreOthersByNow_isNotKept() throws IOException {
    String draft = draft(Map.of("ponds.csv", PONDS.getBytes(UTF_8)));
    String files = found("name=\"files\" value=\"([0-9a-f]{64})\"", steward.get(draft).body());
    byte[] other = PONDS.replace("800", "801").getBytes(UTF_8);
    steward.upload(draft, draft + "/files", Map.of(), Map.of("ponds.csv", other));
    HttpResponse<String> late =
        steward.send(draft, draft + "/answers", Map.of("files", files, "L3-04", "yes"));
    assertEquals(draft + "?done=late", DeskBrowser.location(late), late.body());
    assertFalse(steward.get(draft).body().contains("value=\"yes\" checked"));
  }

  private static byte[] workbook(XSSFWorkbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("一覧");
    List<List<String>> rows =
        List.of(List.of("NO", "名称", "住所"), List.of("1", "中央図書館", "本町"), List.of("2", "南図書館", "南町"));
    for (int i = 0; i < rows.size(); i++) {
      Row row = sheet.createRow(i);
      for (int j = 0; j < rows.get(i).size(); j++) {
        row.createCell(j).setCellValue(rows.get(i).get(j));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    workbook.close();
    return bytes.toByteArray();
  }

  @Test
  void workbook_goesFromItsColumnsToAPublishedDataset() throws IOException {
    String draft = draft(Map.of("図書館.xlsx", workbook(new XSSFWorkbook())));
    String page = steward.get(draft).body();
    assertTrue(page.contains("このまま提出できます"), page);
    String link = found("href=\"[^\"]*?(/columns\\?file=[^\"]+)\"", page);
    String columns = steward.get(draft + link).body();
    assertTrue(columns.contains("図書館.xlsx（Excel）"), columns);
    assertTrue(columns.contains("<strong>中央図書館</strong>"), columns);
    assertTrue(columns.contains(">図書館<"), "what a row is: " + columns);
    publish(draft);
    String data = server.get("/datasets/" + dataset() + "/data.ttl").body();
    assertTrue(data.contains("中央図書館") && data.contains("南図書館"), data);
    assertEquals(
        200,
        server
            .get("/datasets/" + dataset() + "/files/%E5%9B%B3%E6%9B%B8%E9%A4%A8.xlsx")
            .statusCode());
  }

  @ParameterizedTest
  @CsvSource({"macro.xlsm,マクロ入りの Excel", "macro.xlsx,マクロが含まれています"})
  void workbook_withMacros_isRefused(String name, String said) throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM);
    workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    HttpResponse<String> answer = begin(Map.of(name, workbook(workbook)));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains(said), answer.body());
    assertTrue(answer.body().contains(".xlsx で保存し直して"), "what to do: " + answer.body());
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void twoFiles_areBothMapped_eachCorrectedAlone_andPublished() throws IOException {
    byte[] zip =
        zip(
            Map.of(
                "libraries.csv", "NO,名称,住所\n1,中央図書館,本町\n2,南図書館,南町\n",
                "stock.csv", "番号,品名,備考\n1,机,木\n2,椅子,鉄\n"));
    String draft = draft(Map.of("two.zip", zip));
    String page = steward.get(draft).body();
    assertTrue(page.contains("このまま提出できます"), page);
    Map<String, String> said = Map.of("libraries.csv", "中央図書館", "stock.csv", "椅子");
    said.forEach(
        (file, word) -> {
          assertTrue(page.contains("/columns?file=" + file), page);
          String columns = steward.get(draft + "/columns?file=" + file).body();
          assertFalse(columns.contains("このファイルのものではない"), columns);
          assertTrue(columns.contains(word), columns);
          assertTrue(columns.contains("aria-current=\"page\">" + file), columns);
        });
    String columns = steward.get(draft + "/columns?file=stock.csv").body();
    String nothing = found("id=\"c2\".*?<option value=\"(\\d+)\">使わない", columns);
    HttpResponse<String> chosen =
        steward.send(
            draft + "/columns",
            draft + "/columns",
            Map.of("version", "1", "file", "stock.csv", "c2", nothing));
    assertEquals(draft + "?done=columns", DeskBrowser.location(chosen), chosen.body());
    publish(draft);
    String data = server.get("/datasets/" + dataset() + "/data.ttl").body();
    assertTrue(data.contains("中央図書館") && data.contains("本町"), data);
    assertTrue(data.contains("椅子") && !data.contains("鉄"), data);
  }

  @Test
  void file_thatIsAddedLater_isMappedBesideTheFirst_untilItIsTakenOut() throws IOException {
    String draft = draft(Map.of("ponds.csv", PONDS.getBytes(UTF_8)));
    byte[] stock = "番号,品名\n1,机\n2,椅子\n".getBytes(UTF_8);
    HttpResponse<String> added =
        steward.upload(draft, draft + "/files", Map.of(), Map.of("stock.csv", stock));
    assertEquals(draft + "?done=file", DeskBrowser.location(added), added.body());
    assertTrue(steward.get(draft).body().contains("このまま提出できます"));
    String mapping = DeskForms.textarea(steward.get(draft + "/mapping").body(), "mapping");
    assertTrue(mapping.contains("\"ponds.csv\"") && mapping.contains("\"stock.csv\""), mapping);
    steward.send(draft, draft + "/files/remove", Map.of("file", "stock.csv"));
    String page = steward.get(draft).body();
    assertTrue(page.contains("このまま提出できます"), page);
    String rest = DeskForms.textarea(steward.get(draft + "/mapping").body(), "mapping");
    assertTrue(rest.contains("\"ponds.csv\"") && !rest.contains("\"stock.csv\""), rest);
  }

  @ParameterizedTest
  @CsvSource({"dataset.jsonld,JSON-LD", "dataset.rdf,RDF/XML"})
  void description_isTaken_inOtherLanguagesOfRdf(String name, String lang) throws IOException {
    Graph graph = RDFParser.fromString(description(), Lang.TURTLE).base(PagesServer.BASE).toGraph();
    Lang written = lang.equals("RDF/XML") ? Lang.RDFXML : Lang.JSONLD;
    byte[] bytes = RDFWriter.source(graph).lang(written).asString().getBytes(UTF_8);
    HttpResponse<String> begun = begin(Map.of(name, bytes, "ponds.csv", PONDS.getBytes(UTF_8)));
    assertEquals(303, begun.statusCode(), begun.body());
    String draft = DeskBrowser.location(begun);
    assertTrue(steward.get(draft).body().contains("このまま提出できます"));
    String turtle = DeskForms.textarea(steward.get(draft + "/turtle").body(), "turtle");
    assertTrue(turtle.contains("都立公園・庭園\"@ja"), turtle);
    assertTrue(turtle.contains("datasets/" + dataset() + ">"), "it is this dataset: " + turtle);
  }
}
