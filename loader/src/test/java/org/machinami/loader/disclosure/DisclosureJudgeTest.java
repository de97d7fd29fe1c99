package org.machinami.loader.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.machinami.loader.gate.Description;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.JsonReading;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;
import org.machinami.ontology.City;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.Policy;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/** For each rule a table that breaks it and what is found, and tables that keep it. */
class DisclosureJudgeTest {

  private static final String DATASET = "https://city.example/datasets/test";
  private static final Set<String> FLOW = Set.of(City.PeopleFlowObservation.getURI());

  /** Table, and per finding: rule, row and column. */
  static Stream<Arguments> identifying() {
    return Stream.of(
        Arguments.of("番号,氏名\n1,佐藤花子\n2,御手洗一郎\n3,\n", "PersonNames 1 氏名"),
        Arguments.of("番号,フリガナ\n1,サトウ ハナコ\n2,ミタライ　イチロウ\n", "PersonNames 1 フリガナ"),
        Arguments.of("番号,備考\n1,\n2,佐藤 花子\n3,鈴木　一郎\n", "PersonNames 2 備考"),
        Arguments.of("名称,電話番号\n甲,090-1234-5678\n乙,080-1234-5678\n", "PersonalPhoneNumbers 1 電話番号"),
        Arguments.of("名称,自宅電話\n甲,03-1234-5678\n乙,03-1234-5679\n", "PersonalPhoneNumbers 1 自宅電話"),
        Arguments.of(
            "氏名,電話番号\n佐藤花子,03-1234-5678\n鈴木一郎,03-1234-5679\n",
            "PersonNames 1 氏名; PersonalPhoneNumbers 1 電話番号"),
        Arguments.of("名称,メール\n甲,a.b@gmail.com\n乙,c@docomo.ne.jp\n", "PersonalEmails 1 メール"),
        Arguments.of("担当者メール\na@city.example.jp\nb@city.example.jp\n", "PersonalEmails 1 担当者メール"),
        Arguments.of(
            "番号\n123456789018\n123456789018\n9999-9999-9999\n123456789018\n", "MyNumbers 1 番号"),
        Arguments.of(
            "支払\n4111111111111111\n5555 5555 5555 4444\n378282246310005\n", "CardNumbers 1 支払"),
        Arguments.of("区分,生年月日\nA,1980-01-02\nB,昭和55年1月2日\n", "BirthDates 1 生年月日"),
        Arguments.of("年齢,住所\n34,渋谷区恵比寿二丁目34番10号\n51,新宿区歌舞伎町2-44-1\n", "HomeAddresses 1 住所"),
        Arguments.of("申請者番号,申請者\n1,7000012050002\n2,8000020130001\n", "CorporateNumbers 1 申請者"));
  }

  @ParameterizedTest
  @MethodSource("identifying")
  void column_thatIdentifiesPersons_isFound_andNoValueIsRepeated(String table, String expected) {
    Verdict verdict = judge("0", "", Set.of(), table);
    assertEquals(expected, text(verdict));
    assertTrue(verdict.violations().stream().allMatch(found -> found.value().isEmpty()));
    boolean grave = !expected.startsWith("CorporateNumbers");
    assertEquals(grave ? Outcome.REFUSED : Outcome.ADMITTED, verdict.outcome());
  }

