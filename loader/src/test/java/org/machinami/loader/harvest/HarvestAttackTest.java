package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.machinami.loader.LoadException;
import org.machinami.loader.harvest.doubles.CkanDouble;
import org.machinami.loader.harvest.doubles.DcatDouble;
import org.machinami.loader.harvest.doubles.Entries;
import org.machinami.loader.harvest.doubles.HttpDouble;
import org.machinami.loader.harvest.doubles.Reply;
import org.machinami.store.ledger.Hash;

/**
 * Sources that fail, lie and attack. After each of them all that was here is here as it was; when
 * the source is well again, the harvest goes on as if nothing had been.
 */
class HarvestAttackTest {
  private static final int COUNT = 40;

  @TempDir private Path directory;
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final Entries entries = Entries.random(COUNT, seed);
  private CkanDouble ckan;
  private DcatDouble dcat;
  private Harvested city;

  @BeforeEach
  void start() {
    System.out.println("HarvestAttackTest seed " + seed);
    ckan = CkanDouble.over(entries);
    dcat = DcatDouble.over(entries, 15);
    city = new Harvested(directory);
    city.allow(ckan.server().authority());
    city.allow(dcat.server().authority());
  }

  @AfterEach
  void stop() {
    city.close();
    ckan.close();
    dcat.close();
  }

  /** The doors by which a catalogue is harvested. */
  enum Door {
    CKAN("kind=ckan\nrows=15\nurl=", ""),
    HYDRA("kind=dcat\nurl=", "/catalog"),
    LDES("kind=dcat\nurl=", "/ldes"),
    TURTLE("kind=dcat\nurl=", "/catalog.ttl"),
    DATA_JSON("kind=data-json\nurl=", "/data.json");

    private final String settings;
    private final String path;

    Door(String settings, String path) {
      this.settings = settings;
      this.path = path;
    }
  }

  private HttpDouble server(Door door) {
    return door == Door.CKAN ? ckan.server() : dcat.server();
  }

  private HarvestReport harvest(Door door, boolean full) throws IOException {
    return city.run(
        "source",
        door.settings + server(door).address() + door.path + "\n",
        new HarvestOptions("test", false, full));
  }

  /** A way to fail that ends the run with a reason. */
  private record Failure(
      String name, List<String> keys, Function<HttpDouble, HttpDouble.Trouble> trouble) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Failure always(String name, Reply reply, String... keys) {
    return new Failure(name, List.of(keys), server -> (asked, usual) -> Optional.of(reply));
  }

  private static final List<Failure> FAILURES =
      List.of(
          always("error page with 200", Reply.errorPage(), "harvest.not-json", "harvest.not-rdf"),
          always("500", Reply.status(500), "harvest.busy"),
          always("404", Reply.status(404), "harvest.status"),
          always(
              "empty body",
              Reply.of(200, "application/json", ""),
              "harvest.not-json",
              "harvest.not-rdf",
              "harvest.stopped-empty"),
          always(
              "redirect inside", Reply.redirect("http://169.254.169.254/latest/"), "egress.inside"),
          always(
              "redirect to this machine",
              Reply.redirect("http://localhost:80/"),
              "egress.inside",
              "egress.unreachable"),
          always("redirect to a file", Reply.redirect("file:///etc/passwd"), "egress.scheme"),
          always(
              "success false",
              Reply.json("{\"success\": false, \"error\": {\"message\": \"no\"}}"),
              "harvest.no-records",
              "harvest.ckan-error",
              "harvest.not-rdf",
              "harvest.no-stream",
              "harvest.stopped-empty"),
          always(
              "deep nesting",
              Reply.json("{\"result\": " + "[".repeat(5000)),
              "harvest.json",
              "harvest.not-rdf",
              "harvest.no-records"),
          new Failure(
              "cut in the middle",
              List.of("egress.unreachable"),
              server -> (asked, usual) -> Optional.of(usual.answer(plain(asked)).cutOff())),
          new Failure(
              "silent",
              List.of("egress.slow"),
              server ->
                  (asked, usual) -> {
                    server.never();
                    return Optional.of(Reply.status(500));
                  }));

  /** The same without conditions. */
  private static HttpDouble.Asked plain(HttpDouble.Asked asked) {
    return new HttpDouble.Asked(asked.path(), asked.query(), Map.of(), asked.number());
  }

