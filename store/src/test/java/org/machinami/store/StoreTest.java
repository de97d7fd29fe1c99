package org.machinami.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.StoreException.Code;
import org.machinami.store.graph.GraphDifference;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersion;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/** One writer, its followers, and what is found when the directory is opened again. */
class StoreTest {
  private static final String BASE = "https://city.example/";
  private static final String GRAPH = BASE + "graph/data/wards";

  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void create() {
    directory = temporary.resolve("data");
    Store.create(directory, BASE);
  }

  private static GraphVersion write(Store store, String... objects) {
    try (GraphWriter writer = store.newGraph()) {
      for (String object : objects) {
        byte[] line =
            ("<" + BASE + "id/a> <" + BASE + "p> \"" + object + "\" .\n")
                .getBytes(StandardCharsets.UTF_8);
        writer.line(line, 0, line.length);
      }
      return writer.finish();
    }
  }

  private static Commit commit(Store store, GraphChange... changes) {
    return store.commit(
        new CommitRequest("tester", "load", "test", Optional.empty(), List.of(changes)));
  }

  private static String text(GraphVersions versions, Hash version) {
    StringBuilder text = new StringBuilder();
    try (GraphLines lines = versions.lines(version)) {
      while (lines.next()) {
        text.append(lines.text()).append('\n');
      }
    }
    return text.toString();
  }

