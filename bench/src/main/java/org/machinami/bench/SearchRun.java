package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.search.Hit;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.state.GraphState;

/**
 * Builds the search index of a data directory where it belongs, searches it, and has it catch up
 * with small commits. Arguments: {@code DATA BUILDS [QUESTIONS]}; with 2 builds the index is built
 * once more, the first half of the questions warms up, and without them it only builds. Prints a
 * figure a line: {@code seconds} to build, {@code again} the same once the program has run in,
 * {@code datasets}, {@code bytes}, {@code p50} and {@code p99} in ms, {@code commits} in seconds.
 */
final class SearchRun {
  private static final int COMMITS = 1000;

  private SearchRun() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    try (Store store = Store.open(data)) {
      Path directory = store.directory().search();
      Workplace.delete(directory);
      long start = System.nanoTime();
      try (SearchIndex index = LuceneSearchIndex.open(directory, store.base())) {
        index.catchUp(store.ledger(), store.versions());
        print("seconds", seconds(start));
        if (arguments[1].equals("2")) {
          start = System.nanoTime();
          index.rebuild(store.ledger(), store.versions());
          print("again", seconds(start));
        }
        print("datasets", (double) index.documents());
        print("bytes", (double) size(directory));
        if (arguments.length == 2) {
          return;
        }
        List<SearchRequest> requests =
            Files.readAllLines(Path.of(arguments[2])).stream()
                .map(line -> Question.parse(line).request())
                .toList();
        int half = requests.size() / 2;
        search(index, requests.subList(0, half));
        double[] times = search(index, requests.subList(half, requests.size()));
        Arrays.sort(times);
        print("p50", times[times.length / 2]);
        print("p99", times[times.length * 99 / 100]);
        List<Hit> changed = index.search(SearchRequest.newest(COMMITS)).hits();
        changed.forEach(hit -> retitle(store, hit));
        start = System.nanoTime();
        index.catchUp(store.ledger(), store.versions());
        print("commits", seconds(start));
      }
    }
  }

  private static void print(String name, double value) {
    System.out.printf("%s %.4f%n", name, value);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Milliseconds of each. */
  private static double[] search(SearchIndex index, List<SearchRequest> requests) {
    double[] times = new double[requests.size()];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      index.search(requests.get(i));
      times[i] = seconds(start) * 1000;
    }
    return times;
  }

  /** A commit that gives a dataset one more title. */
  private static void retitle(Store store, Hit hit) {
    String name = store.base() + "graph/metadata/" + hit.id();
    GraphState state = store.states().find(name).orElseThrow();
    Graph graph = store.versions().graph(state.version());
    graph.add(
        Triple.create(
            NodeFactory.createURI(hit.iri()),
            NodeFactory.createURI("http://purl.org/dc/terms/title"),
            NodeFactory.createLiteralLang("改題した " + hit.id(), "ja")));
    store.commit(
        new CommitRequest(
            "bench",
            "load",
            "bench",
            Optional.empty(),
            List.of(new GraphChange(name, Optional.of(store.write(graph).hash())))));
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
