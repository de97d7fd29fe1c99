package org.machinami.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.LoadException;
import org.machinami.loader.Progress;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.loader.repair.TextEdit;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.Severity;

class ValidatorTest {

  private static final String BASE = "https://city.example/";

  private static final String TURTLE =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      # dct:issued "2026/4/1" was wrong
      <https://other.example/d/1> a dcat:Dataset ;
        dct:title "公園"@ja ;
        dct:description "公園の一覧。"@ja ;
        dct:issued "2026/4/1" .
      <https://other.example/d/2> a dcat:Dataset ;
        dct:title "河川"@ja .
      """;

  @TempDir private Path folder;

  private final Validator validator =
      new Validator(PolicyOfToday.bundled(BASE), BASE, ValidationLimits.PUBLIC, Progress.none());

  private Validation validate(String name, String text) throws IOException {
    return validate(name, "", text.getBytes(StandardCharsets.UTF_8));
  }

  private Validation validate(String name, String type, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("in"), bytes);
    Validation validation = validator.validate(file, name, type, folder);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList(), "nothing else is left");
    }
    return validation;
  }

  private static Entry only(Validation validation) {
    List<Entry> entries = validation.judgements().get(0).entries();
    assertEquals(1, entries.size(), () -> entries.toString());
    return entries.get(0);
  }

  private static Entry find(Judgement judgement, String rule) {
    return judgement.entries().stream()
        .filter(entry -> entry.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(judgement.entries()));
  }

  @Test
  void turtle_ofAnyBase_eachDatasetIsJudgedAlone() throws IOException {
    Validation validation = validate("dataset.ttl", TURTLE);
    assertEquals(
        List.of("公園", "河川"), validation.judgements().stream().map(Judgement::name).toList());
    assertEquals(
        List.of(Outcome.ADMITTED_WITH_WARNINGS, Outcome.REFUSED),
        validation.judgements().stream().map(Judgement::outcome).toList());
    assertEquals(1, validation.exitCode());
    Entry date = find(validation.judgements().get(0), "DatasetIssued");
    assertEquals("公園", date.thing());
    assertEquals(7, date.at().orElseThrow().line().orElseThrow(), "the comment is no statement");
    assertTrue(date.update().orElseThrow().contains("\"2026-04-01\"^^xsd:date"));
    assertEquals("2.6", date.clause().orElseThrow());
    Entry missing = find(validation.judgements().get(1), "DatasetDescription");
    assertEquals(8, missing.at().orElseThrow().line().orElseThrow(), "where the subject stands");
  }

  @Test
  void turtle_valueOnTwoLines_hasNoLineRatherThanAWrongOne() throws IOException {
    String text =
        TURTLE.replace(
            "\"2026/4/1\" .\n<", "\"2026/4/1\" ;\n  dct:modified \"x\" ; dct:modified \"x\" .\n<");
    Validation twice = validate("a.ttl", text.replace("\"x\"", "\"2026/4/1\""));
    Entry issued = find(twice.judgements().get(0), "DatasetIssued");
    assertEquals(7, issued.at().orElseThrow().line().orElseThrow());
    String ambiguous =
        text.replace("dct:modified \"x\" ; dct:modified \"x\"", "dct:issued\n \"2026/4/1\"");
    Entry either = find(validate("a.ttl", ambiguous).judgements().get(0), "DatasetIssued");
    assertTrue(either.at().orElseThrow().line().orElse(7) == 7, either.at().toString());
  }

  @ParameterizedTest
  @CsvSource({"a.jsonld,''", "a,application/ld+json", "a.json,''", "a,''"})
  void jsonLd_byNameTypeOrContent_isRead(String name, String type) throws IOException {
    String json =
        "{\"@context\":{\"dcat\":\"http://www.w3.org/ns/dcat#\"},"
            + "\"@id\":\"https://other.example/d\",\"@type\":\"dcat:Dataset\"}";
    Validation validation = validate(name, type, json.getBytes(StandardCharsets.UTF_8));
    assertEquals("https://other.example/d", validation.judgements().get(0).iri().orElseThrow());
    assertEquals(Outcome.REFUSED, validation.outcome());
  }

  @Test
  void rdfXmlAndNTriples_areRead() throws IOException {
    String xml =
        "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
            + " xmlns:dcat=\"http://www.w3.org/ns/dcat#\"><dcat:Dataset"
            + " rdf:about=\"https://o.example/d\"/></rdf:RDF>";
    assertEquals("https://o.example/d", validate("x", xml).judgements().get(0).iri().orElseThrow());
    String triple =
        "<https://o.example/d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
            + " <http://www.w3.org/ns/dcat#Dataset> .\n";
    assertEquals(1, validate("a.nt", triple).judgements().size());
    assertEquals(1, validate("pasted", triple).judgements().size());
  }

  /** What is wrong as a whole is one finding, in both languages, and never an exception. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.ttl | this is not turtle | rdf.syntax",
        "a.jsonld | {\"@context\":\"https://evil.example/c.jsonld\",\"@id\":\"x\"} | rdf.syntax",
        "a.jsonld | {\"@context\":\"file:///etc/passwd\",\"@id\":\"x\"} | rdf.syntax",
        "a.jsonld | {\"@context\":{\"@import\":\"http://127.0.0.1/c\"},\"@id\":\"x\"} | rdf.syntax",
        "a.rdf | <!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r> | rdf.doctype",
        "a.rdf | <r | rdf.syntax",
        "a.rj | {\"a\": $} | rdf.syntax",
        "a.rpb | \u0001x | rdf.syntax",
        "a.ttl | <http://a.example/> <http://b.example/> <http://c.example/> . |"
            + " validation.no-dataset",
        "a.zip | no zip | archive.no-zip",
        "note | Dear Sir or Madam | validation.unknown",
        "page.html | <html><body>404</body></html> | validation.unknown",
        "x.kml | <?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'/> | format.foreign",
        "x.kml.gz | x | format.foreign",
        "x | <?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'/> | format.foreign",
        "x.kmz | PK | format.foreign",
        "x.gpkg | SQLite format 3 | format.foreign",
        "x | SQLite format 3 | format.foreign",
        "x.xls | ÐÏ | format.foreign",
        "x.pdf | %PDF-1.7 | format.foreign",
        "x.xml | <CityModel xmlns='http://www.opengis.net/citygml/3.0'/> | format.foreign",
        "x.gml | <CityModel xmlns='http://www.opengis.net/citygml/3.0'/> | citygml.version",
        "x.gml | <FeatureCollection xmlns='http://www.opengis.net/gml'/> | citygml.no-model",
        "x.xml | <?xml version='1.0'?><rss/> | validation.unknown",
        "a.geojson | [[[ | source.json-broken"
      })
  void broken_isOneFindingInBothLanguages(String name, String text, String rule)
      throws IOException {
    Entry entry = only(validate(name, text));
    assertEquals(rule, entry.rule());
    assertNotEquals(entry.message().ja(), entry.message().en());
    assertTrue(entry.message().ja().contains(name), entry.message().ja());
    assertFalse(entry.message().ja().contains(folder.toString()), "no path of this machine");
  }

  @ParameterizedTest
  @CsvSource({"x.kml", "x.xls", "x.txt"})
  void otherFormat_hasTheListOfWhatIsRead(String name) throws IOException {
    Entry entry = only(validate(name, "x"));
    for (String format :
        List.of("RDF", "CSV", "Excel", "JSON", "GeoJSON", "CityGML", "GTFS", "Parquet")) {
      assertTrue(entry.message().ja().contains(format), entry.message().ja());
      assertTrue(entry.message().en().contains(format), entry.message().en());
    }
    assertTrue(entry.message().ja().contains("シェープファイル"), entry.message().ja());
    assertTrue(entry.message().en().contains("Shapefile"), entry.message().en());
  }

  @Test
  void syntaxError_isPlacedOnItsLine() throws IOException {
    Entry entry = only(validate("a.ttl", "PREFIX a: <http://a.example/>\n\na:b a:c d:e .\n"));
    assertEquals(3, entry.at().orElseThrow().line().orElseThrow());
  }

  @Test
  void deepNesting_isRefusedAndTheProcessLives() throws IOException {
    for (String deep :
        List.of(
            "<a:a> <a:b> " + "(".repeat(300_000) + ")".repeat(300_000) + " .",
            "<a:a> <a:b> " + "[ <a:b> ".repeat(300_000) + "]".repeat(300_000) + " .")) {
      assertEquals("rdf.nesting", only(validate("a.ttl", deep)).rule());
    }
    String json = "{\"@id\":\"a\",\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertEquals("rdf.nesting", only(validate("a.jsonld", json)).rule());
  }

  @Test
  void table_isHeldAgainstTheRulesOnFiles() throws IOException {
    byte[] cp932 = "名称,人数\n甲,\"1,200\"\n乙,不明\n".getBytes(Charset.forName("windows-31j"));
    Validation validation = validate("公園.csv", "", cp932);
    Judgement judgement = validation.judgements().get(0);
    assertEquals(Outcome.ADMITTED_WITH_WARNINGS, judgement.outcome());
    Entry number = find(judgement, "L2-01");
    assertEquals("公園.csv", number.at().orElseThrow().file());
    assertEquals(1, number.at().orElseThrow().row().orElseThrow());
    assertEquals("人数", number.at().orElseThrow().column().orElseThrow());
    assertEquals(List.of(new TextEdit("公園.csv", 2, 3, 2, 10, "1200")), number.edits());
    assertEquals("6.1", number.clause().orElseThrow());
    assertTrue(judgement.entries().stream().noneMatch(entry -> entry.rule().equals("L3-08")));
  }

  /** A file alone is refused for what a dataset with it would be refused for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MyNumbers | 番号;123456789018;123456789018;123456789018 | 番号",
        "PersonalPhoneNumbers | 名称,電話番号;甲,090-1234-5678;乙,080-1234-5678 | 電話番号",
        "PersonNames | 番号,氏名;1,佐藤花子;2,御手洗一郎 | 氏名"
      })
  void tableOfPersons_isRefused_andNoValueIsRepeated(String rule, String table, String column)
      throws IOException {
    Judgement judgement = validate("名簿.csv", table.replace(';', '\n') + "\n").judgements().get(0);
    assertEquals(Outcome.REFUSED, judgement.outcome());
    Entry found = find(judgement, rule);
    assertEquals(Severity.VIOLATION, found.severity());
    assertEquals("名簿.csv", found.thing());
    assertEquals(Optional.empty(), found.focus(), "a file is no node");
    assertEquals("5.2", found.clause().orElseThrow());
    assertEquals(column, found.at().orElseThrow().column().orElseThrow());
    assertEquals(1, found.at().orElseThrow().row().orElseThrow());
    assertEquals(Optional.empty(), found.value());
  }

  @Test
  void countsOfFewPersons_areWarnedOf() throws IOException {
    Judgement judgement = validate("人口.csv", "町丁目,総人口\n甲,7\n乙,40\n").judgements().get(0);
    assertEquals(Outcome.ADMITTED_WITH_WARNINGS, judgement.outcome());
    assertEquals("5.3", find(judgement, "SmallCellsOfStatistics").clause().orElseThrow());
  }

  @Test
  void standardDataset_isRecognised_andWhatItLacksIsTold() throws IOException {
    String table = "都道府県コード又は市区町村コード,NO,住所,緯度,経度,口径\n131016,1,丸の内,35.68,139.76,150mm\n";
    Judgement judgement = validate("water.csv", table).judgements().get(0);
    assertEquals("消防水利施設一覧", judgement.standards().get(0).ja());
    Entry missing = find(judgement, "ContractMandatoryColumn");
    assertEquals(Severity.INFO, missing.severity(), "nothing was claimed");
    assertEquals("種別", missing.at().orElseThrow().column().orElseThrow());
    assertEquals("6.4", missing.clause().orElseThrow());
    Entry size = find(judgement, "ContractDatatype");
    assertEquals(Severity.WARNING, size.severity());
    assertEquals("150", size.cells().get(0).after());
    assertEquals(2, size.edits().get(0).startLine());
    assertEquals(Outcome.ADMITTED_WITH_WARNINGS, judgement.outcome());
    Judgement other = validate("parks.csv", "名称\n甲\n").judgements().get(0);
    assertEquals(List.of(), other.standards());
  }

  @Test
  void workbookOfPersons_isRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      String[] cells = {"番号", "123456789018", "123456789018", "123456789018"};
      Sheet sheet = book.createSheet("一覧");
      for (int row = 0; row < cells.length; row++) {
        sheet.createRow(row).createCell(0).setCellValue(cells[row]);
      }
      book.write(out);
    }
    Validation validation = validate("名簿.xlsx", "", out.toByteArray());
    assertEquals("5.2", find(validation.judgements().get(0), "MyNumbers").clause().orElseThrow());
    assertEquals(1, validation.exitCode());
  }

  @Test
  void workbook_isHeldAgainstTheRulesOnFiles() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      String[][] cells = {{"名称", "人数"}, {"甲", "1,200人"}, {"乙", "300"}};
      Sheet sheet = book.createSheet("一覧");
      for (int row = 0; row < cells.length; row++) {
        sheet.createRow(row).createCell(0).setCellValue(cells[row][0]);
        sheet.getRow(row).createCell(1).setCellValue(cells[row][1]);
      }
      book.write(out);
    }
    Entry number = find(validate("公園.xlsx", "", out.toByteArray()).judgements().get(0), "L2-01");
    assertEquals("1200", number.cells().get(0).after());
    assertEquals(List.of(), number.edits(), "a workbook has no lines");
  }

  @Test
  void geoJson_isRead() throws IOException {
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,"
            + "\"properties\":{\"人数\":\"1,200人\"}}]}";
    assertTrue(validate("a.json", json).warnings() > 0);
    assertTrue(validate("a.geojson", json).warnings() > 0);
    assertTrue(validate("b.json", "[{\"人数\":\"1,200人\"}]").warnings() > 0);
  }

  private byte[] zip(String... namesAndTexts) throws IOException {
    Path file = folder.resolve("zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  private static final String DATASET =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      <datasets/parks> a dcat:Dataset ;
        dct:title "公園"@ja ;
        dct:description "公園の一覧。"@ja ;
        dct:issued "2026/4/1" .
      """;

