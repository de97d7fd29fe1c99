package org.machinami.web.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.Store;
import org.machinami.store.StoreOptions;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;

class MonitorIndexTest {
  private static final String BASE = "https://city.example/";

  @TempDir Path temporary;
  private Store store;
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  @BeforeEach
  void open() {
    Store.create(temporary.resolve("data"), BASE);
    Clock clock =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    store = Store.open(temporary.resolve("data"), StoreOptions.forThisProcess().withClock(clock));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private GraphChange graph(String name, String turtle) {
    String prefixes =
        "PREFIX city: <https://machinami.org/vocab/city#> PREFIX dct: <http://purl.org/dc/terms/> "
            + "PREFIX freq: <http://publications.europa.eu/resource/authority/frequency/> ";
    Graph graph = RDFParser.fromString(prefixes + turtle, Lang.TURTLE).base(BASE).toGraph();
    return GraphChange.to(BASE + "graph/" + name, store.write(graph).hash());
  }

  private void commit(GraphChange... changes) {
    store.commit(new CommitRequest("test", "load", "why", Optional.empty(), List.of(changes)));
  }

  private void data(String day, int value) {
    now = Instant.parse(day + "T00:00:00Z");
    commit(
        graph(
            "metadata/d",
            "<datasets/d> dct:accrualPeriodicity freq:MONTHLY ; dct:publisher <publishers/p> ."),
        graph("data/d", "<id/x/1> dct:extent " + value + " ."));
  }

  private MonitorIndex index() {
    MonitorIndex index = MonitorIndex.open(temporary.resolve("monitor"), store);
    index.catchUp();
    return index;
  }

  @Test
  void freshness_isCountedVersionByVersion() {
    data("2026-03-01", 1);
    data("2026-04-01", 2);
    data("2026-07-01", 3);
    Standing standing = index().state().standings().iterator().next();
    assertEquals(2, standing.intervals());
    assertEquals(1, standing.kept());
    assertEquals(Freshness.IN_TIME, standing.freshness(LocalDate.parse("2026-07-20")));
    assertEquals(Freshness.LATE, standing.freshness(LocalDate.parse("2026-08-10")));
  }

  @Test
  void open_again_remembers_andReadsOnlyWhatIsNew() throws Exception {
    data("2026-03-01", 1);
    MonitorIndex first = index();
    data("2026-04-01", 2);
    Path file = temporary.resolve("monitor/monitor.jsonl");
    Files.writeString(file, "{\"decision\":{\"s\":9", StandardOpenOption.APPEND); // torn
    MonitorIndex again = MonitorIndex.open(temporary.resolve("monitor"), store);
    assertEquals(1, again.applied());
    assertEquals(first.state().decisions(), again.state().decisions());
    again.catchUp();
    assertEquals(2, again.state().decisions().size());
  }

  @Test
  void open_afterLoss_isTheSame() throws Exception {
    data("2026-03-01", 1);
    data("2026-04-01", 2);
    commit(GraphChange.deletion(BASE + "graph/metadata/d"));
    MonitorIndex before = index();
    Files.delete(temporary.resolve("monitor/monitor.jsonl"));
    MonitorIndex after = index();
    assertEquals(before.state(), after.state());
    assertTrue(after.state().standings().isEmpty());
    assertEquals(
        List.of(Kind.ADMITTED, Kind.ADMITTED, Kind.WITHDRAWN),
        after.state().decisions().stream().map(Decision::kind).toList());
    assertEquals("why", after.state().decisions().get(2).reasonJa());
  }

  /** As after a restore: the ledger has as many commits, but others. */
  @Test
  void open_overAnotherLedger_isMadeAnew() {
    data("2026-03-01", 1);
    data("2026-04-01", 2);
    index();
    store.close();
    Store.create(temporary.resolve("other"), BASE);
    store = Store.open(temporary.resolve("other"));
    commit(graph("metadata/e", "<datasets/e> dct:publisher <publishers/q> ."));
    commit(graph("data/e", "<id/x/1> dct:extent 9 ."));
    commit(graph("data/e", "<id/x/1> dct:extent 10 ."));
    MonitorIndex again = MonitorIndex.open(temporary.resolve("monitor"), store);
    assertEquals(0, again.applied());
    again.catchUp();
    assertEquals(List.of("e"), again.state().standings().stream().map(Standing::id).toList());
  }

  @Test
  void rebuild_isTheSame() {
    data("2026-03-01", 1);
    data("2026-04-01", 2);
    MonitorIndex index = index();
    MonitorIndex.State before = index.state();
    index.rebuild();
    assertEquals(before, index.state());
  }

  @Test
  void clauses_areOrderedByNumber() {
    List<String> numbers = new java.util.ArrayList<>(List.of("2.10", "10.1", "2.9", "x"));
    numbers.sort(Figures.BY_NUMBER);
    assertEquals(List.of("x", "2.9", "2.10", "10.1"), numbers);
  }
}
