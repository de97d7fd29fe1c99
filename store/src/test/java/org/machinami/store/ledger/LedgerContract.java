package org.machinami.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every ledger does. An implementation extends this and says how it is opened. */
public abstract class LedgerContract {
  /** The base of the ledger under test. */
  protected static final String BASE = "https://city.example/";

  private Ledger ledger;

  /** Opens the ledger of this test: empty the first time, as it was left the next times. */
  protected abstract Ledger open(Clock clock);

  private Ledger ledger() {
    if (ledger == null) {
      ledger = open(Clock.systemUTC());
    }
    return ledger;
  }

  private void reopen(Clock clock) {
    if (ledger != null) {
      ledger.close();
    }
    ledger = open(clock);
  }

  @AfterEach
  void closeLedger() {
    if (ledger != null) {
      ledger.close();
    }
  }

  /** A request with one change. */
  protected static CommitRequest request(String graph, Optional<String> key) {
    Hash version = Hash.of(graph.getBytes(StandardCharsets.UTF_8));
    return new CommitRequest(
        "tester",
        "load",
        "because",
        key,
        List.of(GraphChange.to(BASE + "graph/" + graph, version)));
  }

  @Test
  void head_empty_isZero() {
    assertEquals(0, ledger().head());
    assertEquals(List.of(), ledger().read(0, 10));
    assertEquals(0, ledger().sequenceAt(Instant.now()));
  }

  @Test
  void append_first_followsTheBase() {
    Commit first = ledger().append(request("a", Optional.empty()));
    assertEquals(1, first.sequence());
    assertEquals(Hash.of(BASE.getBytes(StandardCharsets.UTF_8)), first.previous());
  }

  @Test
  void append_several_areChained() {
    Commit first = ledger().append(request("a", Optional.empty()));
    Commit second = ledger().append(request("b", Optional.empty()));
    assertEquals(first.hash(), second.previous());
    assertEquals(2, second.sequence());
    assertNotEquals(first.hash(), second.hash());
  }

  @Test
  void read_afterReopening_givesWhatWasAnswered() {
    List<Commit> answered = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answered.add(ledger().append(request("g" + i, Optional.of("key" + i))));
    }
    assertEquals(answered, ledger().read(0, 1000));
    reopen(Clock.systemUTC());
    assertEquals(200, ledger().head());
    assertEquals(answered, ledger().read(0, 1000));
    assertEquals(answered.subList(130, 140), ledger().read(130, 10));
    assertEquals(List.of(), ledger().read(200, 10));
    assertEquals(List.of(), ledger().read(0, 0));
  }

  @Test
  void append_hardTexts_comeBack() {
    String hard = "新宿 \"駅\"\\ \n\r\t\u0000\u007f\u2028 \uD83D\uDE80 \uD83D 前";
    CommitRequest request =
        new CommitRequest(
            hard,
            hard,
            hard,
            Optional.of(hard),
            List.of(GraphChange.deletion("https://x.example/\"街\"")));
    Commit commit = ledger().append(request);
    reopen(Clock.systemUTC());
    assertEquals(List.of(commit), ledger().read(0, 1));
    assertEquals(commit, ledger().append(request));
    assertEquals(hard, ledger().read(0, 1).get(0).reason());
  }

  @Test
  void append_noChanges_isACommit() {
    Commit commit = ledger().append(new CommitRequest("a", "b", "c", Optional.empty(), List.of()));
    assertEquals(List.of(commit), ledger().read(0, 5));
  }

  @Test
  void append_manyChanges_comeBack() {
    List<GraphChange> changes =
        IntStream.range(0, 5000)
            .mapToObj(i -> GraphChange.to(BASE + "graph/" + i, Hash.of(new byte[] {(byte) i})))
            .toList();
    Commit commit = ledger().append(new CommitRequest("a", "b", "c", Optional.empty(), changes));
    ledger().append(request("after", Optional.empty()));
    reopen(Clock.systemUTC());
    assertEquals(changes, ledger().read(0, 1).get(0).changes());
    assertEquals(commit.hash(), ledger().read(1, 1).get(0).previous());
  }

  @Test
  void append_sameKey_givesTheFirstCommit() {
    Commit first = ledger().append(request("a", Optional.of("k")));
    assertEquals(first, ledger().append(request("other", Optional.of("k"))));
    reopen(Clock.systemUTC());
    assertEquals(first, ledger().append(request("a", Optional.of("k"))));
    assertEquals(1, ledger().head());
  }

  @Test
  void append_clockGoesBack_timeDoesNot() {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    reopen(Clock.fixed(noon, ZoneOffset.UTC));
    ledger().append(request("a", Optional.empty()));
    reopen(Clock.fixed(noon.minusSeconds(60), ZoneOffset.UTC));
    assertEquals(noon, ledger().append(request("b", Optional.empty())).time());
  }

  @Test
  void sequenceAt_betweenCommits_isTheOneBefore() {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    for (int i = 0; i < 9; i++) {
      reopen(Clock.fixed(noon.plusSeconds(10L * i), ZoneOffset.UTC));
      ledger().append(request("g" + i, Optional.empty()));
    }
    assertEquals(0, ledger().sequenceAt(noon.minusMillis(1)));
    assertEquals(1, ledger().sequenceAt(noon));
    assertEquals(4, ledger().sequenceAt(noon.plusSeconds(35)));
    assertEquals(9, ledger().sequenceAt(noon.plusSeconds(1000)));
  }

  @Test
  void append_manyThreads_oneOrderAndOneCommitAKey() throws Exception {
    int threads = 8;
    int each = 50;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<List<Commit>>> work = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        work.add(
            () -> {
              List<Commit> mine = new ArrayList<>();
              for (int i = 0; i < each; i++) {
                mine.add(ledger.append(request("t" + thread + "-" + i, Optional.empty())));
                mine.add(ledger.append(request("shared" + i, Optional.of("shared" + i))));
              }
              return mine;
            });
      }
      ledger();
      List<Commit> answered = new ArrayList<>();
      for (Future<List<Commit>> done : pool.invokeAll(work)) {
        answered.addAll(done.get());
      }
      long expected = (long) threads * each + each;
      assertEquals(expected, ledger().head());
      List<Commit> read = ledger().read(0, 10_000);
      assertEquals(Set.copyOf(read), Set.copyOf(answered));
      assertEquals(
          LongStream.rangeClosed(1, expected).boxed().toList(),
          read.stream().map(Commit::sequence).collect(Collectors.toList()));
      for (int i = 1; i < read.size(); i++) {
        assertEquals(read.get(i - 1).hash(), read.get(i).previous());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void await_commitComes_returnsTrue() throws Exception {
    Ledger watched = ledger();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> waiting = pool.submit(() -> watched.await(0, Duration.ofSeconds(30)));
      watched.append(request("a", Optional.empty()));
      assertTrue(waiting.get(30, TimeUnit.SECONDS));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void await_nothingComes_returnsFalse() {
    assertFalse(ledger().await(0, Duration.ofMillis(20)));
  }

  @Test
  void request_sameGraphTwice_isRefused() {
    GraphChange change = GraphChange.deletion("https://x.example/g");
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new CommitRequest("a", "b", "c", Optional.empty(), List.of(change, change)));
    assertTrue(refusal.getMessage().contains("https://x.example/g is named twice"));
  }
}