  @Test
  void zip_ofAFolder_isJudgedAsTheFolder() throws IOException {
    byte[] packed = zip("公園/dataset.ttl", DATASET, "公園/data.ttl", "<a:a> <a:b> <a:c> .");
    Judgement judgement = validate("parks.zip", "", packed).judgements().get(0);
    assertEquals(Optional.of("https://city.example/datasets/parks"), judgement.iri());
    assertEquals("公園", judgement.name());
    Entry date = find(judgement, "DatasetIssued");
    assertEquals("dataset.ttl", date.at().orElseThrow().file());
    assertEquals(6, date.at().orElseThrow().line().orElseThrow());
    assertTrue(date.repair().isPresent());
    assertEquals(Outcome.ADMITTED_WITH_WARNINGS, judgement.outcome());
  }

  @Test
  void zip_bombAndSlip_areRefused() throws IOException {
    String zeros = "\0".repeat(64 << 20);
    byte[] bomb = zip("dataset.ttl", DATASET, "data.nt", zeros);
    assertEquals("archive.ratio", only(validate("bomb.zip", "", bomb)).rule());
    byte[] slip = zip("../../evil.ttl", DATASET);
    assertEquals("archive.name", only(validate("slip.zip", "", slip)).rule());
    byte[] nested = zip("dataset.ttl", DATASET, "inner.zip", "PK\u0003\u0004" + "x".repeat(40));
    assertEquals("archive.nested", only(validate("nested.zip", "", nested)).rule());
  }

