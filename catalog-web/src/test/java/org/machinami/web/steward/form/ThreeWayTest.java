package org.machinami.web.steward.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.machinami.web.language.Language;

/** Nothing of two people's work is lost. */
final class ThreeWayTest {
  private final Graph base =
      Descriptions.parse(
          """
          <datasets/d> a dcat:Dataset ; dct:title "題"@ja ; dcat:keyword "一"@ja , "二"@ja ;
            dct:issued "2026-01-01"^^xsd:date ; dct:identifier "1" .
          """);
  private final Graph mine =
      Descriptions.parse(
          """
          <datasets/d> a dcat:Dataset ; dct:title "わたしの題"@ja ; dcat:keyword "一"@ja , "三"@ja ;
            dct:issued "2026-01-01"^^xsd:date ; dct:identifier "2" .
          """);
  private final Graph theirs =
      Descriptions.parse(
          """
          <datasets/d> a dcat:Dataset ; dct:title "題"@ja ; dcat:keyword "一"@ja , "二"@ja , "四"@ja ;
            dct:issued "2026-02-02"^^xsd:date ; dct:identifier "3" ; dct:description "d"@en .
          """);
  private final ThreeWay threeWay = ThreeWay.of(base, mine, theirs);

  private String id(String property) {
    return threeWay.changes().stream()
        .filter(change -> change.place().property().getURI().endsWith(property))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void merge_whatOneChanged_isTaken_whatBothChanged_isChosen() {
    Graph merged =
        threeWay.merge(
            Map.of(
                id("keyword"), ThreeWay.Side.BOTH,
                id("identifier"), ThreeWay.Side.THEIRS));
    Graph expected =
        Descriptions.parse(
            """
            <datasets/d> a dcat:Dataset ; dct:title "わたしの題"@ja ;
              dcat:keyword "一"@ja , "三"@ja , "四"@ja ;
              dct:issued "2026-02-02"^^xsd:date ; dct:identifier "3" ; dct:description "d"@en .
            """);
    assertTrue(expected.isIsomorphicWith(merged), merged.toString());
  }

  @Test
  void merge_undecided_isRefused() {
    assertEquals(2, threeWay.undecided().size());
    assertThrows(IllegalArgumentException.class, () -> threeWay.merge(Map.of()));
  }

  @Test
  void merge_presetCanBeTurned() {
    Graph merged =
        threeWay.merge(
            Map.of(
                id("title"), ThreeWay.Side.THEIRS,
                id("keyword"), ThreeWay.Side.MINE,
                id("identifier"), ThreeWay.Side.MINE));
    assertTrue(
        Descriptions.parse("<datasets/d> dct:title \"題\"@ja ; dct:identifier \"2\" .")
            .find()
            .toList()
            .stream()
            .allMatch(merged::contains));
  }

  @Test
  void conflict_showsWhatMustBeChosenFirst_withWords() {
    ConflictView view =
        Descriptions.form().conflict(base, mine, theirs, Descriptions.DATASET, Language.JA);
    assertEquals(
        List.of("キーワード", "識別子"),
        view.rows().stream()
            .filter(row -> row.preset().isEmpty())
            .map(ConflictView.Row::field)
            .toList());
    ConflictView.Row title =
        view.rows().stream().filter(row -> row.field().equals("題名")).findFirst().orElseThrow();
    assertEquals(Optional.of(ThreeWay.Side.MINE), title.preset());
    assertEquals(List.of("わたしの題（日本語）"), title.mine());
  }
}