  static Stream<String> harmless() {
    return Stream.of(
        // Facilities, as the standard datasets of municipalities describe them.
        """
        名称,名称_カナ,住所,電話番号,年齢
        都立広尾病院,トリツヒロオビョウイン,渋谷区恵比寿二丁目34番10号,03-3444-1181,
        高橋 医院,タカハシ イイン,中野区1-2-3,0120-444-444,
        """,
        "施設名,フリガナ\n日比谷公園,ヒビヤコウエン\n上野公園,ウエノコウエン\n",
        // Who answers for a body is public.
        "団体名,代表者氏名\n甲会,佐藤 花子\n乙会,鈴木 一郎\n",
        "市区町村名,首長名\n千代田区,佐藤 花子\n中央区,鈴木 一郎\n",
        "担当者\n区長\n総務課\n保健所\n",
        // One organiser of many has a mobile phone.
        "名称,電話番号\n甲,03-3444-1181\n乙,03-5273-7711\n丙,03-3941-3211\n丁,090-1234-5678\n",
        "名称,メール\n甲,a@city.example.jp\n乙,b@pref.example.jp\n",
        // Twelve digits that mean something else: some have the check digit by chance.
        "日時\n202610140800\n202610140815\n202610140830\n202610140845\n202610140900\n202610140915\n",
        "法人番号\n7000012050002\n8000020130001\n",
        "JANコード\n4901234567894\n4912345678904\n",
        "開設年月日\n1980-01-02\n1990-03-04\n",
        "年齢,住所\n34,渋谷区恵比寿\n51,新宿区歌舞伎町\n",
        "名称,収容人数,定員\n甲,3,5\n乙,9,2\n",
        "名称,男性トイレ数\n甲,3\n乙,9\n");
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void column_thatIdentifiesNobody_isLetPass(String table) {
    assertEquals("", text(judge("0", "", Set.of(), table)));
  }

  @Test
  void smallCells_ofFlow_areRefusedEach_butZeroAndEmptyAreNoCells() {
    Verdict verdict =
        judge(
            "0",
            "",
            FLOW,
            """
            メッシュコード,滞在人口
            53393535,12
            53393536,9
            53393537,0
            53393538,
            53393539,1
            53393546,10
            """);
    assertEquals("SmallCells 2 滞在人口 [9]; SmallCells 5 滞在人口 [1]", text(verdict));
    assertEquals(2, verdict.violationCount());
    assertEquals(Outcome.REFUSED, verdict.outcome());
  }

  @Test
  void smallCells_suppressed_areLetPass() {
    String table = "メッシュコード,滞在人口\n53393535,12\n53393536,\n53393537,*\n";
    assertEquals("", text(judge("1", "", FLOW, table)));
  }

  @Test
  void smallCells_ofStage1_areRefused_thoseOfOtherStatisticsAreWarnedOf() {
    String table = "町丁目,年齢区分,総人口\n甲,0-4,7\n乙,0-4,40\n";
    Verdict counted = judge("1", "", Set.of(), table);
    assertEquals(Outcome.REFUSED, counted.outcome());
    assertEquals("SmallCells 1 総人口 [7]", text(counted));
    Verdict census = judge("0", "", Set.of(), table);
    assertEquals(Outcome.ADMITTED_WITH_WARNINGS, census.outcome());
    assertEquals("SmallCellsOfStatistics 1 総人口 [7]", text(census));
  }

  @Test
  void smallCells_ofMadeData_countNobody() {
    String table = "メッシュ,滞在人口\n53393535,3\n";
    assertEquals("", text(judge("0", "city:synthetic true ;", FLOW, table)));
  }

  @Test
  void smallCells_manyOfAColumn_areAllCounted_theFirstAreListed() {
    Verdict verdict = judge("0", "", FLOW, "滞在人口\n" + "3\n".repeat(40));
    assertEquals(40, verdict.violationCount());
    assertEquals(5, verdict.violations().size());
  }

  @Test
  void mesh_finerThanAllowed_isRefused() {
    String table = "メッシュコード,滞在人口\n53393535112,20\n533935351123,20\n5339353500,20\n5339353511,20\n";
    assertEquals(
        "FineMesh 2 メッシュコード [533935351123]; FineMesh 3 メッシュコード [5339353500]",
        text(judge("1", "", FLOW, table)));
    assertEquals("", text(judge("0", "", Set.of(), table)));
  }

  @Test
  void coordinates_finerThanAllowed_areRefused_unlessAStationStandsThere() {
    assertEquals(
        "FineCoordinates 2 緯度 [35.681]; FineCoordinates 2 経度 [139.767]",
        text(judge("1", "", FLOW, "緯度,経度,人数\n35.68,139.760,20\n35.681,139.767,20\n")));
    assertEquals("", text(judge("1", "", FLOW, "駅名,緯度,経度,人数\n東京,35.681236,139.767125,20\n")));
  }

  @Test
  void times_finerThanAllowed_areRefused() {
    String table =
        "日時,人数\n2026-10-14T08:00:00+09:00,20\n8:45,20\n2026-10-14T08:05:00+09:00,20\n08:15:30,20\n";
    assertEquals(
        "FineTimes 3 日時 [2026-10-14T08:05:00+09:00]; FineTimes 4 日時 [08:15:30]",
        text(judge("1", "", FLOW, table)));
  }

  @Test
  void records_areJudgedByTheirMembers() {
    DisclosureJudge judge = judge("0", "", Set.of());
    read(
        judge,
        "a.json",
        JsonReading.json("$[*]", Optional.empty(), SourceLimits.DEFAULT),
        "[{\"who\":{\"氏名\":\"佐藤花子\"}},{\"who\":{\"氏名\":\"鈴木一郎\"}}]");
    assertEquals("PersonNames 1 who.氏名", text(judge.verdict()));
  }

  @Test
  void findings_nameTheClauseOfThePolicy() {
    Verdict verdict = judge("0", "", FLOW, "番号,氏名,人数\n1,佐藤花子,3\n2,鈴木一郎,30\n");
    assertEquals(
        List.of("5.2", "5.3"),
        verdict.violations().stream()
            .map(found -> Policy.current().clauseOf(found.shape()).orElseThrow())
            .toList());
  }

  @Test
  void limits_areThoseOfTheVersion() {
    String base = "https://city.example/";
    Policy strict =
        PolicyVersion.draft(
                RDFParser.fromString(
                        """
                        PREFIX city: <https://machinami.org/vocab/city#>
                        PREFIX eli: <http://data.europa.eu/eli/ontology#>
                        <policy/2> eli:amends <policy/1> ; eli:version "2" .
                        <policy/2/clauses/5.3> city:smallestCell 50 .
                        """,
                        Lang.TURTLE)
                    .base(base)
                    .toGraph(),
                PolicyVersion.bundled(base),
                base)
            .policy();
    for (Policy policy : List.of(Policy.current(), strict)) {
      DisclosureJudge judge = judge("0", "", FLOW, policy);
      read(judge, "a.csv", table(), "滞在人口\n30\n");
      assertEquals(policy == strict ? 1 : 0, judge.verdict().violationCount(), policy.version());
    }
  }

  @Test
  void file_readTwice_isJudgedOnce() {
    DisclosureJudge judge = judge("0", "", FLOW);
    read(judge, "a.csv", table(), "滞在人口\n3\n");
    read(judge, "a.csv", table(), "滞在人口\n3\n");
    assertEquals(1, judge.verdict().violationCount());
  }

  private static Verdict judge(String stage, String more, Set<String> classes, String table) {
    DisclosureJudge judge = judge(stage, more, classes);
    read(judge, "a.csv", table(), table);
    return judge.verdict();
  }

  private static DisclosureJudge judge(String stage, String more, Set<String> classes) {
    return judge(stage, more, classes, Policy.current());
  }

  private static DisclosureJudge judge(
      String stage, String more, Set<String> classes, Policy policy) {
    String text =
        """
        @prefix city: <https://machinami.org/vocab/city#> .
        <%s> %s city:personalDataStage <https://machinami.org/vocab/personal-data-stage/%s> .
        """
            .formatted(DATASET, more, stage);
    return new DisclosureJudge(
        new Description("test", DATASET, RDFParser.fromString(text, Lang.TURTLE).toGraph()),
        series -> classes,
        policy);
  }

  private static SourceReader table() {
    return new CsvReading(',', 0, Optional.of(StandardCharsets.UTF_8), SourceLimits.DEFAULT);
  }

  private static void read(DisclosureJudge judge, String name, SourceReader reader, String text) {
    try {
      reader.read(
          name,
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          List.of(),
          0,
          row -> {},
          judge.inspector("series", name, reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Verdict verdict) {
    return String.join("; ", verdict.violations().stream().map(DisclosureJudgeTest::text).toList());
  }

  private static String text(Violation violation) {
    var at = violation.position().orElseThrow();
    return violation.shape().substring(violation.shape().indexOf('#') + 1)
        + " "
        + at.row().orElse(0)
        + " "
        + at.column().orElse("")
        + violation.value().map(value -> " [" + value.getLiteralLexicalForm() + "]").orElse("");
  }
}
