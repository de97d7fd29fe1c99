package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each shape has a folder of its name: what conforms, what violates, what is then found. */
class ShapeCasesTest {

  private final MetadataValidator validator = MetadataValidator.bundled();
  private final ShapeCases cases =
      new ShapeCases(
          Descriptions.FILES.resolve("cases"),
          validator.shapes(),
          Descriptions::read,
          graph -> validator.validate(graph, Descriptions.DATASET));

  @TestFactory
  Stream<DynamicTest> violates_isFoundAndNothingElseOfTheShape() {
    return cases.violating();
  }

  @TestFactory
  Stream<DynamicTest> conforms_isLetPass() {
    return cases.conforming();
  }

  @TestFactory
  Stream<DynamicTest> conforms_saysWhatTheShapeJudges() {
    return cases.telling();
  }

  @Test
  void cases_areThoseOfTheShapes() throws IOException {
    cases.requireOneForEach();
  }

  @Test
  void shapes_sayWhatToDoInBothLanguagesAndHowGraveItIs() {
    cases.requireMessages();
  }

  @Test
  void validate_completeDescription_isAdmittedWithoutFindings() {
    Verdict verdict =
        validator.validate(
            Descriptions.read(Descriptions.FILES.resolve("complete.ttl")), Descriptions.DATASET);
    assertEquals(List.of(), verdict.violations());
    assertEquals(Outcome.ADMITTED, verdict.outcome());
  }
}
