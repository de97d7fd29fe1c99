package org.machinami.web.steward.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

/** Turtle from an expert: a graph, or where it cannot be read. */
final class ExpertTextTest {
  private static final String HEAD =
      "PREFIX dcat: <http://www.w3.org/ns/dcat#>\nPREFIX dct: <http://purl.org/dc/terms/>\n";

  private static ExpertText read(String turtle) {
    return ExpertText.read(turtle, Descriptions.BASE, "d");
  }

  private static List<String> keys(ExpertText text) {
    return text.errors().stream().map(ExpertText.LineError::key).toList();
  }

  @Test
  void read_description_isAGraphWithoutBlankNodes() {
    ExpertText text =
        read(HEAD + "<datasets/d> a dcat:Dataset ; dct:temporal [ dcat:startDate \"2026\" ] .");
    assertEquals(List.of(), text.errors());
    assertTrue(
        text.graph().orElseThrow().find().toList().stream()
            .flatMap(t -> List.of(t.getSubject(), t.getObject()).stream())
            .noneMatch(Node::isBlank));
  }

  @Test
  void read_mistake_isToldByLine_withTheLine() {
    ExpertText text = read(HEAD + "<datasets/d> a dcat:Dataset ;\n  dct:title \"a ;\n.");
    assertTrue(text.graph().isEmpty());
    assertEquals(List.of("form.expert.syntax"), keys(text));
    assertEquals(4, text.errors().get(0).line());
    assertEquals(Map.of(4L, "  dct:title \"a ;"), text.faultyLines());
  }

  @Test
  void read_unknownPrefix_isToldByLine() {
    ExpertText text = read("<datasets/d> a dcat:Dataset .");
    assertEquals(1, text.errors().get(0).line());
  }

  @Test
  void read_otherDataset_isRefused() {
    ExpertText text =
        read(
            HEAD
                + "<datasets/d> a dcat:Dataset . <datasets/other> dct:title \"taken over\" ."
                + " <graph/metadata/x> dct:title \"g\" . <publishers/p> dct:title \"p\" .");
    assertEquals(List.of("form.expert.foreign", "form.expert.foreign"), keys(text));
    assertEquals(Descriptions.BASE + "datasets/other", text.errors().get(0).about());
  }

  @Test
  void read_nothingOfTheDataset_isRefused() {
    assertEquals(List.of("form.expert.absent"), keys(read("")));
  }

  @Test
  void read_deepNesting_isAnAnswer() {
    assertTrue(
        read(HEAD + "<datasets/d> dct:relation " + "[ dct:relation ".repeat(200_000))
            .graph()
            .isEmpty());
  }

  @Test
  void read_tooLong_isAnAnswer() {
    assertEquals(List.of("form.expert.long"), keys(read("#".repeat(2_000_001))));
  }
}
