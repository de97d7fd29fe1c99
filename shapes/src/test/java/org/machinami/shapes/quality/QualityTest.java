package org.machinami.shapes.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.Position;
import org.machinami.shapes.quality.RuleResult.Decision;

class QualityTest {

  private static final NamedGraphs NAMES = new NamedGraphs("https://city.example/");

  private static Fault fault(String file, long row) {
    return new Fault(new Position(file, OptionalLong.of(row), Optional.of("人数")), "1,2");
  }

  private static RuleResult failed(Rule rule) {
    return RuleResult.failedBy(rule, 1, List.of(fault("a.csv", 1)));
  }

  @Test
  void rules_areThoseOfTheList() {
    Set<String> listed =
        Vocabularies.find("quality-rule")
            .orElseThrow()
            .read()
            .find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
            .mapWith(triple -> triple.getSubject().getURI())
            .toSet();
    assertEquals(listed, Stream.of(Rule.values()).map(Rule::iri).collect(Collectors.toSet()));
    assertEquals(30, listed.size());
    for (Rule rule : Rule.values()) {
      assertEquals(Optional.of(rule), Rule.of(rule.iri()));
      for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
        assertFalse(rule.label(locale).isBlank() || rule.advice(locale).isBlank(), rule.id());
      }
    }
  }

  @Test
  void level_isBelowTheFirstOneOfWhichARuleIsBroken() {
    assertEquals(3, Quality.of(List.of(RuleResult.passed(Rule.FORMAT))).level());
    assertEquals(3, Quality.of(List.of(RuleResult.undecided(Rule.FORMAT))).level());
    assertEquals(2, Quality.of(List.of(failed(Rule.UNITS))).level());
    assertEquals(1, Quality.of(List.of(failed(Rule.UNITS), failed(Rule.NUMBERS))).level());
    assertEquals(0, Quality.of(List.of(failed(Rule.HEADERS))).level());
  }

  @Test
  void severalFiles_giveTheGraverDecision_andAllItsPlaces() {
    Quality quality =
        Quality.of(
            List.of(
                RuleResult.passed(Rule.NUMBERS),
                RuleResult.failedBy(Rule.NUMBERS, 9, List.of(fault("a.csv", 1))),
                RuleResult.undecided(Rule.NUMBERS),
                RuleResult.failedBy(Rule.NUMBERS, 2, List.of(fault("b.csv", 7)))));
    RuleResult result = quality.results().get(0);
    assertEquals(Decision.FAILED, result.decision());
    assertEquals(11, result.count());
    assertEquals(List.of(fault("a.csv", 1), fault("b.csv", 7)), result.faults());
  }

  @Test
  void graph_holdsMeasurementsWithTheirPlaces_andQuestions() {
    Quality quality =
        Quality.of(
            List.of(
                RuleResult.passed(Rule.FORMAT),
                RuleResult.failedBy(Rule.NUMBERS, 3, List.of(fault("a.csv", 4))),
                RuleResult.undecided(Rule.UNITS)));
    Graph expected =
        RDFParser.fromString(
                """
                BASE <https://city.example/graph/verdict/x>
                PREFIX city: <https://machinami.org/vocab/city#>
                PREFIX dqv: <http://www.w3.org/ns/dqv#>
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX v: <https://machinami.org/vocab/>
                </datasets/x> dqv:hasQualityMeasurement <#machine-readability> .
                <#machine-readability> a dqv:QualityMeasurement ; dqv:computedOn </datasets/x> ;
                  dqv:isMeasurementOf <https://machinami.org/vocab/quality-metric/machine-readability> ;
                  dqv:value 1 ; city:toBeAnswered <https://machinami.org/vocab/quality-rule/L3-04> .
                <#L1-01> a dqv:QualityMeasurement ; dqv:computedOn </datasets/x> ; dqv:value 0 ;
                  dqv:isMeasurementOf <https://machinami.org/vocab/quality-rule/L1-01> .
                <#L2-01> a dqv:QualityMeasurement ; dqv:computedOn </datasets/x> ; dqv:value 3 ;
                  dqv:isMeasurementOf <https://machinami.org/vocab/quality-rule/L2-01> .
                <#L2-01-1> a sh:ValidationResult ;
                  sh:sourceConstraint <https://machinami.org/vocab/quality-rule/L2-01> ;
                  city:sourceFile "a.csv" ; city:sourceRow 4 ; city:sourceColumn "人数" ;
                  city:faultyValue "1,2" .
                """,
                Lang.TURTLE)
            .toGraph();
    Graph graph = quality.toGraph(NAMES, "x");
    assertTrue(
        expected.isIsomorphicWith(graph),
        () -> RDFWriter.source(graph).lang(Lang.TURTLE).asString());
  }

  @Test
  void whatIsShownOfAValue_isShortAndHarmless() {
    assertEquals("a\uFFFDb\uFFFD", Fault.shown("a\u0007b\uFFFF"));
    String longest = Fault.shown("𠮷".repeat(500));
    assertTrue(longest.length() <= 81 && longest.endsWith("𠮷…"), longest);
  }

  @Test
  void passedWithPlaces_isNoResult() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RuleResult(Rule.FORMAT, Decision.PASSED, 1, List.of()));
  }
}
