package org.machinami.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.StoreException.Code;
import org.machinami.store.graph.GraphVersion;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.verify.Verification;

/** What the disk and other processes do to a store. */
class DiskTest {
  private static final String BASE = "https://city.example/";

  @TempDir Path temporary;

  private static GraphVersion randomGraph(Store store, Random random, int triples) {
    try (GraphWriter writer = store.newGraph()) {
      for (int i = 0; i < triples; i++) {
        byte[] noise = new byte[60];
        random.nextBytes(noise);
        String line =
            "<"
                + BASE
                + "id/"
                + i
                + "> <"
                + BASE
                + "p> \""
                + HexFormat.of().formatHex(noise)
                + "\" .\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        writer.line(bytes, 0, bytes.length);
      }
      return writer.finish();
    }
  }

  private static Commit commit(Store store, String graph, GraphVersion version) {
    return store.commit(
        new CommitRequest(
            "a",
            "load",
            "r",
            Optional.empty(),
            List.of(GraphChange.to(BASE + "graph/" + graph, version.hash()))));
  }

  @Test
  void commit_diskFull_saysSoAndGoesOnWhenThereIsSpace() throws Exception {
    try (SmallDisk disk =
        SmallDisk.mount(temporary, 16, "commit_diskFull_saysSoAndGoesOnWhenThereIsSpace")) {
      Path mount = disk.path();
      Path ballast = mount.resolve("ballast");
      Files.write(ballast, new byte[6 << 20]);
      Path data = mount.resolve("data");
      Store.create(data, BASE);
      Random random = new Random(1);
      try (Store store = Store.open(data, StoreOptions.forThisProcess().withPackBytes(2 << 20))) {
        GraphVersion first = randomGraph(store, random, 1000);
        commit(store, "data/first", first);
        StoreException refusal = assertThrows(StoreException.class, () -> fill(store, random));
        assertEquals(Code.DISK_FULL, refusal.code());
        assertTrue(
            refusal.getMessage().contains("cannot grow: no space left"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(data.toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(" free)"), refusal.getMessage());
        assertEquals(1000, store.versions().triples(first.hash()));
        assertTrue(store.states().find(BASE + "graph/data/first").isPresent());
        long head = store.ledger().head();
        assertEquals(List.of(), Verification.run(data, List.of()).findings());
        Files.delete(ballast);
        Commit after = commit(store, "data/after", randomGraph(store, random, 1000));
        assertEquals(head + 1, after.sequence());
      }
      try (Store store = Store.open(data)) {
        assertTrue(store.states().find(BASE + "graph/data/after").isPresent());
      }
      assertEquals(List.of(), Verification.run(data, List.of()).findings());
    }
  }

  @Test
  void append_diskFullByManyLines_keepsWhatWasAnswered() throws Exception {
    try (SmallDisk disk =
        SmallDisk.mount(temporary, 16, "append_diskFullByManyLines_keepsWhatWasAnswered")) {
      Path mount = disk.path();
      Path data = mount.resolve("data");
      Store.create(data, BASE);
      long[] answered = new long[1];
      try (Store store = Store.open(data)) {
        String reason = "x".repeat(100_000);
        StoreException refusal =
            assertThrows(
                StoreException.class,
                () -> {
                  while (true) {
                    answered[0] =
                        store
                            .commit(
                                new CommitRequest("a", "b", reason, Optional.empty(), List.of()))
                            .sequence();
                  }
                });
        assertEquals(Code.DISK_FULL, refusal.code());
        assertTrue(refusal.getMessage().contains("ledger.jsonl"), refusal.getMessage());
        assertEquals(answered[0], store.ledger().head());
        assertEquals(answered[0], store.ledger().read(answered[0] - 1, 5).get(0).sequence());
      }
      try (StoreFollower follower = StoreFollower.open(data)) {
        assertEquals(answered[0], follower.ledger().head());
      }
      assertEquals(List.of(), Verification.run(data, List.of()).findings());
    }
  }

  private static void fill(Store store, Random random) {
    for (int i = 0; i < 1000; i++) {
      commit(store, "data/" + i, randomGraph(store, random, 1000));
    }
  }

  @Test
  void open_heldByAnotherProcess_namesIt() throws Exception {
    Path data = temporary.resolve("data");
    Store.create(data, BASE);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                data.toString(),
                "1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("open", out.readLine());
      StoreException refusal = assertThrows(StoreException.class, () -> Store.open(data));
      assertEquals(Code.HELD, refusal.code());
      assertTrue(refusal.getMessage().contains("process " + child.pid()), refusal.getMessage());
      try (StoreFollower follower = StoreFollower.open(data)) {
        assertTrue(follower.ledger().await(3, Duration.ofSeconds(30)));
        for (Commit commit : follower.ledger().read(0, 1000)) {
          for (GraphChange change : commit.changes()) {
            change.version().ifPresent(version -> follower.versions().triples(version));
          }
        }
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    Store.open(data).close();
  }

  @Test
  void open_unreadableLedger_namesTheFile() throws Exception {
    Path data = temporary.resolve("data");
    Store.create(data, BASE);
    Store.open(data).close();
    Path ledger = data.resolve("ledger/ledger.jsonl");
    Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(ledger)) { // whoever may read everything meets a directory in its place
      Files.delete(ledger);
      Files.createDirectory(ledger);
    }
    StoreException refusal = assertThrows(StoreException.class, () -> Store.open(data));
    assertTrue(
        refusal.code() == Code.UNREADABLE || refusal.code() == Code.UNWRITABLE,
        refusal.getMessage());
    assertTrue(refusal.getMessage().contains(ledger.toString()), refusal.getMessage());
    assertEquals(Optional.empty(), Holder.find(data)); // and nothing stays held
  }

  @Test
  void lines_blobMissing_namesIt() throws Exception {
    Path data = temporary.resolve("data");
    Store.create(data, BASE);
    GraphVersion version;
    try (Store store = Store.open(data)) {
      version = randomGraph(store, new Random(1), 10);
      commit(store, "data/x", version);
    }
    Files.delete(data.resolve("blobs/000001.pack"));
    try (Store store = Store.open(data)) {
      StoreException refusal =
          assertThrows(StoreException.class, () -> store.versions().lines(version.hash()));
      assertEquals(Code.BLOB_MISSING, refusal.code());
      assertTrue(refusal.getMessage().contains(version.hash().hex()), refusal.getMessage());
    }
  }
}
