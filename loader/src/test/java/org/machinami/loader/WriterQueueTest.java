package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.graph.GraphVersion;
import org.machinami.store.graph.GraphWriter;

class WriterQueueTest {

  private static final int LINES = 100_000;

  @TempDir Path directory;

  @Test
  void drain_manyBlocks_hasWrittenAllLines() {
    Store.create(directory.resolve("data"), "https://city.example/");
    try (Store store = Store.open(directory.resolve("data"))) {
      assertEquals(direct(store), queued(store));
    }
  }

  @Test
  void line_writerFails_isThrownHere() {
    Store.create(directory.resolve("data"), "https://city.example/");
    try (Store store = Store.open(directory.resolve("data"));
        GraphWriter writer = store.newGraph();
        WriterQueue queue = new WriterQueue(writer)) {
      byte[] wrong = "no triple\n".getBytes(StandardCharsets.UTF_8);
      queue.line(wrong, 0, wrong.length, "");
      assertThrows(StoreException.class, queue::drain);
    }
  }

  private static GraphVersion queued(Store store) {
    try (GraphWriter writer = store.newGraph()) {
      try (WriterQueue queue = new WriterQueue(writer)) {
        Random random = new Random(1);
        for (int i = 0; i < LINES; i++) {
          String line = "<http://e/" + random.nextInt(LINES) + "> <http://e/p> \"値\" .\n";
          byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
          queue.line(bytes, 0, bytes.length, "");
        }
        queue.drain();
      }
      return writer.finish();
    }
  }

  private static GraphVersion direct(Store store) {
    try (GraphWriter writer = store.newGraph()) {
      Random random = new Random(1);
      for (int i = 0; i < LINES; i++) {
        writer.triple(
            Triple.create(
                NodeFactory.createURI("http://e/" + random.nextInt(LINES)),
                NodeFactory.createURI("http://e/p"),
                NodeFactory.createLiteralString("値")));
      }
      return writer.finish();
    }
  }
}
