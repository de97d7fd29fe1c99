package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.search.Facet;
import org.machinami.store.state.GraphState;

/**
 * A catalogue that is searched, and what is asked of it.
 *
 * @param name in the table
 * @param data our data directory
 * @param questions makes one after the other, always the same from the first on
 */
record SearchCatalogue(String name, Path data, Supplier<Question> questions) {
  private static final String BASE = "http://bench.example/";
  private static final int IN_A_COMMIT = 1000;
  private static final int SEED = 7;

  /** Descriptions such as Tokyo's offices write. */
  static SearchCatalogue generated(Path data, int datasets) {
    Store.create(data, BASE);
    try (Store store = Store.open(data)) {
      Titles titles = new Titles(SEED);
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
    String name = "%,d generated datasets".formatted(datasets);
    return new SearchCatalogue(name, data, new Titles(SEED + 1L)::question);
  }

  /** The Belgian catalogue as it is loaded; words of its titles, half of them with a file type. */
  static SearchCatalogue belgian(Path data) {
    List<String> words = new ArrayList<>();
    try (Store store = Store.open(data);
        Stream<GraphState> graphs = store.states().list(store.base() + "graph/metadata/")) {
      Node title = NodeFactory.createURI("http://purl.org/dc/terms/title");
      graphs.forEach(
          graph ->
              store.versions().statements(graph.version()).stream()
                  .filter(triple -> triple.getPredicate().equals(title))
                  .map(Triple::getObject)
                  .filter(Node::isLiteral)
                  .map(Node::getLiteralLexicalForm)
                  .forEach(words::add));
    }
    Random random = new Random(SEED);
    return new SearchCatalogue("the Belgian catalogue", data, () -> belgian(words, random));
  }

  private static Question belgian(List<String> titles, Random random) {
    Set<String> words = new LinkedHashSet<>();
    while (words.isEmpty()) {
      List<String> all =
          Stream.of(titles.get(random.nextInt(titles.size())).split("[^\\p{L}]+", -1))
              .filter(word -> word.length() > 3)
              .toList();
      int wanted = 1 + random.nextInt(2);
      for (int i = 0; i < wanted && !all.isEmpty(); i++) {
        words.add(all.get(random.nextInt(all.size())));
      }
    }
    Map<Facet, Set<String>> filters =
        random.nextBoolean() ? Map.of() : Map.of(Facet.FORMAT, Set.of("csv", "zip", "xml"));
    return new Question(String.join(" ", words), filters);
  }

  /** The next questions as they come, some of them more than once. */
  List<Question> asked(int number) {
    return Stream.generate(questions).limit(number).toList();
  }

  /** Questions that were not among those before, so that no cache can answer them. */
  List<Question> others(int number, Set<Question> before) throws IOException {
    List<Question> others = new ArrayList<>();
    for (long tries = 0; others.size() < number; tries++) {
      if (tries > 100L * number) {
        throw new IOException("no " + number + " different questions for " + name);
      }
      Question question = questions.get();
      if (before.add(question)) {
        others.add(question);
      }
    }
    return others;
  }
}
