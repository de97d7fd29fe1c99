package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.search.Facet;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.store.search.Order;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;

/** Builds the index of a generated catalogue and searches it; prints rate and times. */
final class SearchRun {
  private static final String BASE = "http://bench.example/";
  private static final int IN_A_COMMIT = 1000;
  private static final int WARM_UP = 3000;
  private static final int SEARCHES = 3000;

  private SearchRun() {}

  /**
   * Prints the figures, one a line.
   *
   * @param arguments an empty directory, the number of datasets
   */
  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[0]);
    int datasets = Integer.parseInt(arguments[1]);
    Store.create(work.resolve("data"), BASE);
    try (Store store = Store.open(work.resolve("data"))) {
      commit(store, datasets);
      long start = System.nanoTime();
      try (SearchIndex index = LuceneSearchIndex.open(work.resolve("search"), BASE)) {
        index.catchUp(store.ledger(), store.versions());
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("datasets/s %.0f%n", datasets / seconds);
        System.out.printf("bytes %.0f%n", size(work.resolve("search")) / (double) datasets);
        search(index, WARM_UP, 1);
        double[] times = search(index, SEARCHES, 2);
        Arrays.sort(times);
        System.out.printf("p50 %.3f%n", times[times.length / 2]);
        System.out.printf("p99 %.3f%n", times[times.length * 99 / 100]);
      }
    }
  }

  private static void commit(Store store, int datasets) {
    Titles titles = new Titles(7);
    List<GraphChange> changes = new ArrayList<>();
    for (int i = 0; i < datasets; i++) {
      String id = "d" + i;
      changes.add(
          new GraphChange(
              BASE + "graph/metadata/" + id,
              Optional.of(store.write(titles.description(BASE, id)).hash())));
      if (changes.size() == IN_A_COMMIT || i == datasets - 1) {
        store.commit(new CommitRequest("bench", "load", "bench", Optional.empty(), changes));
        changes = new ArrayList<>();
      }
    }
  }

  /** Milliseconds of each search: words of all kinds, half of them with a filter. */
  private static double[] search(SearchIndex index, int searches, long seed) {
    Random random = new Random(seed);
    Titles titles = new Titles(seed);
    double[] times = new double[searches];
    for (int i = 0; i < searches; i++) {
      Map<Facet, Set<String>> filters =
          random.nextBoolean() ? Map.of() : Map.of(Facet.SECTOR, Set.of("public", "utility"));
      SearchRequest request = new SearchRequest(titles.query(), filters, Order.RELEVANCE, 0, 20);
      long start = System.nanoTime();
      index.search(request);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    return times;
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
