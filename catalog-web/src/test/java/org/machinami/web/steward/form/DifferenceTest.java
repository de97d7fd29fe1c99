package org.machinami.web.steward.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.machinami.web.language.Language;

/** What changes, in words and as a patch. */
final class DifferenceTest {
  private final DescriptionForm form = Descriptions.form();
  private final Graph before =
      Descriptions.parse(
          """
          <datasets/d> a dcat:Dataset ; dct:title "区"@ja ; dct:spatial <id/prefecture/13> ;
            dct:license <https://creativecommons.org/licenses/by/4.0/> ;
            dcat:distribution <datasets/d#csv> .
          <datasets/d#csv> a dcat:Distribution ; dct:title "表"@ja .
          """);
  private final Graph after =
      Descriptions.parse(
          """
          <datasets/d> a dcat:Dataset ; dct:title "特別区"@ja ; dct:spatial <id/prefecture/14> ;
            dct:license <https://creativecommons.org/licenses/by/4.0/> ; city:unknown "x" ;
            dcat:distribution <datasets/d#csv> .
          <datasets/d#csv> a dcat:Distribution ; dct:title "表"@ja ; dcat:byteSize 12 .
          """);

  @Test
  void difference_isInTheOrderOfTheForm_withLabels() {
    Difference difference = form.difference(before, after, Descriptions.DATASET, Language.JA);
    assertEquals(
        List.of(
            new Difference.FieldChange("", "題名", List.of("区（日本語）"), List.of("特別区（日本語）")),
            new Difference.FieldChange("", "対象地域", List.of("東京都"), List.of("神奈川県")),
            new Difference.FieldChange("", "city:unknown", List.of(), List.of("x")),
            new Difference.FieldChange("表", "大きさ（バイト）", List.of(), List.of("12"))),
        difference.changes());
  }

  @Test
  void values_readAsAPersonWouldSayThem() {
    Graph said =
        Descriptions.parse(
            """
            <datasets/d> a dcat:Dataset ; dct:title "Wards"@en , "区"@ja ; city:synthetic true ;
              dct:temporal <datasets/d#p> .
            <datasets/d#p> a dct:PeriodOfTime ; dcat:startDate "2026-04-01" .
            """);
    Difference japanese =
        form.difference(Graph.emptyGraph, said, Descriptions.DATASET, Language.JA);
    assertEquals(List.of("区（日本語）", "Wards（英語）"), come(japanese, "題名"));
    assertEquals(List.of("はい"), come(japanese, "生成データ"));
    assertEquals(List.of("2026-04-01～"), come(japanese, "対象期間"));
    Difference english = form.difference(Graph.emptyGraph, said, Descriptions.DATASET, Language.EN);
    assertEquals(List.of("Wards (English)", "区 (Japanese)"), come(english, "Title"));
    assertTrue(
        japanese.changes().stream().anyMatch(one -> one.thing().equals("期間 2026-04-01～")),
        japanese.toString());
  }

  private static List<String> come(Difference difference, String field) {
    return difference.changes().stream()
        .filter(change -> change.field().equals(field))
        .findFirst()
        .orElseThrow(() -> new AssertionError(field + " in " + difference.changes()))
        .come();
  }

  @Test
  void difference_asPatch_namesEachStatement() {
    String patch = form.difference(before, after, Descriptions.DATASET, Language.EN).patch();
    assertTrue(patch.contains("- <https://city.example/datasets/d> dct:title \"区\"@ja ."), patch);
    assertTrue(patch.contains("+ <https://city.example/datasets/d> dct:title \"特別区\"@ja ."), patch);
    assertEquals(6, patch.lines().count(), patch);
  }

  @Test
  void difference_ofTheSame_isEmpty() {
    Difference none = form.difference(before, before, Descriptions.DATASET, Language.JA);
    assertTrue(none.isEmpty());
    assertEquals("", none.patch());
  }
}
