package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.ontology.Vocabularies;

/** The pages of the bundled city's catalogue against the official shapes of DCAT-AP 3.0.1. */
final class CatalogConformanceTest {
  private static final Path SHARED =
      Path.of(System.getProperty("machinami.shared"), "conformance", "dcat-ap");

  @TempDir private Path directory;

  /** Cardinalities and classes; the other files demand what is only recommended. */
  private static Shapes official() {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String file : List.of("html/shacl/shapes.ttl", "html/shacl/range.ttl")) {
      RDFParser.source(SHARED.resolve(file)).lang(Lang.TURTLE).checking(false).parse(graph);
    }
    // Some property shapes are named that none of the files has; nobody can judge by these.
    graph.find(Node.ANY, SHACL.property, Node.ANY).toList().stream()
        .filter(triple -> !graph.contains(triple.getObject(), SHACL.path, Node.ANY))
        .forEach(graph::delete);
    graph.find(Node.ANY, SHACL.node, Node.ANY).toList().stream()
        .filter(triple -> !graph.contains(triple.getObject(), Node.ANY, Node.ANY))
        .forEach(graph::delete);
    return Shapes.parse(graph);
  }

  @Test
  void everyPage_keepsToTheOfficialShapes() throws Exception {
    Map<String, String> violations = new TreeMap<>();
    Shapes shapes = official();
    try (PagesServer pages = new PagesServer(directory.resolve("data"))) {
      List<String> names = BundledCity.names();
      BundledCity.load(pages, names);
      int datasets = 0;
      int asked = 0;
      List<String> next = new ArrayList<>(List.of("/catalog?limit=12"));
      while (!next.isEmpty()) {
        HttpResponse<String> response = pages.get(next.remove(0), "Accept", "text/turtle");
        assertEquals(200, response.statusCode(), response.body());
        Graph page = RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
        asked++;
        datasets +=
            page.find(Node.ANY, iri("http://www.w3.org/ns/dcat#dataset"), Node.ANY).toList().size();
        page.find(Node.ANY, iri("http://www.w3.org/ns/hydra/core#next"), Node.ANY)
            .forEachRemaining(
                t -> next.add("/" + t.getObject().getURI().substring(PagesServer.BASE.length())));
        // Concepts of the lists that descriptions name stand on pages of their own.
        GraphUtil.addInto(page, Vocabularies.union());
        ShaclValidator.get()
            .validate(shapes, page)
            .getEntries()
            .forEach(
                entry -> {
                  if (entry.severity().level().equals(SHACL.Violation)) {
                    violations.put(
                        entry.focusNode() + " " + entry.resultPath(),
                        entry.message() + " " + entry.value());
                  }
                });
      }
      assertEquals(names.size(), datasets);
      assertTrue(asked > 2, asked + " pages");
    }
    assertEquals(Map.of(), violations);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
