package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.LoadException;
import org.machinami.loader.harvest.doubles.CkanDouble;
import org.machinami.loader.harvest.doubles.Entries;
import org.machinami.loader.harvest.doubles.Entry;
import org.machinami.loader.harvest.doubles.HttpDouble;
import org.machinami.loader.harvest.doubles.Reply;

/** Harvests of a portal that speaks CKAN. */
class CkanHarvestTest {
  private static final int COUNT = 60;
  private static final long SEED = 20261129;

  @TempDir private Path directory;
  private final Entries entries = Entries.random(COUNT, SEED);
  private CkanDouble portal;
  private Harvested city;

  @BeforeEach
  void start() {
    portal = CkanDouble.over(entries);
    city = new Harvested(directory);
    city.allow(portal.server().authority());
  }

  @AfterEach
  void stop() {
    city.close();
    portal.close();
  }

  private HarvestReport harvest(String... settings) throws IOException {
    return city.run(
        "portal",
        "kind=ckan\nurl="
            + portal.server().address()
            + "\nrows=25\n"
            + String.join("\n", settings));
  }

  private String id(int place) {
    return new ForeignNames(Harvested.BASE, "portal")
        .datasetId(portal.server().address() + "/dataset/" + entries.get(place).id());
  }

  @Test
  void harvest_portal_takesAllPagesAndMapsThemToTheProfile() throws IOException {
    HarvestReport report = harvest();
    assertEquals(COUNT, report.added());
    assertEquals(List.of(), report.refused());
    assertEquals(COUNT, city.datasets("portal").size());
    Graph graph = city.metadata(id(7));
    Node dataset = NodeFactory.createURI(Harvested.BASE + "datasets/" + id(7));
    assertTrue(
        graph.contains(
            dataset,
            DCTerms.title.asNode(),
            NodeFactory.createLiteralLang(entries.get(7).title(), "en")));
    assertTrue(
        graph.contains(
            Node.ANY,
            DCTerms.license.asNode(),
            NodeFactory.createURI("https://creativecommons.org/licenses/by/4.0/")));
    assertTrue(
        graph.contains(
            Node.ANY,
            DCAT.accessURL.asNode(),
            NodeFactory.createURI(entries.get(7).files().get(0))));
    assertTrue(
        graph.contains(
            Node.ANY,
            DCTerms.format.asNode(),
            NodeFactory.createURI(
                "http://publications.europa.eu/resource/authority/file-type/CSV")));
  }

  private static final String TITLE = "http://purl.org/dc/terms/title";

  private void additions(String turtle) throws IOException {
    Path recipe = Files.createDirectories(directory.resolve("recipes/portal"));
    Files.writeString(recipe.resolve("additions.ttl"), turtle);
  }

  private boolean isTitled(int place, String title, String tag) {
    return city.metadata(id(place))
        .contains(
            Node.ANY, NodeFactory.createURI(TITLE), NodeFactory.createLiteralLang(title, tag));
  }

  @Test
  void harvest_additionsBesideTheRecipe_stayWhateverChangesAtTheSource() throws IOException {
    harvest();
    String foreign = portal.server().address() + "/dataset/" + entries.get(4).id();
    additions(
        "<%s> <%s> \"公園\"@ja . <%s/resource/r0> <%s> \"ファイル\"@ja ."
            .formatted(foreign, TITLE, foreign, TITLE));
    HarvestReport report = harvest();
    assertEquals(1, report.changed(), "what is added is added to what is here");
    assertTrue(isTitled(4, "公園", "ja") && isTitled(4, "ファイル", "ja"));
    assertEquals(0, harvest().commits());
    entries.change(4, entry -> entry.titled("Renamed", entries.tick()));
    harvest();
    assertTrue(isTitled(4, "公園", "ja") && isTitled(4, "Renamed", "en"));
    Files.delete(directory.resolve("recipes/portal/additions.ttl"));
    harvest();
    assertFalse(isTitled(4, "公園", "ja"));
  }

  @Test
  void harvest_additionsThatCannotBeRead_changeNothingAndAreSaid() throws IOException {
    harvest();
    Map<String, org.machinami.store.ledger.Hash> before = city.everything();
    additions("<x> <%s> [ <%s> \"x\" ] .".formatted(TITLE, TITLE));
    assertEquals("harvest.additions-blank", assertThrows(LoadException.class, this::harvest).key());
    additions("<x> <");
    assertEquals("rdf.syntax", assertThrows(LoadException.class, this::harvest).key());
    assertEquals(before, city.everything());
  }

  private Map<String, String> kept() {
    HarvestedRecords records = HarvestedRecords.of(city.store(), "portal");
    return records.texts(records.all());
  }

