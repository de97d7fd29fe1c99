package org.machinami.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/**
 * A process that commits graphs of random size from several threads until it is killed; prints
 * every commit that was answered.
 */
final class CrashChild {
  static final String BASE = "https://city.example/";
  private static final int THREADS = 3;

  private CrashChild() {}

  /**
   * Arguments: data directory, seed. Small packs and small memory, so that sealing and spilling are
   * hit, too.
   */
  public static void main(String[] arguments) {
    StoreOptions options =
        StoreOptions.forThisProcess().withPackBytes(200_000).withSortBytes(300_000);
    Store store = Store.open(Path.of(arguments[0]), options);
    long seed = Long.parseLong(arguments[1]);
    System.out.println("open");
    Stream.iterate(0, thread -> thread + 1)
        .limit(THREADS)
        .forEach(thread -> new Thread(() -> run(store, thread, new Random(seed + thread))).start());
  }

  private static void run(Store store, int thread, Random random) {
    for (int i = 0; ; i++) {
      String key = ProcessHandle.current().pid() + "-" + thread + "-" + i;
      long seed = random.nextLong();
      Commit commit = store.commit(request(store, key, seed));
      System.out.println(
          "answered " + commit.sequence() + " " + commit.hash() + " " + key + " " + seed);
    }
  }

  /** What a thread commits, from a seed alone. */
  static CommitRequest request(Store store, String key, long seed) {
    Random random = new Random(seed);
    int triples = random.nextInt(20) == 0 ? random.nextInt(8000) : random.nextInt(60);
    Hash version;
    try (GraphWriter writer = store.newGraph()) {
      for (int i = 0; i < triples; i++) {
        String line =
            "<"
                + BASE
                + "id/"
                + random.nextInt(1000)
                + "> <"
                + BASE
                + "p"
                + i % 9
                + "> \""
                + random.nextInt()
                + "\" .\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        writer.line(bytes, 0, bytes.length);
      }
      version = writer.finish().hash();
    }
    String graph = BASE + "graph/data/" + random.nextInt(30);
    GraphChange change =
        random.nextInt(10) == 0 ? GraphChange.deletion(graph) : GraphChange.to(graph, version);
    return new CommitRequest("child", "load", "crash", Optional.of(key), List.of(change));
  }
}
