package org.machinami.store.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.Store;
import org.machinami.store.StoreOptions;
import org.machinami.store.blob.PackNames;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.verify.Finding.Kind;

/** What verify finds, and where it says that it is. */
class VerificationTest {
  private static final String BASE = "https://city.example/";

  @TempDir Path temporary;
  private Path directory;
  private final List<Hash> versions = new ArrayList<>();

  @BeforeEach
  void fill() {
    directory = temporary.resolve("data");
    Store.create(directory, BASE);
    try (Store store = Store.open(directory, StoreOptions.forThisProcess().withPackBytes(4000))) {
      for (int i = 0; i < 20; i++) {
        versions.add(graph(store, i, i == 7 ? 30_000 : 10));
        commit(store, BASE + "graph/data/" + i, versions.get(i));
      }
      byte[] file = new byte[5 << 20];
      new Random(1).nextBytes(file);
      Hash version = store.writeFile(new ByteArrayInputStream(file));
      commit(store, BASE + "datasets/x/files/x.bin", version);
    }
  }

  private static Hash graph(Store store, int number, int triples) {
    try (GraphWriter writer = store.newGraph()) {
      for (int i = 0; i < triples; i++) {
        String line =
            "<" + BASE + "id/" + number + "/" + i + "> <" + BASE + "p> \"value " + i + "\" .\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        writer.line(bytes, 0, bytes.length);
      }
      return writer.finish().hash();
    }
  }

  private static void commit(Store store, String graph, Hash version) {
    store.commit(
        new CommitRequest(
            "tester", "load", "test", Optional.empty(), List.of(GraphChange.to(graph, version))));
  }

  private VerificationReport verify() {
    return Verification.run(directory, List.of());
  }

  private void assertFinds(Kind kind, String... parts) {
    VerificationReport report = verify();
    assertFalse(report.sound());
    boolean found =
        report.findings().stream()
            .filter(finding -> finding.kind() == kind)
            .map(Finding::toString)
            .anyMatch(text -> List.of(parts).stream().allMatch(text::contains));
    assertTrue(found, report.findings().toString());
  }

  private Path ledger() {
    return directory.resolve("ledger/ledger.jsonl");
  }

  private List<String> lines() throws Exception {
    return new ArrayList<>(Files.readAllLines(ledger()));
  }

  @Test
  void run_sound_findsNothing() {
    VerificationReport report = verify();
    assertEquals(List.of(), report.findings());
    assertEquals(21, report.commits());
    assertEquals(21, report.versions());
    assertTrue(report.blobs() > 21, report.toString());
  }

  @Test
  void run_whileAWriterWrites_findsNothing() throws Exception {
    try (Store store = Store.open(directory)) {
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; i < 200 && !Thread.currentThread().isInterrupted(); i++) {
                  commit(store, BASE + "graph/data/x", graph(store, 1000 + i, 10));
                }
              });
      writer.start();
      while (writer.isAlive()) {
        assertEquals(List.of(), verify().findings());
        writer.interrupt();
      }
      writer.join();
    }
  }

  @Test
  void run_lineEdited_isFound() throws Exception {
    List<String> lines = lines();
    lines.set(4, lines.get(4).replace("\"tester\"", "\"nobody\""));
    Files.write(ledger(), lines);
    assertFinds(Kind.LEDGER, "ledger.jsonl line 5: the line does not match its hash");
    assertEquals(1, verify().findings().size());
  }

  @Test
  void run_lineRemoved_isFound() throws Exception {
    List<String> lines = lines();
    lines.remove(4);
    Files.write(ledger(), lines);
    assertFinds(Kind.LEDGER, "line 5: commit 6 stands where commit 5 should");
  }

  @Test
  void run_linesSwapped_isFound() throws Exception {
    List<String> lines = lines();
    Collections.swap(lines, 4, 5);
    Files.write(ledger(), lines);
    assertFinds(Kind.LEDGER, "line 5: commit 6 stands where commit 5 should");
    assertFinds(Kind.LEDGER, "line 6: commit 5 comes after commit 6");
  }

  @Test
  void run_tailCut_isFound() throws Exception {
    Files.write(ledger(), lines().subList(0, 18));
    assertFinds(Kind.LEDGER, "ends with commit 18, but had reached commit 21");
  }

  @Test
  void run_ledgerLost_isFound() throws Exception {
    Files.delete(ledger());
    assertFinds(Kind.LEDGER, "ends with commit 0, but had reached commit 21");
  }

  @Test
  void run_blobFlipped_namesPackAndGraph() throws Exception {
    Path pack = directory.resolve("blobs/000001.pack");
    try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
      file.seek(60);
      file.write(0xff);
    }
    assertFinds(Kind.PACK, "000001.pack byte 0");
    assertFinds(Kind.VERSION, BASE + "graph/data/0 version " + versions.get(0) + " of commit 1");
    assertEquals(2, verify().findings().size());
  }

  @Test
  void run_packLost_namesTheVersionsThatMissIt() throws Exception {
    Files.delete(directory.resolve("blobs/000002.pack"));
    assertFinds(Kind.PACK, "pack 2 is missing");
    assertFinds(Kind.VERSION, "is missing", "of commit ");
  }

  @Test
  void run_lastPackLost_namesTheVersionsThatMissIt() throws Exception {
    List<Path> packs = PackNames.packs(directory.resolve("blobs"));
    for (Path pack : packs.subList(packs.size() - 2, packs.size())) {
      Files.delete(pack);
    }
    assertFinds(Kind.VERSION, BASE + "datasets/x/files/x.bin", "is missing");
  }

  @Test
  void run_moreChecks_runOnASoundDirectory() {
    VerificationReport report =
        Verification.run(
            directory,
            List.of(
                (store, findings) ->
                    findings.accept(
                        new Finding(Kind.DERIVED, "quads", "head is " + store.ledger().head()))));
    assertEquals("quads: head is 21", report.findings().get(0).toString());
  }
}
