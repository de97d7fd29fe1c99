package org.machinami.loader.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.excel.ExcelReading;
import org.machinami.loader.gate.Description;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.JsonReading;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;
import org.machinami.shapes.quality.Checklist;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.Rule;
import org.machinami.shapes.quality.Rule.Decider;
import org.machinami.shapes.quality.RuleResult;
import org.machinami.shapes.quality.RuleResult.Decision;

/**
 * A table for each rule, and beside it all that is not in order: "!" a broken rule, "?" a question,
 * number, places.
 */
class QualityCasesTest {

  private static final Path CASES = Path.of("src/test/resources/org/machinami/loader/quality");
  private static final String DATASET = "https://city.example/datasets/test";

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void table_givesWhatIsExpected(String name) throws IOException {
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    String file = name + ".csv";
    try (InputStream in = Files.newInputStream(CASES.resolve(file))) {
      read(judge, file, table(0), in);
    }
    assertEquals(
        Files.readString(CASES.resolve(name + ".txt")), text(judge.quality().orElseThrow()), name);
  }

  @Test
  void cases_breakEachRuleThatAppliesToTables() throws IOException {
    Set<String> decided = new TreeSet<>();
    for (String name : cases()) {
      Files.readAllLines(CASES.resolve(name + ".txt")).stream()
          .filter(line -> !name.equals("conforms"))
          .forEach(line -> decided.add(line.substring(2, 7)));
    }
    Set<String> wanted =
        Stream.of(Rule.values())
            .filter(rule -> !rule.name().startsWith("EXCEL"))
            // What is read as a table has a format that programs read; the rest have tests below.
            .filter(rule -> !Set.of("L1-01", "L3-01", "L3-08").contains(rule.id()))
            .map(Rule::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(wanted, decided);
  }

  /** What the page of the clause says of the rules. */
  @Test
  void cases_areDecidedByWhomEachRuleNames() throws IOException {
    Map<String, Set<Character>> found = new TreeMap<>();
    for (String name : cases()) {
      for (String line : Files.readAllLines(CASES.resolve(name + ".txt"))) {
        found.computeIfAbsent(line.substring(2, 7), id -> new TreeSet<>()).add(line.charAt(0));
      }
    }
    assertTrue(found.size() > 20, found.toString());
    for (Rule rule : Rule.values()) {
      Set<Character> marks = found.getOrDefault(rule.id(), Set.of());
      assertTrue(rule.decider() != Decider.PROGRAM || !marks.contains('?'), rule + " " + marks);
      assertTrue(rule.decider() != Decider.STEWARD || !marks.contains('!'), rule + " " + marks);
    }
  }

  @Test
  void linesAboveTheHeader_breakTheRuleOnTheFirstLine() {
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    read(judge, "a.csv", table(1), stream("公園の一覧\n名称\n甲\n"));
    assertEquals("! L3-01 1 \n? L3-07\n", text(judge.quality().orElseThrow()));
  }

  @Test
  void sheet_isAskedForWhatOnlyAWorkbookHas_andNotForTheFormOfText() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("一覧");
      String[][] cells = {{"区", "名称", "利用者数"}, {"甲区", "A", ""}, {"", "B", "20"}, {"乙区", "C", "30"}};
      fill(sheet, cells);
      sheet.getRow(1).getCell(2).setCellFormula("10*1");
      sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
      sheet.setColumnHidden(1, true);
      sheet.createDrawingPatriarch();
      book.createSheet("別表");
      book.write(out);
    }
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    SourceReader reader =
        new ExcelReading(Optional.empty(), 0, SourceLimits.DEFAULT, ArchiveLimits.DEFAULT);
    read(judge, "a.xlsx", reader, new ByteArrayInputStream(out.toByteArray()));
    Quality quality = judge.quality().orElseThrow();
    assertEquals(
        """
        ! L1-10 1 column drawing
        ! L1-12 1 row 1 column A2:A3
        ! L1-13 1 column B
        ! L2-06 1 row 1 column 利用者数
        ? L1-02 1 column 一覧
        ? L2-02 1 column 区
        ? L3-07
        """,
        text(quality));
    assertEquals(0, quality.level());
  }

  @Test
  void sheet_whoseCellsLookAlike_leavesNoQuestionOnFormats() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      fill(book.createSheet("一覧"), new String[][] {{"名称", "利用者数"}, {"A", "10"}, {"B", "20"}});
      book.write(out);
    }
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    SourceReader reader =
        new ExcelReading(Optional.empty(), 0, SourceLimits.DEFAULT, ArchiveLimits.DEFAULT);
    read(judge, "a.xlsx", reader, new ByteArrayInputStream(out.toByteArray()));
    assertEquals("? L3-07\n", text(judge.quality().orElseThrow()));
    assertEquals(3, judge.quality().orElseThrow().level());
  }

  @Test
  void sheet_withCellsThatLookOtherThanThoseAbove_asksWhetherThatMeansSomething()
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("一覧");
      fill(sheet, new String[][] {{"名称", "利用者数"}, {"A", "10"}, {"B", "20"}, {"C", "30"}});
      CellStyle red = book.createCellStyle();
      red.setFillForegroundColor(IndexedColors.RED.getIndex());
      red.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      CellStyle bold = book.createCellStyle();
      Font font = book.createFont();
      font.setBold(true);
      bold.setFont(font);
      CellStyle number = book.createCellStyle();
      number.setDataFormat((short) 3);
      sheet.getRow(0).forEach(cell -> cell.setCellStyle(bold)); // a header may look as it likes
      sheet.getRow(2).getCell(1).setCellStyle(red);
      sheet.getRow(3).getCell(1).setCellStyle(number);
      sheet.getRow(3).getCell(0).setCellStyle(bold);
      book.write(out);
    }
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    SourceReader reader =
        new ExcelReading(Optional.empty(), 0, SourceLimits.DEFAULT, ArchiveLimits.DEFAULT);
    read(judge, "a.xlsx", reader, new ByteArrayInputStream(out.toByteArray()));
    Quality quality = judge.quality().orElseThrow();
    assertEquals("? L1-11 2 row 2 column 利用者数; row 3 column 名称\n? L3-07\n", text(quality));
    assertTrue(
        Checklist.of(quality, List.of()).open().stream()
            .anyMatch(question -> question.rule() == Rule.EXCEL_FORMATS));
  }

  private static void fill(Sheet sheet, String[][] cells) {
    for (int row = 0; row < cells.length; row++) {
      Row filled = sheet.createRow(row);
      for (int column = 0; column < cells[row].length; column++) {
        String value = cells[row][column];
        if (value.matches("[0-9]+")) {
          filled.createCell(column).setCellValue(Double.parseDouble(value));
        } else {
          filled.createCell(column).setCellValue(value);
        }
      }
    }
  }

  @Test
  void series_withOtherColumns_isNamed() {
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    read(judge, "2025.csv", table(0), stream("名称,人数\n甲,1\n"));
    read(judge, "2026.csv", table(0), stream("名称,利用者数\n甲,1\n"));
    assertEquals("! L3-07 2 column 利用者数; column 人数\n", text(judge.quality().orElseThrow()));
  }

  @Test
  void series_withTheSameColumns_passes() {
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    read(judge, "2025.csv", table(0), stream("名称,人数\n甲,1\n"));
    read(judge, "2026.csv", table(0), stream("名称,人数\n乙,1\n"));
    assertEquals("", text(judge.quality().orElseThrow()));
  }

  @Test
  void marks_thatTheDescriptionExplains_areNoQuestion() {
    DatasetJudge judge =
        new DatasetJudge(description("dct:provenance <p> ; dct:description \"「-」は該当なし\""));
    read(judge, "a.csv", table(0), stream("名称,人数\n甲,1\n乙,-\n"));
    assertEquals("? L3-07\n", text(judge.quality().orElseThrow()));
  }

  @Test
  void description_withoutFrequency_breaksTheRuleOnDefinitions() {
    DatasetJudge judge =
        new DatasetJudge(
            describe("<" + DATASET + "> dct:modified \"2026-04-01\" ; dct:provenance <p> ."));
    read(judge, "a.csv", table(0), stream("名称\n甲\n"));
    Quality quality = judge.quality().orElseThrow();
    assertEquals("! L3-08 1 column dct:accrualPeriodicity\n? L3-07\n", text(quality));
    assertEquals(2, quality.level());
  }

  @Test
  void records_areAskedForValuesAndNotForTheFormOfATable() {
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    read(
        judge,
        "a.json",
        JsonReading.json("$[*]", Optional.empty(), SourceLimits.DEFAULT),
        stream(
            "[{\"name\":{\"ja\":\" 甲\"},\"people\":\"1,200\"},{\"people\":\"30\",\"t\":\"a\\nb\"}]"));
    assertEquals(
        """
        ! L1-06 1 row 1 column name.ja [ 甲]
        ! L2-01 1 row 1 column people [1,200]
        ? L3-04 1 column people
        """,
        text(judge.quality().orElseThrow()));
  }

  @Test
  void features_areJudgedByTheirProperties() {
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    read(
        judge,
        "a.geojson",
        JsonReading.geoJson(Optional.empty(), SourceLimits.DEFAULT),
        stream(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
                + "{\"type\":\"Point\",\"coordinates\":[139.7,35.6]},\"properties\":"
                + "{\"name\":\"①\"}}]}"));
    assertEquals("! L1-08 1 row 1 column name [①]\n", text(judge.quality().orElseThrow()));
  }

  @Test
  void file_thatIsReadTwice_isJudgedOnce() {
    DatasetJudge judge = new DatasetJudge(description("dct:provenance <p>"));
    read(judge, "a.csv", table(0), stream("名称\n①\n"));
    read(judge, "a.csv", table(0), stream("名称\n①\n"));
    assertEquals("! L1-08 1 row 1 column 名称 [①]\n? L3-07\n", text(judge.quality().orElseThrow()));
  }

  @Test
  void noFile_isNotJudged() {
    assertTrue(new DatasetJudge(description("dct:provenance <p>")).quality().isEmpty());
  }

  private static SourceReader table(int skippedLines) {
    return new CsvReading(
        ',', skippedLines, Optional.of(StandardCharsets.UTF_8), SourceLimits.DEFAULT);
  }

  private static void read(DatasetJudge judge, String file, SourceReader reader, InputStream in) {
    try {
      reader.read(file, in, List.of(), 0, row -> {}, judge.inspector("source", file, reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Description description(String more) {
    return describe(
        "<%s> dct:modified \"2026-04-01\" ; dct:accrualPeriodicity <f> ; %s ."
            .formatted(DATASET, more));
  }

  private static Description describe(String turtle) {
    return new Description(
        "test",
        DATASET,
        RDFParser.fromString("PREFIX dct: <http://purl.org/dc/terms/>\n" + turtle, Lang.TURTLE)
            .base("https://city.example/")
            .toGraph());
  }

  private static String text(Quality quality) {
    return quality.results().stream()
        .filter(result -> result.decision() != Decision.PASSED)
        .map(QualityCasesTest::line)
        .sorted()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String line(RuleResult result) {
    String mark = result.decision() == Decision.FAILED ? "! " : "? ";
    if (result.count() == 0) {
      return mark + result.rule().id();
    }
    return mark
        + result.rule().id()
        + " "
        + result.count()
        + " "
        + result.faults().stream().map(QualityCasesTest::place).collect(Collectors.joining("; "));
  }

  private static String place(Fault fault) {
    StringBuilder place = new StringBuilder();
    fault.at().row().ifPresent(row -> place.append("row ").append(row).append(' '));
    fault.at().column().ifPresent(column -> place.append("column ").append(column).append(' '));
    if (!fault.value().isEmpty()) {
      place.append('[').append(fault.value()).append(']');
    }
    return place.toString().strip();
  }
}
