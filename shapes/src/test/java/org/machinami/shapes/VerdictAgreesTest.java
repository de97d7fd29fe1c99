package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** A verdict says of a description what the report of jena-shacl says, in the same words. */
class VerdictAgreesTest {

  private static final Node DATASET = NodeFactory.createURI(Descriptions.DATASET);

  /** What no shape with a target finds. */
  private static final Set<String> OWN =
      Set.of(
          ShapeFiles.NS + "SafeIri",
          ShapeFiles.NS + "WellFormedIri",
          ShapeFiles.NS + "DatasetDeclared");

  private final MetadataValidator validator = MetadataValidator.bundled();
  private final Shapes shapes = Shapes.parse(validator.shapes());

  @Test
  void validate_everyCaseAndExample_saysWhatJenaSays() throws IOException {
    int found = 0;
    for (Path file : files()) {
      Graph data = Descriptions.read(file);
      Set<String> expected = new TreeSet<>();
      ShaclValidator.get().validate(shapes, data).getEntries().stream()
          .filter(entry -> isJudged(data, entry.focusNode()))
          .forEach(entry -> expected.add(text(entry)));
      Set<String> said = new TreeSet<>();
      Stream.concat(
              validator.validate(data, Descriptions.DATASET).violations().stream(),
              validator.validate(data.find().toList(), Descriptions.DATASET).violations().stream())
          .filter(violation -> !OWN.contains(violation.shape()))
          .filter(violation -> isJudged(data, violation.focus()))
          .forEach(violation -> said.add(text(violation)));
      assertEquals(expected, said, file.toString());
      found += said.size();
    }
    assertTrue(found > 300, found + " findings");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> cases = Files.walk(Descriptions.FILES.resolve("cases"));
        Stream<Path> examples =
            Files.walk(Path.of("src/main/resources/org/machinami/shapes/policy/examples"))) {
      return Stream.concat(cases, examples)
          .filter(file -> file.toString().endsWith(".ttl"))
          .sorted()
          .toList();
    }
  }

  /** Other datasets have verdicts of their own. */
  private static boolean isJudged(Graph data, Node focus) {
    return focus.equals(DATASET) || !data.contains(focus, RDF.type.asNode(), DCAT.Dataset.asNode());
  }

  private static String text(ReportEntry entry) {
    return String.join(
        " ",
        entry.source().toString(),
        Severity.of(entry.severity().level()).name(),
        entry.focusNode().toString(),
        entry.resultPath() == null ? "-" : PathText.of(entry.resultPath()),
        entry.value() == null ? "-" : entry.value().toString(),
        entry.messages().stream()
            .sorted((one, other) -> other.getLiteralLanguage().compareTo(one.getLiteralLanguage()))
            .map(Node::getLiteralLexicalForm)
            .collect(Collectors.joining(" ")));
  }

  private static String text(Violation violation) {
    return String.join(
        " ",
        violation.shape(),
        violation.severity().name(),
        violation.focus().toString(),
        violation.path().orElse("-"),
        violation.value().map(Node::toString).orElse("-"),
        violation.messageJa(),
        violation.messageEn());
  }
}
