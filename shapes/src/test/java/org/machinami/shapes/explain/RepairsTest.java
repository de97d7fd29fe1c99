package org.machinami.shapes.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Repair;
import org.machinami.shapes.RepairKind;
import org.machinami.shapes.TermText;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/** Spoils a description that is right in one place, and lets the repair put it right. */
class RepairsTest {

  private static final Path FILES = Path.of("src/test/resources/org/machinami/shapes");
  private static final String DATASET = "https://city.example/datasets/d";
  private static final String SHAPES = "https://machinami.org/vocab/shapes#";

  /** What is done to cells of tables, where there is no description. */
  private static final Set<RepairKind> OF_CELLS =
      Set.of(
          RepairKind.SPACE, RepairKind.NUMBER, RepairKind.CODE, RepairKind.REPEAT, RepairKind.SWAP);

  private final MetadataValidator validator = MetadataValidator.bundled();
  private final Explainer explainer = new Explainer(MetadataValidator.bundled(), Policy.current());

  private record Case(String right, String wrong, String shape, String kind, String added) {

    static Case of(String line) {
      String[] parts = line.split(" \\| ", -1);
      return new Case(
          parts[0].replace("\\n", "\n"),
          parts[1].replace("\\n", "\n").strip(),
          parts[2],
          parts[3],
          parts[4]);
    }

    Graph graph() throws IOException {
      String text = Files.readString(FILES.resolve("complete.ttl"));
      assertTrue(text.contains(right), right);
      int at = text.indexOf(right);
      return parse(text.substring(0, at) + wrong + text.substring(at + right.length()));
    }
  }

  private static Graph parse(String text) {
    return RDFParser.fromString(text, Lang.TURTLE).checking(false).toGraph();
  }

  private static List<Case> cases() throws IOException {
    return Files.readAllLines(FILES.resolve("explain/repairs.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Case::of)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> explain_spoiledDescription_proposesWhatMakesItWhole() throws IOException {
    return cases().stream()
        .map(one -> DynamicTest.dynamicTest(one.shape + " " + one.wrong, () -> assertMended(one)));
  }

  private void assertMended(Case one) throws IOException {
    Graph graph = one.graph();
    Repair.Patch patch = patch(graph, one.shape);
    assertEquals(one.kind, patch.kind().id());
    assertEquals(one.added, patch.adds().isEmpty() ? "-" : TermText.of(patch.adds().get(0)));
    long before = graph.size();
    String update = patch.toUpdate(graph);
    patch.apply(graph);
    assertEquals(before + patch.adds().size() - patch.removes().size(), graph.size());
    assertEquals(List.of(), validator.validate(graph, DATASET).violations());
    Graph byTools = one.graph();
    if (!one.shape.equals("WellFormedIri")) { // SPARQL has no way to write such an IRI
      UpdateAction.execute(UpdateFactory.create(update), DatasetGraphFactory.wrap(byTools));
      assertTrue(byTools.isIsomorphicWith(graph), update);
    }
  }

  private Repair.Patch patch(Graph graph, String shape) {
    Verdict verdict = explainer.explain(validator.validate(graph, DATASET), graph);
    Violation violation =
        verdict.violations().stream()
            .filter(found -> found.shape().equals(SHAPES + shape))
            .findFirst()
            .orElseThrow(() -> new AssertionError(verdict.violations()));
    return (Repair.Patch)
        violation.repair().orElseThrow(() -> new AssertionError("no repair: " + violation));
  }

  @Test
  void cases_coverEveryKind() throws IOException {
    Set<String> covered = new HashSet<>();
    cases().forEach(one -> covered.add(one.kind));
    for (RepairKind kind : RepairKind.values()) {
      assertTrue(covered.contains(kind.id()) != OF_CELLS.contains(kind), kind.id());
    }
  }

  @Test
  void toUpdate_blankNode_isNamedByTheWayToIt() throws IOException {
    String text =
        Files.readString(FILES.resolve("complete.ttl"))
            .replace("<datasets/d#contact>", "_:contact")
            .replace("<mailto:data@city.example>", "\"data@city.example\"");
    Graph graph = parse(text);
    String update = patch(graph, "ContactPointEmail").toUpdate(graph);
    assertEquals(
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
        DELETE {
          ?n1 vcard:hasEmail "data@city.example" .
        }
        INSERT {
          ?n1 vcard:hasEmail <mailto:data@city.example> .
        }
        WHERE {
          <https://city.example/datasets/d> dcat:contactPoint ?n1 .
          ?n1 vcard:hasEmail "data@city.example" .
        }
        """,
        update);
    UpdateAction.execute(UpdateFactory.create(update), DatasetGraphFactory.wrap(graph));
    assertEquals(List.of(), validator.validate(graph, DATASET).violations());
  }

  @Test
  void explain_guesswork_isNotProposed() throws IOException {
    for (String wrong :
        List.of(
            "dct:issued \"April 2026\" ;", "dct:issued \"2026/13/45\" ;", "dct:issued 2026.5 ;")) {
      Graph graph =
          parse(
              Files.readString(FILES.resolve("complete.ttl"))
                  .replace(
                      "dct:issued \"2026-04-01\"^^xsd:date ;\n  dct:modified",
                      wrong + " dct:modified"));
      Verdict verdict = explainer.explain(validator.validate(graph, DATASET), graph);
      assertTrue(!verdict.violations().isEmpty(), wrong);
      verdict.violations().forEach(v -> assertTrue(v.repair().isEmpty(), wrong + " " + v));
    }
  }

  @Test
  void explain_readsOnly() throws IOException {
    Graph graph = cases().get(0).graph();
    Graph copy = cases().get(0).graph();
    explainer.explain(validator.validate(graph, DATASET), graph);
    assertTrue(copy.isIsomorphicWith(graph));
  }
}