  static Stream<Arguments> allFailures() {
    return Stream.of(Door.values())
        .flatMap(door -> FAILURES.stream().map(failure -> Arguments.of(door, failure)));
  }

  /** Each failure at one door, each door with two failures or more; the rest is for the night. */
  static Stream<Arguments> failures() {
    return IntStream.range(0, FAILURES.size())
        .mapToObj(k -> Arguments.of(Door.values()[k % Door.values().length], FAILURES.get(k)));
  }

  @Tag("nightly")
  @ParameterizedTest
  @MethodSource("allFailures")
  void anyFailureAtAnyDoor_changesNothingAndIsSaid(Door door, Failure failure) throws IOException {
    failure_changesNothingAndIsSaid(door, failure);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_changesNothingAndIsSaid(Door door, Failure failure) throws IOException {
    assertEquals(COUNT, harvest(door, false).added());
    Map<String, Hash> before = city.everything();
    long head = city.store().ledger().head();
    if (failure.name().equals("silent")) {
      city.longest(Duration.ofMillis(300));
    }
    server(door).suffer(failure.trouble().apply(server(door)));
    String key;
    try {
      key = harvest(door, true).stopped().orElseThrow().key();
    } catch (LoadException e) {
      key = e.key();
      assertTrue(e.text(java.util.Locale.JAPANESE).length() > 10);
    }
    assertTrue(failure.keys().contains(key), door + " " + failure + ": " + key);
    assertEquals(head, city.store().ledger().head());
    assertEquals(before, city.everything());
    server(door).recover();
    city.longest(Duration.ofSeconds(20));
    Quarantine.discard(city.store(), "source");
    HarvestReport well = harvest(door, true);
    assertEquals(COUNT, well.unchanged(), door + " " + failure);
    assertEquals(before, city.everything());
  }

  /** Lists that are whole to look at, and lack or change too much. */
  private enum Loss {
    EMPTY,
    HALF,
    ALL_CHANGED,
    LICENCE_LOST,
    MOVED
  }

  static Stream<Arguments> losses() {
    return Stream.of(Door.values())
        .flatMap(
            door ->
                Stream.of(Loss.values())
                    // In a stream only what is said to be gone is gone; and the IRIs of CKAN are
                    // those of its address.
                    .filter(
                        loss ->
                            door != Door.LDES
                                || loss == Loss.ALL_CHANGED
                                || loss == Loss.LICENCE_LOST)
                    .filter(loss -> loss != Loss.MOVED || door == Door.HYDRA || door == Door.TURTLE)
                    .map(loss -> Arguments.of(door, loss)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void loss_goesToQuarantineAndIsCommittedExactlyWhenReleased(Door door, Loss loss)
      throws IOException {
    harvest(door, false);
    Map<String, Hash> before = city.everything();
    long head = city.store().ledger().head();
    lose(loss);
    HarvestReport report = harvest(door, false);
    assertTrue(report.stopped().isPresent(), door + " " + loss);
    assertEquals(head, city.store().ledger().head());
    assertEquals(before, city.everything());
    Quarantine quarantine = city.quarantine("source").orElseThrow();
    assertEquals(report.deleted(), quarantine.gone().size());
    assertEquals(report.changed(), quarantine.changed());
    quarantine.release(city.store(), "administrator", "the source is right");
    Map<String, Hash> after = city.everything();
    quarantine
        .changes()
        .forEach(
            change ->
                assertEquals(
                    change.after(),
                    Optional.ofNullable(after.get(change.graph())),
                    change.graph()));
    assertTrue(city.quarantine("source").isEmpty());
    HarvestReport next = harvest(door, false);
    assertEquals(
        0, next.changed() + next.deleted() + next.added() + next.commits(), next.toString());
  }

  private void lose(Loss loss) {
    switch (loss) {
      case EMPTY -> entries.removeIf(entry -> true);
      case HALF -> {
        int[] number = new int[1];
        entries.removeIf(entry -> number[0]++ % 2 == 0);
      }
      case ALL_CHANGED ->
          entries.replaceAll(entry -> entry.described("Another text.", entries.tick()));
      case LICENCE_LOST -> {
        // Fewer than the limit of changes, more than that of losses.
        for (int k = 0; k < 5; k++) {
          entries.change(k, entry -> entry.licensed("", entries.tick()));
        }
      }
      case MOVED -> dcat.name(id -> "https://moved.example/data/" + id);
    }
  }

  @Test
  void movedSource_isRecognisedAndCanBeFollowedWithoutNewAddresses() throws IOException {
    harvest(Door.HYDRA, false);
    Map<String, Hash> before = city.everything();
    dcat.name(id -> "https://moved.example/data/" + id);
    HarvestReport report = harvest(Door.HYDRA, false);
    String note = report.notes().get(0).en();
    assertTrue(note.contains("https://moved.example/data/"), note);
    String from = dcat.server().address() + "/dataset/";
    HarvestReport followed =
        city.run(
            "source",
            Door.HYDRA.settings
                + dcat.server().address()
                + Door.HYDRA.path
                + "\nlimit=1\nmoved="
                + from
                + " https://moved.example/data/\n");
    assertEquals(0, followed.added() + followed.deleted());
    assertEquals(before.keySet(), city.everything().keySet());
  }

  @Test
  void half_aRunThatWasReleasedAfterSomethingElseChanged_isRefused() throws IOException {
    harvest(Door.CKAN, false);
    lose(Loss.HALF);
    harvest(Door.CKAN, false);
    Quarantine quarantine = city.quarantine("source").orElseThrow();
    String touched = quarantine.changes().get(0).graph();
    city.store()
        .commit(
            new org.machinami.store.ledger.CommitRequest(
                "steward",
                "publish",
                "meanwhile",
                Optional.empty(),
                List.of(
                    org.machinami.store.ledger.GraphChange.to(
                        touched,
                        city.store()
                            .write(org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph())
                            .hash()))));
    Map<String, Hash> before = city.everything();
    LoadException refused =
        assertThrows(
            LoadException.class,
            () -> quarantine.release(city.store(), "administrator", "so be it"));
    assertEquals("harvest.release-touched", refused.key());
    assertEquals(before, city.everything());
  }

  @Test
  void endlessPaging_ends() throws IOException {
    harvest(Door.HYDRA, false);
    Map<String, Hash> before = city.everything();
    String self = dcat.server().address() + "/catalog";
    // Each page leads to another one that was never there.
    dcat.server()
        .suffer(
            (asked, usual) ->
                Optional.of(
                    Reply.of(
                        200,
                        "text/turtle",
                        "<%s?page=%s> <http://www.w3.org/ns/hydra/core#next> <%s?page=%d> ."
                            .formatted(
                                self, asked.query("page", "1"), self, random.nextLong() >>> 1))));
    LoadException ended =
        assertThrows(
            LoadException.class,
            () -> city.run("source", Door.HYDRA.settings + self + "\npages=50\n"));
    assertEquals("harvest.endless", ended.key());
    assertEquals(before, city.everything());
  }

  @Test
  void portalThatRepeatsItsFirstPage_ends() throws IOException {
    harvest(Door.CKAN, false);
    ckan.server()
        .suffer(
            (asked, usual) ->
                Optional.of(
                    usual.answer(
                        new HttpDouble.Asked(
                            asked.path(), Map.of("rows", "15"), asked.headers(), 0))));
    assertEquals(
        "harvest.repeats", assertThrows(LoadException.class, () -> harvest(Door.CKAN, true)).key());
  }

  @Test
  void cyclicNext_isReadOnce() throws IOException {
    String self = dcat.server().address() + "/catalog";
    dcat.server()
        .suffer(
            (asked, usual) -> {
              Reply reply = usual.answer(plain(asked));
              String text =
                  reply
                      .text()
                      .replaceAll(
                          "hydra:next <[^>]*page=3>",
                          "hydra:next <" + self + "?page=1>, <" + self + ">")
                      .replaceAll("hydra:totalItems \\d+", "hydra:totalItems 15");
              return Optional.of(Reply.of(200, "text/turtle", text));
            });
    assertEquals(30, harvest(Door.HYDRA, false).added());
  }

  @Test
  void countThatIsNotMet_isNotWhole() throws IOException {
    harvest(Door.HYDRA, false);
    Map<String, Hash> before = city.everything();
    dcat.server()
        .suffer(
            (asked, usual) -> {
              Reply reply = usual.answer(plain(asked));
              return Optional.of(
                  Reply.of(
                      200,
                      "text/turtle",
                      reply.text().replaceAll("hydra:next <[^>]*page=3>", "dct:title \"end\"")));
            });
    assertEquals(
        "harvest.short", assertThrows(LoadException.class, () -> harvest(Door.HYDRA, true)).key());
    assertEquals(before, city.everything());
  }

  @Test
  void hugeRecord_isRefusedAndTheRestIsTaken() throws IOException {
    entries.change(7, entry -> entry.described("x".repeat(5 << 20), entries.tick()));
    HarvestReport report = harvest(Door.CKAN, false);
    assertEquals(COUNT - 1, report.added());
    assertEquals(1, report.refusedCount());
    HarvestReport json =
        city.run(
            "other",
            Door.DATA_JSON.settings + dcat.server().address() + Door.DATA_JSON.path + "\n");
    assertEquals(1, json.refusedCount());
  }

  @Test
  void brokenIris_costNoMoreThanTheirStatement() throws IOException {
    entries.change(
        3,
        entry ->
            entry.filed(
                List.of("https://files.example/a b|c{d}.csv", "javascript:alert(1)", "nonsense"),
                entries.tick()));
    HarvestReport report = harvest(Door.CKAN, false);
    assertEquals(COUNT, report.added());
    assertEquals(2L, report.notMapped().get("resources.url"));
    // What comes as RDF says more often what it should not.
    HarvestReport turtle =
        city.run("other", Door.TURTLE.settings + dcat.server().address() + Door.TURTLE.path + "\n");
    assertTrue(turtle.added() + turtle.links().size() >= COUNT - 1, turtle.toString());
  }

  @Test
  void brokenPage_lastsButDeletesNothing() throws IOException {
    harvest(Door.HYDRA, false);
    Map<String, Hash> before = city.everything();
    dcat.server()
        .suffer(
            (asked, usual) -> {
              Reply reply = usual.answer(plain(asked));
              String text = reply.text();
              return Optional.of(
                  asked.query("page", "1").equals("2")
                      ? Reply.of(
                          200,
                          "text/turtle",
                          text.substring(0, text.length() - 2000) + "\n<<< broken")
                      : Reply.of(200, "text/turtle", text));
            });
    HarvestReport report = harvest(Door.HYDRA, true);
    assertEquals(0, report.deleted());
    assertEquals(before, city.everything(), "half of a description is none");
    assertTrue(report.refused().stream().anyMatch(one -> one.iri().contains("page=2")));
  }

  @Test
  void randomFaults_inTheEndAllIsAsAtTheSource() throws IOException {
    harvest(Door.HYDRA, false);
    for (int round = 0; round < 12; round++) {
      Door door = Door.HYDRA;
      int place = random.nextInt(entries.size());
      entries.change(place, entry -> entry.titled("Round " + random.nextInt(1000), entries.tick()));
      dcat.server()
          .suffer(
              (asked, usual) ->
                  switch (random.nextInt(6)) {
                    case 0 -> Optional.of(Reply.errorPage());
                    case 1 -> Optional.of(Reply.status(500 + random.nextInt(5)));
                    case 2 -> Optional.of(Reply.of(200, "text/turtle", ""));
                    default -> Optional.empty();
                  });
      try {
        harvest(door, random.nextBoolean());
      } catch (LoadException e) {
        assertTrue(e.key().startsWith("harvest.") || e.key().startsWith("egress."), e.key());
      }
      assertEquals(COUNT, city.datasets("source").size(), "round " + round);
    }
    dcat.server().recover();
    city.run(
        "source", Door.HYDRA.settings + dcat.server().address() + Door.HYDRA.path + "\nlimit=1\n");
    for (int k = 0; k < COUNT; k++) {
      String id =
          new ForeignNames(Harvested.BASE, "source")
              .datasetId(dcat.server().address() + "/dataset/" + entries.get(k).id());
      String title = entries.get(k).title();
      assertTrue(
          city.metadata(id)
              .contains(
                  org.apache.jena.graph.Node.ANY,
                  org.apache.jena.vocabulary.DCTerms.title.asNode(),
                  org.apache.jena.graph.NodeFactory.createLiteralLang(title, "en")),
          title);
    }
  }
}
