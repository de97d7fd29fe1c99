package org.machinami.loader.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.LoadException;
import org.machinami.loader.VocabularyLoader;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.Verdict;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;

class WhatIfTest {
  private static final String BASE = "https://city.example/";
  private static final Path DRAFT =
      Path.of("../shapes/src/test/resources/org/machinami/shapes/drafts/contact-email.ttl");

  @TempDir Path temporary;
  private Store store;
  private PolicyVersions policies;

  @BeforeEach
  void fill() {
    Store.create(temporary.resolve("data"), BASE);
    store = Store.open(temporary.resolve("data"));
    new VocabularyLoader(store).load("test");
    policies = new PolicyVersions(store);
    for (int i = 0; i < 450; i++) {
      dataset("d" + i, "body" + i % 3, i % 5 == 0);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void dataset(String id, String publisher, boolean email) {
    String contact =
        email ? "vcard:hasEmail <mailto:a@example.org>" : "vcard:hasURL <https://e.org/>";
    Graph graph =
        RDFParser.fromString(
                """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
                BASE <https://city.example/>
                <datasets/ID> a dcat:Dataset ; dct:title "題"@ja , "T"@en ;
                  dct:description "説明"@ja , "D"@en ; dct:publisher <publishers/PUBLISHER> ;
                  dcat:contactPoint <contact> ; dcat:distribution <datasets/ID#x> .
                <datasets/ID#x> a dcat:Distribution ; dcat:accessURL <https://example.org/> .
                <publishers/PUBLISHER> a foaf:Agent ; foaf:name "局"@ja .
                <contact> vcard:fn "窓口"@ja ; CONTACT .
                """
                    .replace("ID", id)
                    .replace("PUBLISHER", publisher)
                    .replace("CONTACT", contact),
                Lang.TURTLE)
            .toGraph();
    NamedGraphs names = new NamedGraphs(BASE);
    Verdict verdict = MetadataValidator.bundled().validate(graph, BASE + "datasets/" + id);
    store.commit(
        new CommitRequest(
            "test",
            "load",
            "test",
            Optional.empty(),
            List.of(
                GraphChange.to(names.metadata(id), store.write(graph).hash()),
                GraphChange.to(
                    names.verdict(id), store.write(verdict.toGraph(names, id)).hash()))));
  }

  private WhatIfReport run() {
    return whatIf().run(WhatIfCatalogue.of(store), done -> {});
  }

  private WhatIf whatIf() {
    return new WhatIf(
        store.versions(), store.base(), policies.inForce(), policies.readDraft(DRAFT));
  }

  @Test
  void run_draftThatAddsAClause_tellsWhomItBreaks() {
    WhatIfReport report = run();
    assertEquals(450, report.datasets());
    assertEquals(360, report.changed().size());
    assertEquals(360, report.moves(Outcome.ADMITTED_WITH_WARNINGS, Outcome.REFUSED));
    assertEquals(90, report.count(Outcome.ADMITTED_WITH_WARNINGS, true));
    assertEquals(
        new WhatIfReport.Share(120, 0, 0), report.byPublisher().get(BASE + "publishers/body1"));
    assertEquals(new WhatIfReport.Clause(360, 0, 0), report.byClause().get("4.3"));
    assertEquals(0, report.touched());
    WhatIfReport.Found why = report.changed().get(0).gained().get(0);
    assertTrue(why.shape().endsWith("drafts#ContactEmail") && why.refuses(), why.toString());
    assertEquals("vcard:hasEmail", why.property());
  }

  @Test
  void report_asAFile_readsBack() throws IOException {
    WhatIfReport report = run();
    Path file = temporary.resolve("report.jsonl.gz");
    WhatIfFile.write(file, report, policies.inForce(), policies.readDraft(DRAFT));
    WhatIfFile.Figures figures = WhatIfFile.figures(file);
    assertEquals(360, figures.changed());
    assertEquals(360, figures.count(Outcome.REFUSED, true));
    assertEquals(0, figures.count(Outcome.REFUSED, false));
    assertEquals(new WhatIfFile.Words("電子メール", "E-mail"), figures.clauses().get("4.3"));
    assertEquals(report.byPublisher(), figures.byPublisher());
    WhatIfFile.Rule rule = figures.rules().get(BASE + "drafts#ContactEmail");
    assertEquals("4.3", rule.clause());
    assertTrue(rule.message().en().startsWith("Give the e-mail address"), rule.toString());
    WhatIfFile.Some some = WhatIfFile.some(file, one -> one.publisher().endsWith("body1"), 100, 50);
    assertEquals(120, some.total());
    assertEquals(
        report.changed().stream()
            .filter(one -> one.publisher().endsWith("body1"))
            .skip(100)
            .toList(),
        some.datasets());
  }

  @Test
  void run_isWhatTheDraftItselfWouldSayOfEach() {
    WhatIfReport report = run();
    MetadataValidator draft = policies.readDraft(DRAFT).validator();
    NamedGraphs names = new NamedGraphs(BASE);
    for (WhatIfReport.Judged judged : report.changed()) {
      Graph graph =
          store
              .versions()
              .graph(store.states().find(names.metadata(judged.id())).orElseThrow().version());
      assertEquals(
          draft.validate(graph, BASE + "datasets/" + judged.id()).outcome(), judged.after());
    }
  }

  @Test
  void run_stopped_ends() {
    WhatIf run = whatIf();
    WhatIfCatalogue catalogue = WhatIfCatalogue.of(store);
    assertThrows(WhatIfStopped.class, () -> run.run(catalogue, done -> run.stop()));
  }

  @Test
  void adopt_comesIntoForceOnItsDay() {
    PolicyVersion draft = policies.readDraft(DRAFT);
    policies.keep(draft, "committee", "for the session in March");
    assertTrue(policies.findDraft("2").isPresent());
    assertEquals("1", policies.inForce(LocalDate.parse("2027-05-01")).policy().version());
    policies.adopt(draft, "committee", "voted on 20 March");
    assertTrue(policies.findDraft("2").isEmpty());
    assertEquals("1", policies.inForce(LocalDate.parse("2027-03-31")).policy().version());
    PolicyVersion adopted = policies.inForce(LocalDate.parse("2027-04-01"));
    assertEquals("2", adopted.policy().version());
    assertEquals(draft.policy().numbers(), adopted.policy().numbers());
    // Read back from the store it judges alike, paths and lists of shapes included.
    NamedGraphs names = new NamedGraphs(BASE);
    for (String id : List.of("d0", "d1")) {
      Graph graph =
          store.versions().graph(store.states().find(names.metadata(id)).orElseThrow().version());
      assertEquals(
          draft.validator().validate(graph, BASE + "datasets/" + id),
          adopted.validator().validate(graph, BASE + "datasets/" + id));
    }
  }

  @Test
  void adopt_anotherOfTheSameNumber_isRefused() throws IOException {
    policies.adopt(policies.readDraft(DRAFT), "committee", "voted");
    String other = Files.readString(DRAFT).replace("2027-04-01", "2027-05-01");
    PolicyVersion changed =
        policies.readDraft(
            new ByteArrayInputStream(other.getBytes(StandardCharsets.UTF_8)), "other.ttl");
    LoadException e =
        assertThrows(LoadException.class, () -> policies.adopt(changed, "committee", "voted"));
    assertEquals("policy.adopted", e.key());
    assertTrue(e.text(Locale.ENGLISH).contains("Version 2"), e.text(Locale.ENGLISH));
  }

  @Test
  void readDraft_notTurtle_saysSo() {
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> policies.readDraft(new ByteArrayInputStream(new byte[] {'<', '<'}), "x.ttl"));
    assertEquals("rdf.syntax", e.key());
  }
}
