package org.machinami.loader.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.machinami.loader.gate.Description;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.SourceLimits;
import org.machinami.shapes.Repair;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.Rule;

/** Cells that break a rule of machine readability, and what they should say. */
class QualityRepairsTest {

  private static List<String> repairs(Rule rule, String table) throws IOException {
    DatasetJudge judge =
        new DatasetJudge(
            new Description("t", "https://city.example/t", GraphFactory.createDefaultGraph()));
    CsvReading reader = new CsvReading(',', 0, Optional.empty(), SourceLimits.DEFAULT);
    reader.read(
        "a.csv",
        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
        List.of(),
        0,
        row -> {},
        judge.inspector("a.csv", "a.csv", reader));
    Quality quality = judge.quality().orElseThrow();
    return quality.results().stream()
        .filter(result -> result.rule() == rule)
        .flatMap(result -> result.faults().stream())
        .map(
            fault ->
                fault
                    .repair()
                    .map(repair -> ((Repair.NewCells) repair).cells().get(0))
                    .map(
                        cell ->
                            cell.at().row().getAsLong()
                                + " "
                                + cell.at().column().orElseThrow()
                                + " "
                                + cell.before()
                                + "→"
                                + cell.after())
                    .orElse("-"))
        .toList();
  }

  @Test
  void numbers_loseSeparatorsAndUnits_butNotTheirNotes() throws IOException {
    assertEquals(
        List.of("2 人数 1,200→1200", "3 人数 ３０→30", "5 人数 7人→7", "-"),
        repairs(Rule.NUMBERS, "名称,人数\na,1\nb,\"1,200\"\nc,３０\nd,4\ne,7人\nf,5※1\n"));
  }

  @Test
  void dates_getTheFormOfTheOthers() throws IOException {
    assertEquals(
        List.of("3 開設 2026/4/1→2026-04-01", "4 開設 令和8年4月1日→2026-04-01"),
        repairs(Rule.DATES, "名称,開設\na,2026-04-01\nb,2026-04-01\nc,2026/4/1\nd,令和8年4月1日\n"));
    assertEquals(
        List.of("3 開設 令和8年4月1日→2026/4/1"),
        repairs(Rule.DATES, "名称,開設\na,2026/4/1\nb,2026/4/2\nc,令和8年4月1日\n"));
    assertEquals(
        List.of("-"), repairs(Rule.DATES, "名称,開設\na,2026-04-01\nb,2026-04-02\nc,26/4/15\n"));
  }

  @Test
  void spaces_andCharactersOfOnePlatform_go() throws IOException {
    assertEquals(
        List.of("1 名称 　東京都→東京都", "2 名称 東 京 都→東京都"),
        repairs(Rule.NO_LAYOUT, "名称,人数\n　東京都,1\n東 京 都,2\n"));
    assertEquals(List.of("1 名称 ㈱街→(株)街", "-"), repairs(Rule.CHARACTERS, "名称,人数\n㈱街,1\n\uE000,2\n"));
  }

  @Test
  void dittoMarks_becomeWhatStandsAbove_alsoInARow_butNotBelowAnEmptyCell() throws IOException {
    assertEquals(
        List.of("2 区 〃→千代田区", "3 区 〃→千代田区", "5 区 同上→港区", "-"),
        repairs(Rule.NO_OMISSION, "区,名称\n千代田区,a\n〃,b\n〃,c\n港区,d\n同上,e\n,f\n〃,g\n"));
  }

  @Test
  void variantsOfAChoice_becomeThePlainOne() throws IOException {
    assertEquals(
        List.of("3 種別 ﾌﾟｰﾙ→プール"),
        repairs(Rule.CHOICES, "種別,名称\nプール,a\nプール,b\nﾌﾟｰﾙ,c\nプール,d\n井戸,e\n井戸,f\n"));
    assertEquals(
        List.of("1 種別 ﾌﾟｰﾙ→プール"), repairs(Rule.CHOICES, "種別,名称\nﾌﾟｰﾙ,a\nプール,b\nプール,c\nプール,d\n"));
    assertEquals(List.of("-"), repairs(Rule.CHOICES, "種別,名称\nWiFi,a\nWiFi,b\nwifi,c\nWiFi,d\n"));
  }
}
