package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every difference between the official shapes of DCAT-AP and ours is explained. */
class OfficialShapesTest {

  private static final Path SHARED = Path.of(System.getProperty("machinami.shared", ""));

  @Test
  void examples_differOnlyAsExplained() throws IOException {
    Path folder = folder();
    OfficialShapes official = OfficialShapes.read(folder);
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("html/examples"))) {
      for (Path file : files.sorted().toList()) {
        try {
          found.putAll(official.differences(Descriptions.read(file)));
        } catch (RiotException e) {
          assertTrue(file.endsWith("example-bee-population-dataset-series-api.ttl"), file + "");
        }
      }
    }
    assertFalse(found.isEmpty());
    assertExplained(found);
  }

  /** A reason is of something that can be found, or it explains nothing. */
  @Test
  void reasons_areOfKindsThatTheShapesCanFind() throws IOException {
    Set<String> possible = OfficialShapes.read(folder()).kinds();
    MetadataValidator.bundled()
        .shapes()
        .find(Node.ANY, SHACL.message, Node.ANY)
        .mapWith(triple -> triple.getSubject().getURI().substring(ShapeFiles.NS.length()))
        .forEach(name -> possible.add("ours," + name));
    Map<String, String> explained = OfficialShapes.explained();
    Set<String> idle = new TreeSet<>(explained.keySet());
    idle.removeAll(possible);
    assertEquals(Set.of(), idle, "reasons for what no shape finds");
    assertTrue(
        explained.values().stream().allMatch(reason -> reason.matches("\"[^\"]{30,}\\.\"")),
        explained.toString());
  }

  @Test
  @Tag("nightly")
  void belgianCatalogue_differsOnlyAsExplained() throws IOException {
    assertExplained(belgian());
  }

  private static Map<String, String> belgian() throws IOException {
    OfficialShapes official = OfficialShapes.read(folder());
    BelgianCatalogue catalogue = BelgianCatalogue.read(Long.MAX_VALUE);
    Map<String, String> found = new TreeMap<>();
    for (Node dataset : catalogue.datasets()) {
      found.putAll(official.differences(catalogue.description(dataset)));
    }
    return found;
  }

  private static void assertExplained(Map<String, String> found) throws IOException {
    Set<String> unexplained = new TreeSet<>();
    Map<String, String> explained = OfficialShapes.explained();
    found.forEach(
        (kind, example) -> {
          if (!explained.containsKey(kind)) {
            unexplained.add(kind + "  (" + example + ")");
          }
        });
    assertEquals(Set.of(), unexplained, "kinds of difference without a reason");
  }

  private static Path folder() {
    Path folder = SHARED.resolve("conformance/dcat-ap");
    assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is not there");
    return folder;
  }
}
