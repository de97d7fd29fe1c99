package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
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

  @Test
  @Tag("nightly")
  void belgianCatalogue_differsOnlyAsExplained() throws IOException {
    assertExplained(belgian());
  }

  private static Map<String, String> belgian() throws IOException {
    OfficialShapes official = OfficialShapes.read(folder());
    Path dump = SHARED.resolve("data/dcat-belgium/datagovbe-all.nq.gz");
    assumeTrue(Files.isRegularFile(dump), "skipped: " + dump + " is not there");
    Graph all = GraphFactory.createDefaultGraph();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(dump), 1 << 16)) {
      RDFParser.source(in)
          .lang(Lang.NQUADS)
          .checking(false)
          .parse(
              new StreamRDFBase() {
                @Override
                public void quad(Quad quad) {
                  all.add(quad.asTriple());
                }
              });
    }
    Set<Node> datasets =
        all.find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
            .mapWith(Triple::getSubject)
            .filterKeep(Node::isURI)
            .toSet();
    Map<String, String> found = new TreeMap<>();
    for (Node dataset : datasets) {
      found.putAll(official.differences(description(all, dataset)));
    }
    return found;
  }

  /** What is said of a dataset and of all that it leads to, but for other datasets. */
  private static Graph description(Graph all, Node dataset) {
    Graph part = GraphFactory.createDefaultGraph();
    List<Node> open = new ArrayList<>(List.of(dataset));
    Set<Node> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Iterator<Triple> triples = all.find(open.remove(open.size() - 1), Node.ANY, Node.ANY);
      while (triples.hasNext()) {
        Triple triple = triples.next();
        part.add(triple);
        Node object = triple.getObject();
        boolean follows =
            !object.isLiteral()
                && !all.contains(object, RDF.type.asNode(), DCAT.Dataset.asNode())
                && !all.contains(object, RDF.type.asNode(), DCAT.Catalog.asNode());
        if (follows && seen.add(object)) {
          open.add(object);
        }
      }
    }
    return part;
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