  @Test
  void folder_withDamagedDescription_saysWhere() throws IOException {
    Path dataset = Files.createDirectory(folder.resolve("d"));
    Files.writeString(dataset.resolve("dataset.ttl"), DATASET + "<x>\n<y\n");
    Files.writeString(dataset.resolve("data.ttl"), "<a:a> <a:b> <a:c> .");
    Validation validation = validator.validate(dataset, Optional.empty());
    Entry entry = only(validation);
    assertEquals("rdf.syntax", entry.rule());
    assertEquals("dataset.ttl", entry.at().orElseThrow().file());
    assertTrue(entry.at().orElseThrow().line().isPresent());
    assertEquals(1, validation.exitCode());
  }

  @Test
  void folder_withoutMapping_isWrongUse() throws IOException {
    Path dataset = Files.createDirectory(folder.resolve("d"));
    Files.writeString(dataset.resolve("dataset.ttl"), DATASET);
    assertEquals(2, validator.validate(dataset, Optional.empty()).exitCode());
  }

  @Test
  void nothing_thereAtAll_isSaid() {
    LoadException none =
        assertThrows(
            LoadException.class,
            () -> validator.validate(folder.resolve("none"), Optional.empty()));
    assertEquals("validation.nothing", none.key());
    assertTrue(none.text(Locale.JAPANESE).contains("none"));
  }

  @Test
  void manyDatasets_beyondTheCap_areRefused() throws IOException {
    StringBuilder text = new StringBuilder("PREFIX dcat: <http://www.w3.org/ns/dcat#>\n");
    for (int i = 0; i <= ValidationLimits.PUBLIC.datasets(); i++) {
      text.append("<https://o.example/").append(i).append("> a dcat:Dataset .\n");
    }
    assertEquals("validation.datasets", only(validate("many.ttl", text.toString())).rule());
  }
}
