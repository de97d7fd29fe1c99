package org.machinami.shapes.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.City;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Position;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;

class ContractResultTest {
  private static final String TOILETS = "https://machinami.org/vocab/contract/public-toilet";
  private static final NamedGraphs NAMES = new NamedGraphs("https://city.example/");

  private static ContractResult result(Break kind, boolean claimed) {
    Severity grave = kind.severity(claimed, true);
    Severity light = Break.UNKNOWN_COLUMN.severity(claimed, false);
    return new ContractResult(
        "toilets.csv",
        TOILETS,
        claimed,
        20,
        Map.of(grave, 12L, light, 1L),
        List.of(
            new ContractFinding(
                kind,
                grave,
                new Position("toilets.csv", OptionalLong.of(3), Optional.of("設置位置")),
                "",
                new Words("文字", "text")),
            new ContractFinding(
                Break.UNKNOWN_COLUMN,
                light,
                new Position("toilets.csv", OptionalLong.empty(), Optional.of("所在地")),
                "",
                ContractRules.meant("住所"))));
  }

  @Test
  void claimed_andBrokenInAMandatoryColumn_isRefused_underItsClause() {
    Verdict verdict = result(Break.EMPTY_CELL, true).toVerdict("https://city.example/datasets/t");
    assertEquals(Outcome.REFUSED, verdict.outcome());
    assertEquals(12, verdict.violationCount());
    assertEquals(1, verdict.warningCount());
    assertEquals(
        "必須の列「設置位置」が空です。値（文字）を入れてください。", verdict.violations().get(0).message(Locale.JAPANESE));
    assertEquals(
        Optional.of("6.3"), Policy.current().clauseOf(verdict.violations().get(0).shape()));
  }

  @Test
  void recognised_isAtMostWarnedOf() {
    Verdict verdict = result(Break.NOT_LISTED, false).toVerdict("https://city.example/datasets/t");
    assertEquals(Outcome.ADMITTED_WITH_WARNINGS, verdict.outcome());
    assertEquals(12, verdict.warningCount());
    assertEquals(1, verdict.violations().size());
  }

  @Test
  void toGraph_isAMeasurementThatConformsToTheContract_withPlaces() {
    Graph graph = result(Break.EMPTY_CELL, true).toGraph(NAMES, "t", 1);
    Node measurement = NodeFactory.createURI(NAMES.verdict("t") + "#contract-1");
    assertTrue(
        graph.contains(measurement, DCTerms.conformsTo.asNode(), NodeFactory.createURI(TOILETS)));
    assertTrue(
        graph.contains(
            NodeFactory.createURI(NAMES.verdict("t") + "#contract-1-1"),
            City.sourceColumn.asNode(),
            NodeFactory.createLiteralString("設置位置")));
    assertEquals(0, graph.stream().filter(t -> t.getSubject().isBlank()).count());
  }

  @Test
  void everyBreak_hasItsTextInBothLanguages() {
    for (Break kind : Break.values()) {
      Words words =
          new ContractFinding(
                  kind,
                  Severity.WARNING,
                  new Position("f", OptionalLong.of(1), Optional.of("列")),
                  "値",
                  new Words("期待", "wanted"))
              .message();
      assertTrue(words.ja().contains("列") && !words.ja().contains("{?"), words.ja());
      assertTrue(words.en().contains("列") && !words.en().contains("{?"), words.en());
    }
  }
}