  @Test
  void commit_thenReopen_everythingIsThere() throws Exception {
    Commit first;
    Commit second;
    Hash file;
    try (Store store = Store.open(directory)) {
      file = store.writeFile(new ByteArrayInputStream("区,人口\n".getBytes(StandardCharsets.UTF_8)));
      first =
          commit(
              store,
              GraphChange.to(GRAPH, write(store, "1").hash()),
              GraphChange.to(BASE + "datasets/wards/files/wards.csv", file));
      second = commit(store, GraphChange.to(GRAPH, write(store, "1", "2").hash()));
    }
    try (Store store = Store.open(directory)) {
      assertEquals(BASE, store.base());
      assertEquals(List.of(first, second), store.ledger().read(0, 10));
      GraphState state = store.states().find(GRAPH).orElseThrow();
      assertEquals(second.sequence(), state.sequence());
      assertEquals(second.time(), state.modified());
      assertEquals(2, store.versions().triples(state.version()));
      try (InputStream in = store.versions().file(file)) {
        assertEquals("区,人口\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void findAsOf_anyCommit_isTheStateOfThatTime() {
    try (Store store = Store.open(directory)) {
      Hash one = write(store, "1").hash();
      Hash two = write(store, "1", "2").hash();
      commit(store, GraphChange.to(GRAPH, one));
      commit(store, GraphChange.to(GRAPH + "2", one));
      commit(store, GraphChange.to(GRAPH, two));
      commit(store, GraphChange.deletion(GRAPH));
      commit(store, GraphChange.to(GRAPH, one));
      assertEquals(Optional.empty(), store.states().findAsOf(GRAPH, 0));
      assertEquals(one, store.states().findAsOf(GRAPH, 2).orElseThrow().version());
      assertEquals(two, store.states().findAsOf(GRAPH, 3).orElseThrow().version());
      assertEquals(Optional.empty(), store.states().findAsOf(GRAPH, 4));
      assertEquals(one, store.states().findAsOf(GRAPH, 99).orElseThrow().version());
      assertEquals(Optional.empty(), store.states().findAsOf(BASE + "graph/data/ward", 99));
      List<GraphState> history = store.states().history(GRAPH);
      assertEquals(List.of(5L, 4L, 3L, 1L), history.stream().map(GraphState::sequence).toList());
      assertEquals(
          List.of(false, true, false, false), history.stream().map(GraphState::deleted).toList());
      assertEquals(two, history.get(1).version());
      try (Stream<GraphState> past = store.states().listAsOf(BASE + "graph/", 4)) {
        assertEquals(List.of(GRAPH + "2"), past.map(GraphState::graph).toList());
      }
    }
  }

  @Test
  void list_prefix_givesPresentGraphsInOrder() {
    try (Store store = Store.open(directory)) {
      Hash one = write(store, "1").hash();
      for (String name : List.of("data/b", "data/a", "metadata/a", "data/c")) {
        commit(store, GraphChange.to(BASE + "graph/" + name, one));
      }
      commit(store, GraphChange.deletion(BASE + "graph/data/b"));
      try (Stream<GraphState> found = store.states().list(BASE + "graph/data/")) {
        assertEquals(
            List.of(BASE + "graph/data/a", BASE + "graph/data/c"),
            found.map(GraphState::graph).toList());
      }
      assertEquals(Optional.empty(), store.states().find(BASE + "graph/data/b"));
    }
  }

  @Test
  void difference_twoVersionsOfAGraph_isWhatChanged() {
    try (Store store = Store.open(directory)) {
      Hash one = write(store, "1", "2").hash();
      Hash two = write(store, "2", "3").hash();
      try (GraphDifference difference =
          store.versions().difference(Optional.of(one), Optional.of(two))) {
        assertTrue(difference.next());
        assertFalse(difference.added());
        assertTrue(difference.text().endsWith("\"1\" ."));
        assertTrue(difference.next());
        assertTrue(difference.added());
        assertTrue(difference.text().endsWith("\"3\" ."));
        assertFalse(difference.next());
      }
    }
  }

  @Test
  void commit_versionNeverWritten_isRefused() {
    try (Store store = Store.open(directory)) {
      Hash absent = Hash.of(new byte[] {1});
      StoreException refusal =
          assertThrows(StoreException.class, () -> commit(store, GraphChange.to(GRAPH, absent)));
      assertEquals(Code.BLOB_MISSING, refusal.code());
      assertTrue(refusal.getMessage().contains(GRAPH), refusal.getMessage());
      assertEquals(0, store.ledger().head());
    }
  }

  @Test
  void commit_sameKey_givesTheFirstCommit() {
    CommitRequest request =
        new CommitRequest(
            "a", "load", "r", Optional.of("key"), List.of(GraphChange.deletion(GRAPH)));
    Commit first;
    try (Store store = Store.open(directory)) {
      first = store.commit(request);
      assertEquals(first, store.commit(request));
    }
    try (Store store = Store.open(directory)) {
      assertEquals(first, store.commit(request));
      assertEquals(1, store.ledger().head());
    }
  }

  @Test
  void open_statesLost_areBuiltAnew() throws Exception {
    Hash version;
    try (Store store = Store.open(directory)) {
      version = write(store, "1").hash();
      commit(store, GraphChange.to(GRAPH, version));
    }
    Path state = directory.resolve("state/state.mv.db");
    Files.write(state, new byte[10_000]);
    try (Store store = Store.open(directory)) {
      assertEquals(version, store.states().find(GRAPH).orElseThrow().version());
    }
    Files.delete(state);
    try (Store store = Store.open(directory)) {
      assertEquals(version, store.states().find(GRAPH).orElseThrow().version());
    }
  }

  @Test
  void open_ledgerOlderThanStates_isDamaged() throws Exception {
    try (Store store = Store.open(directory)) {
      commit(store, GraphChange.to(GRAPH, write(store, "1").hash()));
      commit(store, GraphChange.to(GRAPH, write(store, "2").hash()));
    }
    Path ledger = directory.resolve("ledger/ledger.jsonl");
    Files.write(ledger, Files.readAllLines(ledger).subList(0, 1));
    Files.delete(directory.resolve("ledger/checkpoint"));
    StoreException refusal = assertThrows(StoreException.class, () -> Store.open(directory));
    assertEquals(Code.DAMAGED, refusal.code());
    assertTrue(refusal.getMessage().contains("has seen commit 2"), refusal.getMessage());
  }

  @Test
  void find_interruptedThread_stillReads() {
    try (Store store = Store.open(directory)) {
      Hash version = write(store, "1").hash();
      commit(store, GraphChange.to(GRAPH, version));
      Thread.currentThread().interrupt();
      assertEquals(version, store.states().find(GRAPH).orElseThrow().version());
      assertEquals(1, store.versions().triples(version));
      commit(store, GraphChange.to(GRAPH, write(store, "2").hash()));
      assertTrue(Thread.interrupted());
      assertEquals(2, store.states().find(GRAPH).orElseThrow().sequence());
    }
  }

  @Test
  void open_twice_isHeldAndNamesTheHolder() throws Exception {
    try (Store store = Store.open(directory)) {
      store.announce("http://127.0.0.1:4711/", "secret");
      StoreException refusal = assertThrows(StoreException.class, () -> Store.open(directory));
      assertEquals(Code.HELD, refusal.code());
      assertEquals(StoreException.Fault.CALLER, refusal.code().fault());
      String message = refusal.getMessage();
      assertTrue(message.contains("process " + ProcessHandle.current().pid()), message);
      assertTrue(message.contains("http://127.0.0.1:4711/"), message);
      assertEquals(
          Optional.of("http://127.0.0.1:4711/"), Holder.find(directory).orElseThrow().address());
      assertEquals(Optional.of("secret"), Holder.token(directory));
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(directory.resolve("holder.token"))));
    }
    Store.open(directory).close();
    assertEquals(Optional.empty(), Holder.find(directory));
    assertEquals(Optional.empty(), Holder.token(directory));
  }

  @Test
  void open_noDataDirectory_saysSo() {
    StoreException refusal = assertThrows(StoreException.class, () -> Store.open(temporary));
    assertEquals(Code.NOT_A_DATA_DIRECTORY, refusal.code());
  }

  @Test
  void create_notEmpty_isRefused() {
    StoreException refusal =
        assertThrows(StoreException.class, () -> Store.create(directory, BASE));
    assertEquals(Code.ALREADY_EXISTS, refusal.code());
  }

  @Test
  void create_baseWithoutSlash_isRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> Store.create(temporary.resolve("x"), "https://city.example"));
    assertTrue(refusal.getMessage().startsWith("base: "));
  }

  @Test
  void open_laterFormat_isRefused() throws Exception {
    Path mark = directory.resolve("data-directory.properties");
    Files.writeString(mark, Files.readString(mark).replace("format=2", "format=3"));
    StoreException refusal = assertThrows(StoreException.class, () -> Store.open(directory));
    assertEquals(Code.OTHER_FORMAT, refusal.code());
  }

  @Test
  void follower_besideAWriter_seesCommitsAndVersions() {
    try (Store store = Store.open(directory, StoreOptions.forThisProcess().withPackBytes(2000));
        StoreFollower follower = StoreFollower.open(directory)) {
      for (int i = 0; i < 50; i++) {
        String object = "value " + i + Hash.of(new byte[] {(byte) i}).hex();
        Hash version = write(store, object).hash();
        Commit commit = commit(store, GraphChange.to(GRAPH, version));
        assertTrue(follower.ledger().await(commit.sequence() - 1, Duration.ofSeconds(20)));
        assertEquals(List.of(commit), follower.ledger().read(commit.sequence() - 1, 5));
        assertTrue(text(follower.versions(), version).contains(object));
      }
      assertEquals(BASE, follower.base());
    }
  }

  @Test
  void states_areListedFromAnyPlace_inBothDirections() {
    try (Store store = Store.open(directory)) {
      for (String name : List.of("b", "c", "d", "other")) {
        String kind = name.equals("other") ? "verdict/" : "data/";
        commit(store, GraphChange.to(BASE + "graph/" + kind + name, write(store, name).hash()));
      }
      commit(store, GraphChange.deletion(BASE + "graph/data/c"));
      String prefix = BASE + "graph/data/";
      assertEquals(List.of("b", "d"), names(store.states().listAfter(prefix, "")));
      assertEquals(List.of("d"), names(store.states().listAfter(prefix, prefix + "b")));
      assertEquals(List.of("d"), names(store.states().listAfter(prefix, prefix + "c")));
      assertEquals(List.of(), names(store.states().listAfter(prefix, prefix + "d")));
      assertEquals(List.of("d", "b"), names(store.states().listBefore(prefix, "")));
      assertEquals(List.of("b"), names(store.states().listBefore(prefix, prefix + "d")));
      assertEquals(List.of("d", "b"), names(store.states().listBefore(prefix, prefix + "zz")));
      assertEquals(List.of(), names(store.states().listBefore(prefix, prefix + "b")));
      assertTrue(store.states().latest(prefix + "c").orElseThrow().deleted());
      assertEquals(2, store.states().first(prefix + "c").orElseThrow().sequence());
      assertEquals(Optional.empty(), store.states().latest(prefix + "bb"));
      assertEquals(Optional.empty(), store.states().first(prefix + "bb"));
    }
  }

  private static List<String> names(Stream<GraphState> states) {
    try (states) {
      return states.map(state -> state.graph().replaceFirst(".*/", "")).toList();
    }
  }

  @Test
  void blobs_areAllThatAVersionIsMadeOf() {
    try (Store store = Store.open(directory)) {
      GraphVersion version;
      try (GraphWriter writer = store.newGraph()) {
        for (int i = 0; i < 3_000; i++) {
          byte[] line =
              ("<" + BASE + "id/" + i + "> <" + BASE + "p> \"" + i + "\" .\n")
                  .getBytes(StandardCharsets.UTF_8);
          writer.line(line, 0, line.length);
        }
        version = writer.finish();
      }
      List<Hash> names = new ArrayList<>();
      store.versions().blobs(version.hash(), names::add);
      assertEquals(version.hash(), names.get(0));
      assertTrue(names.size() > 5, names.size() + " blobs");
      for (Hash name : names) {
        assertEquals(name, Hash.of(store.versions().blob(name)));
      }
      Commit commit = commit(store, GraphChange.to(GRAPH, version.hash()));
      String line = new String(commit.line(), StandardCharsets.UTF_8);
      assertTrue(line.endsWith(",\"hash\":\"" + commit.hash().hex() + "\"}\n"), line);
    }
  }
}
