package org.machinami.store.quads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.SmallDisk;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;

/** The disk of the quads is full, that of the ledger is not. */
class QuadDiskTest {
  private static final String BASE = "https://city.example/";
  private static final int BALLAST = 100 << 20;

  @TempDir Path temporary;

  @Test
  void rebuild_diskFull_saysSoAndGoesOnWhenThereIsSpace() throws Exception {
    full("rebuild_diskFull_saysSoAndGoesOnWhenThereIsSpace", 300_000, 1);
  }

  @Test
  void apply_diskFull_saysSoAndGoesOnWhenThereIsSpace() throws Exception {
    full("apply_diskFull_saysSoAndGoesOnWhenThereIsSpace", 15_000, 40);
  }

  /** Commits graphs of a size, one after the other, each of which the quads are to follow. */
  private void full(String test, int lines, int graphs) throws Exception {
    Path data = temporary.resolve("data");
    Store.create(data, BASE);
    try (SmallDisk disk = SmallDisk.mount(temporary, 160, test);
        Store store = Store.open(data)) {
      Files.createSymbolicLink(
          data.resolve("quads"), Files.createDirectory(disk.path().resolve("quads")));
      Path ballast = disk.path().resolve("ballast");
      Files.write(ballast, new byte[BALLAST]);
      commit(store, 0, 10);
      StoreException refusal;
      try (QuadStore quads = QuadStore.open(data)) {
        quads.catchUp(store.ledger(), store.versions());
        refusal =
            assertThrows(
                StoreException.class,
                () -> {
                  for (int i = 1; i <= graphs; i++) {
                    commit(store, i, lines);
                    quads.catchUp(store.ledger(), store.versions());
                  }
                });
      }
      assertEquals(Code.DISK_FULL, refusal.code(), refusal.getMessage());
      assertTrue(refusal.getMessage().contains("no space left"), refusal.getMessage());
      assertTrue(refusal.getMessage().contains("quads"), refusal.getMessage());
      Files.delete(ballast);
      try (QuadStore quads = QuadStore.open(data)) {
        assertEquals(
            store.ledger().head(), quads.catchUp(store.ledger(), store.versions()), "caught up");
        assertEquals(
            List.of(), QuadVerification.verify(quads, store.ledger(), store.versions()).findings());
      }
    }
  }

  private static void commit(Store store, int graph, int lines) {
    try (GraphWriter writer = store.newGraph()) {
      for (int i = 0; i < lines; i++) {
        byte[] line =
            String.format("<%sid/%d-%d> <%sp> \"thing %d\" .%n", BASE, graph, i, BASE, i * graph)
                .getBytes(StandardCharsets.UTF_8);
        writer.line(line, 0, line.length);
      }
      GraphChange change = GraphChange.to(BASE + "graph/data/g" + graph, writer.finish().hash());
      store.commit(new CommitRequest("test", "load", "test", Optional.empty(), List.of(change)));
    }
  }
}
