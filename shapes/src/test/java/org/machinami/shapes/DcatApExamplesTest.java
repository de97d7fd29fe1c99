package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RiotException;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** The official examples of DCAT-AP 3.0.1: refused only for reasons that are known. */
class DcatApExamplesTest {

  /**
   * Excerpts that leave out what DCAT-AP itself makes mandatory, and a file that does not parse.
   */
  private static final Set<String> KNOWN =
      Set.of(
          "example-bee-population-dataset-series-api.ttl is not Turtle",
          "example-bee-population-dataset-series-frequency.ttl DatasetDescription",
          "example-bee-population-dataset-series-frequency.ttl DatasetTitle",
          "example-bee-population-dataset-series-issued.ttl DatasetDescription",
          "example-bee-population-dataset-series-modified.ttl DatasetDescription",
          "example-bee-population-dataset-series-spatial-thessaloniki-athens.ttl DatasetDescription",
          "example-bee-population-dataset-series.ttl DatasetDescription",
          "example-bee-population-dataset-series.ttl DatasetTitle");

  @Test
  void examples_areRefusedForKnownReasonsOnly() throws IOException {
    String shared = System.getProperty("machinami.shared", "");
    Path examples = Path.of(shared, "conformance", "dcat-ap", "html", "examples");
    assumeTrue(
        !shared.isEmpty() && Files.isDirectory(examples),
        "skipped: DCAT-AP examples, " + examples + " is not there");
    MetadataValidator validator = MetadataValidator.bundled();
    Set<String> reasons = new TreeSet<>();
    try (Stream<Path> files = Files.list(examples)) {
      for (Path file : files.sorted().toList()) {
        Graph graph;
        try {
          graph = Descriptions.read(file);
        } catch (RiotException e) {
          reasons.add(file.getFileName() + " is not Turtle");
          continue;
        }
        Node type = NodeFactory.createURI("http://www.w3.org/ns/dcat#Dataset");
        for (Node dataset :
            graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(t -> t.getSubject()).toList()) {
          validator.validate(graph, dataset.getURI()).violations().stream()
              .filter(violation -> violation.severity() == Severity.VIOLATION)
              .forEach(
                  violation ->
                      reasons.add(
                          file.getFileName()
                              + " "
                              + violation.shape().substring(ShapeFiles.NS.length())));
        }
      }
    }
    assertEquals(new TreeSet<>(KNOWN), reasons);
  }
}
