package org.machinami.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.StoreException.Code;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.verify.Verification;
import org.machinami.store.verify.VerificationReport;

class BackupTest {
  private static final String BASE = "https://city.example/";

  @TempDir Path temporary;
  private Path data;
  private Path backup;

  @BeforeEach
  void create() {
    data = temporary.resolve("data");
    backup = temporary.resolve("backup");
    Store.create(data, BASE);
  }

  private static List<Commit> commits(Store store, int from, int to) {
    List<Commit> commits = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String line = "<" + BASE + "id/" + i + "> <" + BASE + "p> \"" + "x".repeat(i) + "\" .\n";
      try (GraphWriter writer = store.newGraph()) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        writer.line(bytes, 0, bytes.length);
        GraphChange change = GraphChange.to(BASE + "graph/data/" + i % 7, writer.finish().hash());
        commits.add(
            store.commit(
                new CommitRequest("a", "load", "r", Optional.of("k" + i), List.of(change))));
      }
    }
    return commits;
  }

  private Store open() {
    return Store.open(data, StoreOptions.forThisProcess().withPackBytes(3000));
  }

  @Test
  void copy_twiceWhileAWriterGoesOn_copiesOnlyWhatIsNew() {
    try (Store store = open()) {
      List<Commit> commits = commits(store, 0, 60);
      Backup.Copied first = Backup.copy(data, backup);
      assertEquals(60, first.commits());
      assertEquals(0, Backup.copy(data, backup).bytes());
      commits.addAll(commits(store, 60, 70));
      Backup.Copied second = Backup.copy(data, backup);
      assertEquals(70, second.commits());
      assertTrue(second.bytes() > 0 && second.bytes() < first.bytes(), second.toString());
      assertEquals(List.of(), Verification.run(backup, List.of()).findings());
    }
  }

  @Test
  void restore_backup_isVerifiedAndGoesOn() {
    List<Commit> commits;
    try (Store store = open()) {
      commits = commits(store, 0, 30);
      Backup.copy(data, backup);
    }
    Path restored = temporary.resolve("restored");
    VerificationReport report = Backup.restore(backup, restored);
    assertEquals(List.of(), report.findings());
    assertEquals(30, report.commits());
    try (Store store = Store.open(restored)) {
      assertEquals(commits, store.ledger().read(0, 100));
      assertEquals(commits.get(3), commits(store, 3, 4).get(0)); // the keys are there, too
      assertEquals(31, commits(store, 100, 101).get(0).sequence());
      assertTrue(store.states().find(BASE + "graph/data/1").isPresent());
    }
  }

  @Test
  void copy_stoppedHalfWay_goesOn() throws Exception {
    try (Store store = open()) {
      commits(store, 0, 30);
      Backup.copy(data, backup);
      commits(store, 30, 60);
      Backup.copy(data, backup);
    }
    for (Path file :
        List.of(backup.resolve("ledger/ledger.jsonl"), backup.resolve("blobs/000002.pack"))) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    }
    Backup.copy(data, backup);
    assertEquals(List.of(), Verification.run(backup, List.of()).findings());
  }

  @Test
  void copy_otherLedger_isRefused() {
    try (Store store = open()) {
      commits(store, 0, 5);
    }
    Path other = temporary.resolve("other");
    Store.create(other, BASE);
    try (Store store = Store.open(other)) {
      commits(store, 5, 10);
    }
    Backup.copy(other, backup);
    StoreException refusal = assertThrows(StoreException.class, () -> Backup.copy(data, backup));
    assertEquals(Code.DAMAGED, refusal.code());
    assertTrue(refusal.getMessage().contains("is not the beginning of"), refusal.getMessage());
  }

  @Test
  void copy_intoADataDirectoryInUse_isRefused() {
    open().close();
    Path other = temporary.resolve("other");
    Store.create(other, BASE);
    Store.open(other).close();
    StoreException refusal = assertThrows(StoreException.class, () -> Backup.copy(data, other));
    assertEquals(Code.ALREADY_EXISTS, refusal.code());
  }

  @Test
  void restore_intoADirectoryThatHoldsSomething_isRefused() {
    open().close();
    Backup.copy(data, backup);
    StoreException refusal = assertThrows(StoreException.class, () -> Backup.restore(backup, data));
    assertEquals(Code.ALREADY_EXISTS, refusal.code());
  }
}
