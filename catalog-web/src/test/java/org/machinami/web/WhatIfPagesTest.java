package org.machinami.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.ontology.City;
import org.machinami.ontology.Vocabularies;
import org.machinami.web.account.Account;
import org.machinami.web.account.Grant;
import org.machinami.web.account.Role;
import org.machinami.web.config.Configuration;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;
import org.machinami.web.monitor.whatif.WhatIfLimits;

/** A draft of the policy, from its upload to the report on what it would change. */
final class WhatIfPagesTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String HOME = "/monitor/what-if";
  private static final Path DRAFTS =
      Path.of("../shapes/src/test/resources/org/machinami/shapes/drafts");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Long enough for a process to start and to come to the rule. */
  private static final Duration STALL = Duration.ofSeconds(15);

  @TempDir static Path directory;
  private static PagesServer server;
  private static DeskBrowser member;
  private static String draft;

  @BeforeAll
  static void start() throws Exception {
    server =
        new PagesServer(
            directory,
            Clock.system(Messages.CITY),
            new RequestSettings(true, 5),
            Clock.systemUTC(),
            Configuration.read(Map.of(), Map.of(), directory).validate(),
            new WhatIfLimits(PATIENCE, STALL, "256m", 100_000, 3));
    dataset("parks", "bureau", "public", "vcard:hasEmail <mailto:a@example.org>");
    dataset("shops", "acme", "private", "vcard:hasURL <https://example.org/>");
    dataset("buses", "tobus", "utility", "vcard:hasURL <https://example.org/>");
    account("member", new Grant(Role.COMMITTEE, ""));
    account("steward", new Grant(Role.STEWARD, "acme"));
    member = new DeskBrowser(server).in("member", PASSWORD);
    draft = Files.readString(DRAFTS.resolve("contact-email.ttl"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void account(String login, Grant grant) {
    Account account = server.accounts().add(login, login + " さん", "", List.of(grant)).orElseThrow();
    server.accounts().setPassword(account, PASSWORD);
  }

  private static void dataset(String id, String publisher, String sector, String contact) {
    server.commit(
        "load " + id,
        Map.of(
            "graph/metadata/" + id,
            """
            PREFIX city: <https://machinami.org/vocab/city#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
            <datasets/ID> a dcat:Dataset ; dct:title "題 ID"@ja , "Title ID"@en ;
              dct:description "説明"@ja , "Words"@en ; dct:publisher <publishers/BODY> ;
              city:sector <https://machinami.org/vocab/sector/SECTOR> ;
              dcat:contactPoint <datasets/ID#contact> ; dcat:distribution <datasets/ID#file> .
            <datasets/ID#file> a dcat:Distribution ; dcat:accessURL <https://example.org/> .
            <publishers/BODY> a foaf:Agent ; foaf:name "BODY"@en .
            <datasets/ID#contact> vcard:fn "窓口"@ja ; CONTACT .
            """
                .replace("ID", id)
                .replace("BODY", publisher)
                .replace("SECTOR", sector)
                .replace("CONTACT", contact)));
  }

  /** Sends a draft as a file; the answer. */
  private static HttpResponse<String> send(String text) {
    String token = DeskBrowser.token(member.get(HOME));
    String body =
        "--cut\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n"
            + token
            + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"draft.ttl\""
            + "\r\n\r\n"
            + text
            + "\r\n--cut--\r\n";
    return server.send(
        HOME, "multipart/form-data; boundary=cut", body.getBytes(UTF_8), member.headers());
  }

  /** Sends a draft that is one; the path of its run. */
  private static String begin(String text) {
    HttpResponse<String> answer = send(text);
    assertEquals(303, answer.statusCode(), answer.body());
    return DeskBrowser.location(answer);
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void await(String path) throws Exception {
    assertTrue(server.whatIf().await(id(path), PATIENCE), "the run did not end");
  }

  private static void delete(String path) {
    assertEquals(303, member.send(path, path + "/delete", Map.of()).statusCode());
    assertEquals(404, member.get(path).statusCode());
  }

  /** The draft with a rule that is never through. */
  private static String hostile() {
    StringBuilder query = new StringBuilder("SELECT $this WHERE { $this ?p0 ?o0 .");
    for (int i = 1; i < 12; i++) {
      query.append(" ?s%d ?p%d ?o%d .".replace("%d", Integer.toString(i)));
    }
    // All of them in one, so that nothing can be left out before the end.
    query.append(" FILTER(CONCAT(STR(?o0)");
    for (int i = 1; i < 12; i++) {
      query.append(", STR(?o").append(i).append(')');
    }
    query.append(") = 'never') }");
    return draft
        + "\n<drafts#ContactEmail> sh:sparql [ a sh:SPARQLConstraint ; sh:select \"\"\""
        + query
        + "\"\"\" ] .\n";
  }

  @Test
  void draft_thatAddsAClause_isReportedByOrganisationSectorAndDataset() throws Exception {
    long head = server.store().ledger().head();
    String path = begin(draft);
    await(path);
    String page = member.get(path).body();
    assertTrue(page.contains("掲載中の 3 件のうち 2 件の判定が変わります"), page);
    assertTrue(page.contains("4.3 電子メール"), page);
    assertTrue(page.contains("題 shops") && page.contains("題 buses"), page);
    assertFalse(page.contains("題 parks"), page);
    assertTrue(page.contains("vcard:hasEmail を書いて") || page.contains("vcard:hasEmail）を書いて"), page);
    String narrowed =
        member.get(path + "?publisher=" + PagesServer.BASE + "publishers/acme").body();
    assertTrue(narrowed.contains("題 shops") && !narrowed.contains("題 buses"), narrowed);
    assertEquals(400, member.get(path + "?then=nothing").statusCode());

    List<String> csv = member.get(path + ".csv").body().lines().toList();
    assertEquals(3, csv.size(), csv.toString());
    assertTrue(csv.get(0).startsWith("dataset,publisher,sector,before,after,finding,clause,rule"));
    assertTrue(
        csv.stream()
            .anyMatch(
                line ->
                    line.startsWith(PagesServer.BASE + "datasets/shops,")
                        && line.contains(",refused,refused,4.3,")),
        csv.toString());

    Graph graph = RDFParser.fromString(member.get(path + ".jsonld").body(), Lang.JSONLD).toGraph();
    Node outcome = NodeFactory.createURI(Vocabularies.concept("outcome", "refused"));
    assertEquals(2, graph.find(Node.ANY, City.outcome.asNode(), outcome).toList().size());
    assertTrue(
        graph.contains(
            Node.ANY,
            City.clause.asNode(),
            NodeFactory.createURI(PagesServer.BASE + "policy/2/clauses/4.3")));

    assertEquals(draft, member.get(path + "/draft").body());
    assertTrue(member.get(HOME).body().contains("第2版の案の試算"));
    assertEquals(head, server.store().ledger().head());
    delete(path);
  }

  @Test
  void run_underWay_isShownReloadsAndIsCancelled_andNoOtherBegins() throws Exception {
    String path = begin(hostile());
    HttpResponse<String> page = member.get(path);
    assertEquals("3", page.headers().firstValue("Refresh").orElse(""));
    assertTrue(page.body().contains("このページは自動的に更新されます"), page.body());
    HttpResponse<String> other = send(draft);
    assertEquals(409, other.statusCode());
    assertTrue(other.body().contains("別の試算が進んでいます"), other.body());
    assertEquals(404, member.get(path + ".csv").statusCode());
    assertEquals(303, member.send(path, path + "/cancel", Map.of()).statusCode());
    assertFalse(server.whatIf().isAtWork());
    HttpResponse<String> after = member.get(path);
    assertTrue(after.headers().firstValue("Refresh").isEmpty());
    assertTrue(after.body().contains("委員が中止しました"), after.body());
    delete(path);
  }

  @Test
  void draft_whoseRuleIsNeverThrough_isEnded() throws Exception {
    String path = begin(hostile());
    await(path);
    assertFalse(server.whatIf().isAtWork());
    String page = member.get(path).body();
    assertTrue(page.contains("時間のかかりすぎる問い合わせ"), page);
    assertFalse(Files.exists(directory.resolve("what-if/" + id(path) + "/report.jsonl.gz")));
    assertFalse(Files.exists(directory.resolve("what-if/" + id(path) + "/datasets.txt")));
    delete(path);
  }

  @Test
  void draft_thatIsNone_isToldWithItsLine() {
    HttpResponse<String> syntax = send(draft.replace("eli:version \"2\" ;", "eli:version \"2\" "));
    assertEquals(400, syntax.statusCode());
    assertTrue(syntax.body().contains("draft.ttl の 15 行目"), syntax.body());
    assertTrue(syntax.body().contains("eli:first_date_entry_in_force"), syntax.body());
  }

  @ParameterizedTest
  @CsvSource({
    "city:enforcedBy <drafts#ContactEmail>, city:enforcedBy <drafts#Other>, 存在しない規則",
    "eli:amends <policy/1>, eli:amends <policy/0>, 施行中の版だけ",
    "sh:minCount 1, sh:pattern '(', 規則を読み取れません",
    "sh:minCount 1, sh:sparql [ sh:select 'SELECT' ], 規則を読み取れません"
  })
  void draft_thatCannotBeUsed_isToldWhy(String from, String to, String said) {
    HttpResponse<String> answer = send(draft.replace(from, to.replace('\'', '"')));
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(said), answer.body());
  }

  @Test
  void draft_ofNothingOrTooLarge_isToldSo() {
    assertTrue(send("").body().contains("保管した案を選んでください"));
    HttpResponse<String> large = send("#".repeat(100_001));
    assertEquals(400, large.statusCode());
    assertTrue(large.body().contains("改定案は 100 kB までです"), large.body());
    assertEquals(413, send("#".repeat(300_000)).statusCode());
  }

  @Test
  void pages_areForTheCommitteeOnly() throws Exception {
    DeskBrowser steward = new DeskBrowser(server).in("steward", PASSWORD);
    assertEquals(403, steward.get(HOME).statusCode());
    assertEquals(403, steward.get(HOME + "/abcdefgh").statusCode());
    HttpResponse<String> visitor = server.get(HOME, "Accept", "text/html");
    assertEquals(303, visitor.statusCode());
    assertTrue(DeskBrowser.location(visitor).contains("/account/sign-in"));
    assertEquals(303, server.get(HOME + "/abcdefgh.csv").statusCode());
    assertEquals(
        403,
        server
            .send(
                HOME,
                "multipart/form-data; boundary=cut",
                "x".getBytes(UTF_8),
                "Cookie",
                "x=y",
                "Origin",
                "http://evil.example")
            .statusCode());
  }
}
