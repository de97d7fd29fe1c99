package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.VocabularyLoader;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.shapes.quality.Rule;

/** The versions of the policy and their clauses, with one that is to come. */
final class PolicyPagesTest {
  /** A clause more, another text for one, and a rule that is set otherwise. */
  private static final String NEXT =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX eli: <http://data.europa.eu/eli/ontology#>
      PREFIX schema: <https://schema.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      <policy/2> a eli:LegalResource ; eli:amends <policy/1> ; eli:version "2" ;
        eli:title "データ方針 第2版"@ja , "Data policy, version 2"@en ;
        eli:first_date_entry_in_force "2099-04-01"^^xsd:date .
      <policy/2/articles/4> eli:has_part <policy/2/clauses/4.3> .
      <policy/2/clauses/4.3> a eli:LegalResourceSubdivision ;
        eli:number "4.3" ; schema:position 3 ;
        eli:title "電子メール"@ja , "E-mail"@en ;
        eli:description "電子メールを示す。"@ja , "The contact has an e-mail address."@en ;
        city:rationale "ページは変わるため。"@ja , "Pages change."@en ;
        city:enforcedBy <drafts#ContactEmail> .
      <drafts#ContactEmail> a sh:PropertyShape ;
        sh:targetObjectsOf dcat:contactPoint ;
        sh:path vcard:hasEmail ; sh:minCount 1 ; sh:severity sh:Violation ;
        sh:message "電子メールを書いてください。"@ja , "Give the e-mail address."@en .
      <policy/2/clauses/6.2> eli:description "頻度を示す。"@ja , "The frequency is promised."@en .
      <policy/2/clauses/5.2#CorporateNumbers> sh:severity sh:Violation .
      """;

  @TempDir static Path directory;
  private static PagesServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new PagesServer(directory);
    new VocabularyLoader(server.store()).load("test");
    PolicyVersions versions = new PolicyVersions(server.store());
    var next = new ByteArrayInputStream(NEXT.getBytes(StandardCharsets.UTF_8));
    versions.adopt(versions.readDraft(next, "next.ttl"), "test", "voted");
    server.catchUp();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path) {
    HttpResponse<String> answer = server.get(path, "Accept", "text/html", "Accept-Language", "ja");
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  @Test
  void eachVersion_listsAll_withTheirDaysAndWhichIsInForce() {
    for (String path : new String[] {"/policy/1", "/policy/2"}) {
      String versions = page(path).split("id=\"versions\"", 2)[1];
      assertTrue(versions.contains("policy/1\""), versions);
      assertTrue(versions.contains("2026年11月1日から（施行中）"), versions);
      assertTrue(versions.contains("policy/2\""), versions);
      assertTrue(versions.contains("2099年4月1日から<"), versions);
    }
    assertTrue(page("/en/policy/2").contains("since 1 November 2026 (in force)"));
  }

  @Test
  void laterVersion_marksWhatDiffersFromTheOneBefore() {
    String second = page("/policy/2");
    assertTrue(second.contains("第1版から変わった条項：3。"), second);
    assertEquals("第1版にない条項。", mark(second, "4.3"));
    assertEquals("第1版から変更。", mark(second, "6.2"));
    assertEquals("第1版から変更。", mark(second, "5.2"));
    assertEquals("", mark(second, "5.3"));
    String first = page("/policy/1");
    assertFalse(first.contains("から変わった条項"), first);
    assertEquals("", mark(first, "6.2"));
  }

  private static String mark(String page, String clause) {
    String article = page.split("id=\"clause-" + clause + "\"", 2)[1].split("</article>", 2)[0];
    var mark = Pattern.compile("<strong>([^<]*)</strong>").matcher(article);
    return mark.find() ? mark.group(1) : "";
  }

  @Test
  void machineReadability_listsItsRules_andWhoDecidesEach() {
    String clause = page("/policy/1/clauses/6.1");
    for (Rule rule : Rule.values()) {
      assertTrue(clause.contains("<code>" + rule.id() + "</code>"), rule.id());
    }
    assertTrue(clause.contains("見出し"), clause);
    assertFalse(clause.contains("人が点検します"), clause);
    assertTrue(clause.contains("30 件の規則のうち、20 件はプログラムが判定し"), clause);
    String english = page("/en/policy/1/clauses/6.1");
    assertTrue(english.contains("Of 30 rules, 20 are decided by the program, 5 are"), english);
    assertFalse(Pattern.compile("<td>[^<]*[ぁ-ん]").matcher(english).find(), "no Japanese");
    assertTrue(page("/policy/1").contains("規則 30 件で点検"));
  }

  @Test
  void clausesOnFiles_showExamples_andWhatIsKnownOfThem() {
    String flow = page("/policy/1/clauses/5.4");
    assertTrue(flow.contains("533935351123"), flow);
    assertTrue(flow.contains("各行が「人流の観測」を表す"), flow);
    String standard = page("/policy/1/clauses/6.4");
    assertTrue(standard.contains("標準「消防水利施設一覧」に従うと名乗る"), standard);
    assertTrue(standard.contains("消火せん"), standard);
    assertTrue(page("/en/policy/1/clauses/6.4").contains("“Fire-fighting water sources”"));
    assertTrue(page("/policy/1/clauses/6.3").contains("150mm"));
  }
}