  @Test
  void harvest_records_areKeptAsTheyWereGiven() throws IOException {
    harvest();
    assertEquals(COUNT, kept().size());
    assertTrue(kept().get(id(7)).contains("\"cost_centre\""));
    entries.change(7, entry -> entry.titled("Renamed", entries.tick()));
    harvest();
    assertEquals(COUNT, kept().size());
    assertTrue(kept().get(id(7)).contains("\"title\":\"Renamed\""));
  }

  @Test
  void harvest_recordsThatWereLost_areReadAgainAndNothingChanges() throws IOException {
    harvest();
    Files.delete(directory.resolve("data/harvest/portal/records"));
    assertEquals(Map.of(), kept());
    assertEquals(0, harvest().commits());
    assertEquals(COUNT, kept().size());
  }

  @Test
  void harvest_quarantine_keepsTheRecordsOfBoth() throws IOException {
    harvest();
    Map<String, String> before = kept();
    entries.replaceAll(entry -> entry.titled(entry.title() + " (2)", entries.tick()));
    assertTrue(harvest().stopped().isPresent());
    assertEquals(before.keySet(), kept().keySet());
    assertEquals(before.get(id(3)), kept().get(id(3)));
    city.quarantine("portal").orElseThrow().release(city.store(), "test", "they said so");
    assertTrue(kept().get(id(3)).contains(" (2)\""));
  }

  @Test
  void harvest_extraWithoutPlace_isKeptAndListed() throws IOException {
    HarvestReport report = harvest();
    assertEquals(Map.of("extras.cost_centre", (long) COUNT), report.notMapped());
    assertTrue(
        city.metadata(id(0))
            .contains(
                Node.ANY,
                NodeFactory.createURI("https://schema.org/value"),
                NodeFactory.createLiteralString(entries.get(0).extras().get("cost_centre"))));
  }

  @Test
  void harvest_nothingChanged_asksTwiceAndCommitsNothing() throws IOException {
    harvest();
    long head = city.store().ledger().head();
    portal.server().takeAsked();
    HarvestReport again = harvest();
    assertEquals(COUNT, again.unchanged());
    assertEquals(0, again.added() + again.changed() + again.deleted() + again.commits());
    assertEquals(head, city.store().ledger().head());
    assertEquals(2, portal.server().takeAsked().size(), "what changed, and the list of names");
  }

  @Test
  void harvest_threeChangedOneNewOneGone_readsOnlyThese() throws IOException {
    harvest();
    for (int place : new int[] {3, 30, 59}) {
      entries.change(place, entry -> entry.titled("New name " + place, entries.tick()));
    }
    String gone = id(10);
    String goneId = entries.get(10).id();
    entries.removeIf(entry -> entry.id().equals(goneId));
    entries.add(
        new Entry(
            "fresh",
            "Fresh",
            "New here.",
            "Roads Office",
            "cc-by",
            List.of("https://files.example/f"),
            entries.tick(),
            Map.of()));
    HarvestReport report = harvest();
    assertEquals(3, report.changed());
    assertEquals(1, report.added());
    assertEquals(1, report.deleted());
    assertEquals(COUNT - 4, report.unchanged());
    assertFalse(city.datasets().contains(gone));
    assertTrue(
        city.store().states().history(city.names().metadata(gone)).get(0).deleted(),
        "what was there stays in the ledger");
  }

  @Test
  void harvest_weeklyAll_findsWhatWasChangedBackdated() throws IOException {
    harvest();
    Entry old = entries.get(20);
    entries.change(20, entry -> entry.titled("Changed in secret", old.modified()));
    assertEquals(0, harvest().changed());
    city.later(Duration.ofDays(8));
    assertEquals(1, harvest().changed());
  }

  @Test
  void harvest_recordRefusedBefore_isReportedAgainAndNotReadAgain() throws IOException {
    entries.change(5, entry -> entry.described("", entries.tick()));
    assertEquals(1, harvest().refusedCount());
    portal.server().takeAsked();
    HarvestReport again = harvest();
    assertEquals(1, again.refusedCount());
    assertFalse(again.refused().get(0).clauses().isEmpty(), "the clause is named");
    assertEquals(2, portal.server().takeAsked().size());
  }

  @Test
  void harvest_cutOffInTheMiddle_goesOnWhereItWas() throws IOException {
    portal
        .server()
        .suffer(
            (asked, usual) ->
                asked.query("start", "0").equals("50")
                    ? Optional.of(Reply.status(503))
                    : Optional.empty());
    LoadException busy = assertThrows(LoadException.class, this::harvest);
    assertEquals("harvest.busy", busy.key());
    assertEquals(0, city.store().ledger().head());
    portal.server().recover();
    portal.server().takeAsked();
    assertEquals(COUNT, harvest().added());
    assertEquals(
        List.of("50"),
        portal.server().takeAsked().stream().map(asked -> asked.query("start", "0")).toList());
  }

