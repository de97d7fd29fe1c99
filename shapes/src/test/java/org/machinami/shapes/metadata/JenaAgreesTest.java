package org.machinami.shapes.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RiotException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.machinami.shapes.BelgianCatalogue;
import org.machinami.shapes.Descriptions;

/** The checks find what jena-shacl finds. */
class JenaAgreesTest {

  private static final Path EXAMPLES = Path.of("src/main/resources/org/machinami/shapes/policy");

  private static List<Graph> descriptions() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(Descriptions.FILES, EXAMPLES)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(file -> file.toString().endsWith(".ttl")).sorted().forEach(files::add);
      }
    }
    assertTrue(files.size() > 150, files.size() + " files");
    return files.stream().map(Descriptions::read).toList();
  }

  @Test
  void check_everyCaseAndExampleOfThePolicy_findsTheSame() throws IOException {
    Oracle oracle = Oracle.bundled();
    int found = 0;
    for (Graph description : descriptions()) {
      found += oracle.assertAgrees(description, description.toString());
    }
    assertTrue(found > 500, found + " results");
  }

  @Test
  void check_examplesOfDcatAp_findsTheSame() throws IOException {
    Path folder =
        Path.of(System.getProperty("machinami.shared", ""))
            .resolve("conformance/dcat-ap/html/examples");
    assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is not there");
    Oracle oracle = Oracle.bundled();
    int unread = 0;
    int found = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Graph graph;
        try {
          graph = Descriptions.read(file);
        } catch (RiotException e) {
          unread++;
          continue;
        }
        found += oracle.assertAgrees(graph, file.toString());
      }
    }
    assertEquals(1, unread, "files that are no Turtle");
    assertTrue(found > 0);
  }

  @Test
  void check_beginningOfTheBelgianCatalogue_findsTheSame() throws IOException {
    assertTrue(agreesOnBelgium(40_000, 300) > 1_000);
  }

  @Test
  @Tag("nightly")
  void check_wholeBelgianCatalogue_findsTheSame() throws IOException {
    assertTrue(agreesOnBelgium(Long.MAX_VALUE, Long.MAX_VALUE) > 100_000);
  }

  private static int agreesOnBelgium(long lines, long datasets) throws IOException {
    Oracle oracle = Oracle.bundled();
    BelgianCatalogue catalogue = BelgianCatalogue.read(lines);
    int found = 0;
    for (Node dataset :
        catalogue.datasets().stream()
            .sorted(Comparator.comparing(Node::getURI))
            .limit(datasets)
            .toList()) {
      found += oracle.assertAgrees(catalogue.description(dataset), dataset.toString());
    }
    return found;
  }

  @Test
  void check_mutatedDescriptions_findsTheSame() throws IOException {
    agreesOnMutations(Oracle.bundled(), 1_500);
  }

  @Test
  void check_mutatedDescriptionsAndEveryKindOfConstraint_findsTheSame() throws IOException {
    agreesOnMutations(Kinds.oracle(), 1_500);
  }

  @Test
  @Tag("nightly")
  void check_manyMutatedDescriptions_findsTheSame() throws IOException {
    agreesOnMutations(Oracle.bundled(), 100_000);
    agreesOnMutations(Kinds.oracle(), 50_000);
  }

  private static void agreesOnMutations(Oracle oracle, int rounds) throws IOException {
    long seed = Long.getLong("machinami.seed", System.nanoTime());
    String repeat = "seed " + seed + " (-Dmachinami.seed=" + seed + " repeats this run)";
    System.out.println(repeat);
    Random random = new Random(seed);
    Mutations mutations = new Mutations(random);
    List<Graph> descriptions = descriptions();
    int found = 0;
    for (int round = 0; round < rounds; round++) {
      Graph mutated = mutations.mutate(descriptions.get(random.nextInt(descriptions.size())));
      found += oracle.assertAgrees(mutated, repeat + ", round " + round);
    }
    assertTrue(found > rounds, found + " results");
  }
}
