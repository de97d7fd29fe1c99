package org.machinami.store.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.DataDirectory;
import org.machinami.store.Store;
import org.machinami.store.StoreOptions;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.verify.Finding;
import org.machinami.store.verify.Verification;

/** Whatever is done to a ledger and its blobs, who holds a checkpoint finds it, by two programs. */
class TamperingTest {
  private static final String BASE = "https://city.example/";
  private static final int SIGNED = 24;

  @TempDir Path temporary;
  private Path data;
  private Path checkpoint;

  @BeforeEach
  void fill() throws Exception {
    data = temporary.resolve("data");
    checkpoint = temporary.resolve("kept.checkpoint");
    Store.create(data, BASE);
    try (Store store = Store.open(data, StoreOptions.forThisProcess().withPackBytes(6000))) {
      Random random = new Random(1);
      for (int i = 0; i < SIGNED - 1; i++) {
        commit(store, BASE + "graph/metadata/d" + i % 9, graph(store, random, i == 7 ? 2000 : 12));
      }
      byte[] file = new byte[20_000];
      random.nextBytes(file);
      commit(
          store, BASE + "datasets/d1/files/x.bin", store.writeFile(new ByteArrayInputStream(file)));
      SigningKey key = SigningKey.of(data);
      Files.writeString(checkpoint, key.checkpoint(BASE, store.reached(), Instant.now()).text());
      for (int i = 0; i < 4; i++) {
        commit(store, BASE + "graph/metadata/d" + i, graph(store, random, 12));
      }
    }
  }

  private static Hash graph(Store store, Random random, int triples) {
    try (GraphWriter writer = store.newGraph()) {
      for (int i = 0; i < triples; i++) {
        String line =
            "<" + BASE + "id/" + i + "> <" + BASE + "p> \"" + random.nextInt(1000) + "\" .\n";
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

  private List<Finding> findings() throws Exception {
    SignedCheckpoint kept =
        SignedCheckpoint.parse(checkpoint.toString(), Files.readString(checkpoint));
    return Verification.run(data, List.of())
        .and(CheckpointCheck.run(DataDirectory.open(data), "kept", kept, Optional.empty()))
        .findings();
  }

  @Test
  void verify_untouched_bothFindNothing() throws Exception {
    assertEquals(List.of(), findings());
    try (NodeVerifier other = new NodeVerifier()) {
      assertEquals("[]", other.findings(checkpoint, data));
    }
  }

  @Test
  void verify_tamperedAtRandom_isFoundEachTime() throws Exception {
    tamper(400, System.nanoTime());
  }

  @Test
  @Tag("nightly")
  void verify_tamperedTenThousandTimes_isFoundEachTime() throws Exception {
    tamper(10_000, System.nanoTime());
  }

  private void tamper(int times, long seed) throws Exception {
    System.out.println("tampering " + times + " times with seed " + seed);
    Tampering tampering = new Tampering(data, SIGNED);
    try (NodeVerifier other = new NodeVerifier()) {
      for (int i = 0; i < times; i++) {
        String run = "seed " + seed + " run " + i + ": ";
        Tampering.Done done = tampering.tamper(new Random(seed + i));
        List<Finding> findings = findings();
        assertTrue(!findings.isEmpty(), run + done + " was not found");
        assertTrue(
            findings.stream()
                .map(Finding::toString)
                .anyMatch(text -> done.places().stream().anyMatch(text::contains)),
            run + done + " was found, but elsewhere: " + findings);
        String others = other.findings(checkpoint, data);
        assertTrue(!others.equals("[]"), run + done + " was not found by the other verifier");
        tampering.undo();
      }
    }
    assertEquals(List.of(), findings());
    System.out.println("tampering " + times + " times: found " + times + " times by both");
  }

  @Test
  void verify_otherBaseAndAllHashedAnew_isFound() throws Exception {
    Path mark = data.resolve("data-directory.properties");
    Files.writeString(mark, Files.readString(mark).replace("city.example", "town.example"));
    assertTrue(
        findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.CHECKPOINT),
        "the checkpoint is of another base");
  }

  @Test
  void verify_signedByAnotherKey_isFound() throws Exception {
    SignedCheckpoint kept = SignedCheckpoint.parse("kept", Files.readString(checkpoint));
    VerifyingKey stranger =
        SigningKey.of(Files.createDirectory(temporary.resolve("x"))).verifying();
    List<Finding> findings =
        CheckpointCheck.run(DataDirectory.open(data), "kept", kept, Optional.of(stranger));
    assertEquals(
        List.of("kept: it is signed by another key than the one given"),
        findings.stream().map(Finding::toString).toList());
  }
}