  @Test
  void harvest_busyServer_waitsAsLongAsItAsks() throws IOException {
    portal
        .server()
        .suffer(
            (asked, usual) ->
                asked.number() == 0
                    ? Optional.of(Reply.status(429).with("Retry-After", "17"))
                    : Optional.empty());
    assertEquals(COUNT, harvest().added());
    assertTrue(city.pauses().contains(Duration.ofSeconds(17)), city.pauses().toString());
  }

  @Test
  void harvest_credential_isSentAndToldNobody() throws IOException {
    city.secret("PORTAL_TOKEN", "s3cret-token");
    portal
        .server()
        .suffer(
            (asked, usual) ->
                asked.header("Authorization").equals("Bearer s3cret-token")
                    ? Optional.empty()
                    : Optional.of(Reply.status(403)));
    assertEquals("harvest.status", assertThrows(LoadException.class, this::harvest).key());
    HarvestReport report = harvest("credential=env:PORTAL_TOKEN", "credential-scheme=Bearer");
    assertEquals(COUNT, report.added());
    assertFalse(report.toString().contains("s3cret"));
  }

  private void demand(String token) {
    portal
        .server()
        .suffer(
            (asked, usual) ->
                asked.header("X-Token").equals(token)
                    ? Optional.empty()
                    : Optional.of(Reply.status(403)));
  }

  @Test
  void harvest_credentialInAFile_isReadWithEachRun() throws IOException {
    Path recipe = Files.createDirectories(directory.resolve("recipes/portal"));
    Path beside = Files.writeString(recipe.resolve("portal.token"), "s3cret-token\n");
    demand("s3cret-token");
    HarvestReport report = harvest("credential=file:portal.token", "credential-header=X-Token");
    assertEquals(COUNT, report.added());
    assertFalse(report.toString().contains("s3cret"));
    demand("n3xt");
    Files.writeString(beside, "n3xt");
    assertEquals(0, harvest("credential=file:portal.token", "credential-header=X-Token").commits());
    Path elsewhere = Files.move(beside, directory.resolve("portal.token"));
    assertEquals(0, harvest("credential=file:" + elsewhere, "credential-header=X-Token").commits());
  }

  @Test
  void harvest_credentialFileThatIsNotThereOrEmpty_isNamed_andNothingIsAsked() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty.token"), "\n");
    for (String place : List.of("file:no.token", "file:" + empty, "file:" + directory)) {
      LoadException refused =
          assertThrows(LoadException.class, () -> harvest("credential=" + place));
      assertEquals("harvest.credential", refused.key());
      assertTrue(refused.getMessage().contains(place), refused.getMessage());
    }
    assertEquals(List.of(), portal.server().takeAsked());
  }

  @Test
  void harvest_credentialAndRedirectToAnotherHost_isNotSentThere() throws IOException {
    city.secret("PORTAL_TOKEN", "s3cret-token");
    try (HttpDouble thief = HttpDouble.start(asked -> Reply.status(404))) {
      city.allow(thief.authority());
      portal.server().suffer((asked, usual) -> Optional.of(Reply.redirect(thief.address() + "/x")));
      assertThrows(LoadException.class, () -> harvest("credential=env:PORTAL_TOKEN"));
      assertEquals(
          Set.of(""),
          Set.copyOf(
              thief.takeAsked().stream().map(asked -> asked.header("Authorization")).toList()));
    }
  }

  @Test
  void harvest_dryRun_tellsAndWritesNothing() throws IOException {
    harvest();
    entries.change(3, entry -> entry.titled("Other", entries.tick()));
    long head = city.store().ledger().head();
    HarvestReport report =
        city.run(
            "portal",
            "kind=ckan\nurl=" + portal.server().address() + "\nrows=25\n",
            new HarvestOptions("test", true, false));
    assertEquals(1, report.changed());
    assertEquals(head, city.store().ledger().head());
    assertEquals(1, harvest().changed());
  }

  @Test
  void harvest_withdrawnHere_isNotBroughtBack() throws IOException {
    harvest();
    String id = id(4);
    city.store()
        .commit(
            new org.machinami.store.ledger.CommitRequest(
                "steward",
                "withdraw",
                "a mistake",
                Optional.empty(),
                List.of(
                    org.machinami.store.ledger.GraphChange.deletion(city.names().metadata(id)),
                    org.machinami.store.ledger.GraphChange.deletion(city.names().verdict(id)))));
    entries.change(4, entry -> entry.titled("Again", entries.tick()));
    harvest();
    assertFalse(city.datasets().contains(id));
  }
}
