package org.machinami.shapes.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.shapes.Expectation;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;

class ExpectationTest {

  private static final String SHAPES = "https://machinami.org/vocab/shapes#";

  private final Explainer explainer = new Explainer(MetadataValidator.bundled(), Policy.current());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DatasetTitle | 1 個以上、文字列、空白だけでないこと | at least 1, text, not blank",
        "DatasetPublisher | 1 個だけ、文字列ではなく、IRI またはその記述"
            + " | exactly 1, a resource (an IRI, or a description of its own), not text",
        "DatasetTitleJapanese | 次の値を 1 個以上：日本語 @ja の文字列" + " | at least 1 of: text in Japanese @ja",
        "DatasetSectorKnown | 1 個まで、次のいずれか：行政（public）、公益事業（utility）、民間（private） | at most 1, one"
            + " of: public sector (public), utilities (utility), private sector (private)",
        "ContactPointEmail | IRI（例：<https://example.org/>）、mailto: で始まること"
            + " | an IRI, such as <https://example.org/>, begins with mailto:",
        "DistributionByteSize"
            + " | 1 個まで、0 以上の整数 または 整数 または 小数"
            + " | at most 1, a whole number from 0 or a whole number or a decimal number"
      })
  void expectation_isMadeFromTheConstraints(String shape, String ja, String en) {
    Expectation expected = explainer.expectation(SHAPES + shape).orElseThrow();
    assertEquals(ja, expected.ja());
    assertEquals(en, expected.en());
  }

  @Test
  void expectation_everyShapeThatFindsFault_hasOne() {
    Map<String, String> all = new TreeMap<>();
    MetadataValidator.bundled()
        .shapes()
        .find(Node.ANY, SHACL.message, Node.ANY)
        .mapWith(Triple::getSubject)
        .forEachRemaining(
            shape ->
                explainer
                    .expectation(shape.getURI())
                    .ifPresentOrElse(
                        e -> all.put(shape.getURI(), e.ja() + e.en()),
                        () -> all.put(shape.getURI(), "")));
    all.forEach((shape, words) -> assertFalse(words.isBlank(), shape));
    all.forEach((shape, words) -> assertFalse(words.matches(".*\\{\\d}.*"), shape + words));
    assertTrue(all.size() > 40);
  }

  @Test
  void words_areThereInBothLanguages() {
    assertEquals(
        ExpectationWords.in(Locale.ENGLISH).keySet(),
        ExpectationWords.in(Locale.JAPANESE).keySet());
  }
}
