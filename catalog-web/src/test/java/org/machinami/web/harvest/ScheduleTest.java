package org.machinami.web.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.store.Store;
import org.machinami.web.account.MovedClock;
import org.machinami.web.records.Records;

/** Sources run by themselves when they are due, while a clock is moved on. */
class ScheduleTest {
  private static final String NEAR = "near";
  private static final Duration JITTER = Duration.ofMinutes(30);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Three in the morning in the city, the first time after the clock's first moment. */
  private static final Instant NIGHT = Instant.parse("2026-11-29T18:00:00Z");

  @TempDir private Path directory;
  private final MovedClock clock = new MovedClock();
  private Store store;
  private Records records;
  private Harvests harvests;

  @BeforeEach
  void start() throws IOException {
    Store.create(directory, "http://city.example/");
    store = Store.open(directory);
    records = Records.open(Records.EMBEDDED, directory);
    recipe(NEAR);
    dump(NEAR, 10);
    harvests =
        new Harvests(
            store,
            records,
            new EgressLimits(Set.of(), Set.of(80, 443), 1 << 20, Duration.ofSeconds(5)),
            Map.of(),
            Optional.of(directory.resolve("recipes")),
            clock);
  }

  @AfterEach
  void stop() {
    harvests.close();
    records.close();
    store.close();
  }

  private Path folder(String source) {
    return directory.resolve("recipes").resolve(source);
  }

  private void recipe(String source) throws IOException {
    Path recipe = Files.createDirectories(folder(source));
    Files.writeString(
        recipe.resolve("dataset.ttl"),
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/%1$s> a dcat:Dataset ; dct:title "隣の市"@ja , "Neighbour"@en ;
          dct:description "隣の市のカタログです。"@ja , "The catalogue of the city next door."@en ;
          dct:publisher <publishers/%1$s> .
        <publishers/%1$s> a foaf:Agent ; foaf:name "隣の市"@ja , "Neighbour"@en .
        """
            .formatted(source));
    Files.writeString(
        recipe.resolve("harvest.properties"),
        "dump=dump.ttl\nsector=public\nschedule=0 3 * * *\njitter-minutes=30\n");
  }

  private void dump(String source, int count) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>\n");
    for (int k = 0; k < count; k++) {
      text.append(
          "<https://%s.example/%d> a dcat:Dataset ; dct:title \"Set %d\"@en ; dct:description \"What it is.\"@en .%n"
              .formatted(source, k, k));
    }
    Files.writeString(folder(source).resolve("dump.ttl"), text);
  }

  private HarvestSource source(String id) {
    return harvests.sources().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private Instant next() {
    return harvests.next(source(NEAR)).orElseThrow();
  }

  private void moveTo(Instant time) {
    clock.pass(Duration.between(clock.instant(), time));
  }

  private List<HarvestRunRecord> runs() {
    return harvests.runs().runs(NEAR, 50);
  }

  /** Looks just before a moment, when nothing may run, and at it; how the run ended. */
  private Ending runAt(Instant time) {
    int before = runs().size();
    moveTo(time.minusMillis(1));
    harvests.look();
    assertEquals(before, runs().size(), "not before " + time);
    moveTo(time);
    harvests.look();
    assertEquals(before + 1, runs().size(), "at " + time);
    HarvestRunRecord run = runs().get(0);
    assertEquals(Cause.SCHEDULE, run.cause());
    assertEquals(time, run.started());
    harvests.look();
    assertEquals(before + 1, runs().size(), "once");
    return run.ending();
  }

  @Test
  void dueSource_runsByItself_onceANight() throws IOException {
    assertEquals(Ending.COMMITTED, runAt(next()));
    assertEquals(10, runs().get(0).added());
    long head = store.ledger().head();
    assertEquals(Ending.UNCHANGED, runAt(next()));
    assertEquals(head, store.ledger().head());
    dump(NEAR, 11);
    assertEquals(Ending.COMMITTED, runAt(next()));
    assertEquals(1, runs().get(0).added());
  }

  @Test
  void sourcesOfOneTime_runLaterByTheirJitter_eachByItsOwn() throws IOException {
    recipe("far");
    Instant near = next();
    Instant far = harvests.next(source("far")).orElseThrow();
    assertNotEquals(near, far);
    for (Instant time : List.of(near, far)) {
      assertFalse(time.isBefore(NIGHT), time.toString());
      assertFalse(time.isAfter(NIGHT.plus(JITTER)), time.toString());
    }
  }

  @Test
  void sourceInQuarantine_rests_untilAPersonHasDecided() throws IOException {
    runAt(next());
    dump(NEAR, 4);
    assertEquals(Ending.QUARANTINE, runAt(next()));
    dump(NEAR, 10);
    int before = runs().size();
    for (int night = 0; night < 3; night++) {
      clock.pass(Duration.ofDays(1));
      harvests.look();
    }
    assertEquals(before, runs().size(), "what waits, waits for a person");
    harvests.discard(NEAR, Cause.DESK, "test", "");
    assertEquals(Ending.UNCHANGED, runAt(next()));
  }

  @Test
  void failures_delayTheNextRun_longerEachTime_untilOneGoesThrough() throws IOException {
    Files.delete(folder(NEAR).resolve("dump.ttl"));
    assertEquals(Ending.FAILED, runAt(next()));
    Duration wait = Duration.ofMinutes(10);
    for (int failure = 1; failure <= 3; failure++) {
      Instant failed = clock.instant();
      assertEquals(failed.plus(wait), next());
      assertEquals(Ending.FAILED, runAt(next()));
      wait = wait.multipliedBy(2);
    }
    assertEquals(clock.instant().plus(wait), next());
    dump(NEAR, 10);
    assertEquals(Ending.COMMITTED, runAt(next()));
    Instant tomorrow = NIGHT.plus(Duration.ofDays(1));
    assertFalse(next().isBefore(tomorrow));
    assertFalse(next().isAfter(tomorrow.plus(JITTER)));
  }

  @Test
  void schedule_looksByItself() {
    moveTo(next());
    harvests.schedule();
    Instant end = Instant.now().plus(PATIENCE);
    while (runs().isEmpty() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertEquals(Ending.COMMITTED, runs().get(0).ending());
  }
}
