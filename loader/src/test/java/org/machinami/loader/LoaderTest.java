package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.DatasetReport.Outcome;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.gate.DataJudge;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;
import org.machinami.ontology.City;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Severity;
import org.machinami.shapes.ShapeText;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.shapes.quality.Answer;
import org.machinami.shapes.quality.GivenAnswers;
import org.machinami.shapes.quality.Rule;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;

class LoaderTest {

  private static final String BASE = "https://city.example/";
  private static final NamedGraphs NAMES = new NamedGraphs(BASE);
  private static final String FILE = BASE + "datasets/wards/files/wards.csv";
  private static final String RECIPE = BASE + "datasets/wards/recipe/wards.rml.ttl";
  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();

  @TempDir Path temp;
  private Path folder;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(temp.resolve("wards"));
    copy("dataset.ttl");
    copy("wards.rml.ttl");
    wards("13101,千代田区,1", "13102,中央区,2");
    Store.create(temp.resolve("data"), BASE);
    store = Store.open(temp.resolve("data"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void load_folder_isOneCommitWithDataMetadataVerdictAndFile() throws IOException {
    DatasetReport report = load();
    assertEquals(Outcome.COMMITTED, report.outcome(), () -> text(report));
    assertEquals(6, report.triples());
    assertEquals(1, store.ledger().head());
    assertEquals(
        List.of(FILE, RECIPE, NAMES.data("wards"), NAMES.metadata("wards"), NAMES.verdict("wards")),
        store.ledger().read(0, 10).get(0).changes().stream()
            .map(change -> change.graph())
            .sorted()
            .toList());
    assertTrue(
        graph(NAMES.data("wards"))
            .contains(
                Triple.create(
                    NodeFactory.createURI(BASE + "id/municipality/13101"),
                    RDFS.label.asNode(),
                    NodeFactory.createLiteralLang("千代田区", "ja"))));
    try (InputStream file = store.versions().file(version(FILE))) {
      assertEquals(
          Files.readString(folder.resolve("wards.csv")),
          new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void load_mapping_isKept_andTheOneBeforeGoes() throws IOException {
    load();
    try (InputStream mapping = store.versions().file(version(RECIPE))) {
      assertEquals(
          Files.readString(folder.resolve("wards.rml.ttl")),
          new String(mapping.readAllBytes(), StandardCharsets.UTF_8));
    }
    Files.move(folder.resolve("wards.rml.ttl"), folder.resolve("other.rml.ttl"));
    Files.writeString(folder.resolve("recipe.properties"), "encoding=UTF-8");
    load();
    String kept = BASE + "datasets/wards/recipe/";
    try (var states = store.states().list(kept)) {
      assertEquals(
          List.of(kept + "other.rml.ttl", kept + "recipe.properties"),
          states.map(state -> state.graph()).toList());
    }
  }

  @Test
  void load_description_saysWhatTheFileIs() throws IOException {
    load();
    Graph metadata = graph(NAMES.metadata("wards"));
    Node csv = NodeFactory.createURI(BASE + "datasets/wards#csv");
    Node dataset = NodeFactory.createURI(BASE + "datasets/wards");
    long size = Files.size(folder.resolve("wards.csv"));
    assertEquals(
        Long.toString(size), object(metadata, csv, DCAT.byteSize.asNode()).getLiteralLexicalForm());
    Node checksum =
        object(metadata, csv, NodeFactory.createURI("http://spdx.org/rdf/terms#checksum"));
    assertEquals(
        64,
        object(metadata, checksum, NodeFactory.createURI("http://spdx.org/rdf/terms#checksumValue"))
            .getLiteralLexicalForm()
            .length());
    assertEquals("6", object(metadata, dataset, VOID.triples.asNode()).getLiteralLexicalForm());
    assertTrue(
        metadata.contains(
            dataset,
            DCAT.distribution.asNode(),
            NodeFactory.createURI(BASE + "datasets/wards#data")));
    assertFalse(metadata.find().filterKeep(t -> t.getSubject().isBlank()).hasNext());
  }

  @Test
  void load_brokenRule_isInTheReport_theDescriptionAndTheVerdict() throws IOException {
    wards("13101,①区,9");
    DatasetReport report = load();
    assertEquals(0, report.quality().orElseThrow().level());
    assertTrue(text(report).contains("L1-08"), text(report));
    Node level = NodeFactory.createURI(NAMES.verdict("wards") + "#machine-readability");
    Node value = NodeFactory.createURI("http://www.w3.org/ns/dqv#value");
    for (String name : List.of(NAMES.metadata("wards"), NAMES.verdict("wards"))) {
      assertEquals("0", object(graph(name), level, value).getLiteralLexicalForm(), name);
    }
    Node rule = NodeFactory.createURI(NAMES.verdict("wards") + "#L1-08");
    assertEquals("1", object(graph(NAMES.verdict("wards")), rule, value).getLiteralLexicalForm());
  }

  @Test
  void load_individualNumbers_areRefusedAndNotRepeated() throws IOException {
    wards("123456789018,千代田区,1", "123456789018,中央区,2", "123456789018,港区,3");
    DatasetReport report = load();
    assertEquals(Outcome.REFUSED, report.outcome());
    assertTrue(text(report).contains("wards.csv, row 1, column コード: This column"), text(report));
    assertFalse(text(report).contains("123456789018"), text(report));
    assertTrue(store.states().find(NAMES.data("wards")).isEmpty());
  }

  @Test
  void load_workbook_isMappedAndJudgedLikeATable() throws IOException {
    Files.delete(folder.resolve("wards.csv"));
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(folder.resolve("wards.xlsx"))) {
      String[][] cells = {{"コード", "名称", "数"}, {"13101", "千代田区", "1"}, {"13102", "中央区", "2"}};
      Sheet sheet = book.createSheet("区");
      for (int row = 0; row < cells.length; row++) {
        Row filled = sheet.createRow(row);
        for (int column = 0; column < 3; column++) {
          filled.createCell(column).setCellValue(cells[row][column]);
        }
      }
      sheet.addMergedRegion(new CellRangeAddress(5, 6, 0, 0));
      book.write(out);
    }
    replace("wards.rml.ttl", "\"wards.csv\"", "\"wards.xlsx\" ; map:sheet \"区\"");
    replace("wards.rml.ttl", "ql:CSV", "map:Excel");
    replace(
        "wards.rml.ttl",
        "@prefix ql:",
        "@prefix map: <https://machinami.org/vocab/mapping#> .\n@prefix ql:");
    replace("dataset.ttl", "files/wards.csv", "files/wards.xlsx");
    DatasetReport report = load();
    assertEquals(Outcome.COMMITTED, report.outcome(), () -> text(report));
    assertEquals(6, report.triples());
    assertEquals(0, report.quality().orElseThrow().level());
    assertTrue(text(report).contains("L1-12"), text(report));
    assertTrue(store.states().find(BASE + "datasets/wards/files/wards.xlsx").isPresent());
  }

  /** Both are read like others; that they are there is no secret. */
  @Test
  void load_workbook_hiddenRowsAndFormulasAreInTheReport() throws IOException {
    Files.delete(folder.resolve("wards.csv"));
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(folder.resolve("wards.xlsx"))) {
      String[][] cells = {{"コード", "名称", "数"}, {"13101", "千代田区", "1"}, {"13102", "中央区", "2"}};
      Sheet sheet = book.createSheet("区");
      for (int row = 0; row < cells.length; row++) {
        Row filled = sheet.createRow(row);
        for (int column = 0; column < 3; column++) {
          filled.createCell(column).setCellValue(cells[row][column]);
        }
      }
      sheet.getRow(2).setZeroHeight(true);
      sheet.getRow(1).getCell(2).setCellFormula("1+1");
      sheet.getRow(1).getCell(2).setCellValue(2);
      book.write(out);
    }
    source("wards.xlsx");
    replace("wards.rml.ttl", "ql:CSV", "map:Excel");
    replace(
        "wards.rml.ttl",
        "@prefix ql:",
        "@prefix map: <https://machinami.org/vocab/mapping#> .\n@prefix ql:");
    DatasetReport report = load();
    assertEquals(Outcome.COMMITTED, report.outcome(), () -> text(report));
    assertEquals(2, report.rows().mapped());
    String hidden = line(report, "L1-13");
    assertTrue(hidden.contains("wards.xlsx, row 2"), hidden);
    String formula = line(report, "L2-06");
    assertTrue(formula.contains("wards.xlsx, row 1"), formula);
  }

  private static String line(DatasetReport report, String rule) {
    return text(report).lines().filter(line -> line.contains(rule)).findFirst().orElseThrow();
  }

  @Test
  void load_dataThatTheGateRefuses_writesNothingAndNamesThePlace() throws IOException {
    wards("13101,千代田区,1", "13102,中央区,9");
    DatasetReport report = load(new NumberJudge(Severity.VIOLATION));
    assertEquals(Outcome.REFUSED, report.outcome());
    assertEquals(1, report.verdict().orElseThrow().violationCount());
    assertTrue(text(report).contains("wards.csv, row 2, column 数 [9]: Not 9."), text(report));
    assertTrue(report.quality().isPresent());
    assertOnlyADecision();
  }

  /** The packs are only ever appended to: what is in them stays for ever. */
  @Test
  void load_thatIsRefused_leavesNoByteOfItsFilesInThePacks() throws IOException {
    StringBuilder rows = new StringBuilder("コード,名称,数\n");
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      rows.append(i).append(',').append(Long.toString(random.nextLong(), 36)).append(",9\n");
    }
    Files.writeString(folder.resolve("wards.csv"), rows);
    long before = packed();
    assertEquals(Outcome.REFUSED, load(new NumberJudge(Severity.VIOLATION)).outcome());
    Path description = folder.resolve("dataset.ttl");
    String text = Files.readString(description);
    Files.writeString(description, text.replaceAll("(?m)^  dct:title \"区の一覧\"@ja.*$", ""));
    assertEquals(Outcome.REFUSED, load().outcome());
    long refused = packed() - before;
    assertTrue(refused < 20_000, refused + " bytes are left");
    Files.writeString(description, text);
    assertEquals(Outcome.COMMITTED, load().outcome());
    assertTrue(packed() - before > 300_000, "what is admitted is there");
    try (InputStream file = store.versions().file(version(FILE))) {
      assertEquals(rows.toString(), new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private long packed() throws IOException {
    try (Stream<Path> files = Files.walk(store.directory().blobs())) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Test
  void load_fileThatIsAnotherOneWhenItIsToBeKept_isStopped() throws IOException {
    OriginalFiles files = new OriginalFiles(Map.of(FILE, folder.resolve("wards.csv")));
    wards("13101,千代田区,2");
    LoadException stopped = assertThrows(LoadException.class, () -> files.keepAll(store));
    assertEquals("source.changed", stopped.key());
    assertTrue(stopped.text(Locale.JAPANESE).contains("wards.csv"), stopped.text(Locale.JAPANESE));
  }

  @Test
  void load_refreshedDataThatTheGateRefuses_keepsTheVersionBefore() throws IOException {
    load();
    wards("13101,千代田区,1", "13102,中央区,9");
    assertEquals(Outcome.REFUSED, load(new NumberJudge(Severity.VIOLATION)).outcome());
    assertEquals(2, store.ledger().head());
    assertEquals(1, store.states().find(NAMES.data("wards")).orElseThrow().sequence());
    wards("13101,千代田区,1", "13102,中央区,3");
    assertEquals(Outcome.COMMITTED, load(new NumberJudge(Severity.VIOLATION)).outcome());
  }

  @Test
  void load_dataThatTheGateWarnsOf_isCommittedWithThePlaceInTheVerdict() throws IOException {
    wards("13101,千代田区,1", "13102,中央区,9");
    DatasetReport report = load(new NumberJudge(Severity.WARNING));
    assertEquals(Outcome.COMMITTED, report.outcome());
    assertEquals(1, report.verdict().orElseThrow().warningCount());
    Graph verdict = graph(NAMES.verdict("wards"));
    Node result = object(verdict, Node.ANY, SHACL.result);
    assertEquals("wards.csv", object(verdict, result, City.sourceFile.asNode()).getLiteralValue());
    assertEquals("2", object(verdict, result, City.sourceRow.asNode()).getLiteralLexicalForm());
    assertEquals("数", object(verdict, result, City.sourceColumn.asNode()).getLiteralValue());
  }

  /** Finds fault with each 9. */
  private static final class NumberJudge implements DataJudge {
    private final Severity severity;
    private final List<Violation> found = new ArrayList<>();

    NumberJudge(Severity severity) {
      this.severity = severity;
    }

    @Override
    public SourceInspector inspector(String series, String file, SourceReader reader) {
      return new SourceInspector() {
        private List<String> names = List.of();
        private final List<String> nines = new ArrayList<>();

        @Override
        public void header(List<String> header) {
          names = List.copyOf(header);
        }

        @Override
        public void cell(int column, char[] buffer, int offset, int length) {
          if (length == 1 && buffer[offset] == '9') {
            nines.add(names.get(column));
          }
        }

        @Override
        public void endRow(long number, int cells) {
          nines.forEach(
              column ->
                  found.add(
                      violation(
                          new org.machinami.shapes.Position(
                              file, OptionalLong.of(number), Optional.of(column)))));
          nines.clear();
        }
      };
    }

    private Violation violation(org.machinami.shapes.Position at) {
      return new ShapeText(
              "https://city.example/rule", severity, Optional.empty(), "9 は使えません。", "Not 9.")
          .found(
              NodeFactory.createURI(BASE + "datasets/wards"),
              "区の一覧",
              Optional.of(NodeFactory.createLiteralString("9")),
              Optional.of(at));
    }

    @Override
    public Verdict verdict() {
      int violations = severity == Severity.VIOLATION ? found.size() : 0;
      return new Verdict(BASE + "datasets/wards", violations, found.size() - violations, found);
    }
  }

  @Test
  void load_again_commitsNothing() {
    load();
    DatasetReport report = load();
    assertEquals(Outcome.UNCHANGED, report.outcome());
    assertEquals(1, store.ledger().head());
  }

  @Test
  void load_answers_stayWhileTheFilesAreTheSame_andGoWithThem() throws IOException {
    Instant now = Instant.parse("2026-11-30T01:02:03.456Z");
    Answer no = new Answer(Rule.SAME_FORM, Answer.Reply.NO, BASE + "publishers/office", now);
    Node level = NodeFactory.createURI(NAMES.verdict("wards") + "#machine-readability");
    Node value = NodeFactory.createURI("http://www.w3.org/ns/dqv#value");
    load();
    assertEquals("3", object(graph(NAMES.metadata("wards")), level, value).getLiteralLexicalForm());
    Approval approval =
        new Approval(
            "publish",
            "read",
            BASE + "graph/activity/a",
            graph(NAMES.metadata("wards")),
            List.of(no));
    DatasetReport approved =
        new Loader(store, VALIDATOR, Progress.none())
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT.approved(approval))
            .datasets()
            .get(0);
    assertEquals(2, approved.quality().orElseThrow().level());
    assertEquals("2", object(graph(NAMES.metadata("wards")), level, value).getLiteralLexicalForm());
    assertEquals(List.of(no), GivenAnswers.read(graph(NAMES.verdict("wards"))).answers());
    assertEquals(Outcome.UNCHANGED, load().outcome(), "the same files");
    replace("dataset.ttl", "\"ward\"@en", "\"ward\"@en , \"district\"@en");
    DatasetReport described = load();
    assertEquals(Outcome.COMMITTED, described.outcome(), () -> text(described));
    assertEquals(List.of(no), GivenAnswers.read(graph(NAMES.verdict("wards"))).answers());
    wards("13101,千代田区,1", "13102,中央区,3");
    assertEquals(3, load().quality().orElseThrow().level(), "nobody has looked at these");
    assertEquals(List.of(), GivenAnswers.read(graph(NAMES.verdict("wards"))).answers());
  }

  @Test
  void load_thereAndBackAgain_commitsEachTime() throws IOException {
    load();
    GraphState first = store.states().find(NAMES.data("wards")).orElseThrow();
    wards("13101,千代田区,9");
    assertEquals(Outcome.COMMITTED, load().outcome());
    wards("13101,千代田区,1", "13102,中央区,2");
    assertEquals(Outcome.COMMITTED, load().outcome());
    wards("13101,千代田区,9");
    assertEquals(Outcome.COMMITTED, load().outcome());
    assertEquals(4, store.ledger().head());
    assertFalse(first.version().equals(version(NAMES.data("wards"))));
  }

  @Test
  void load_fileNoLongerPublished_isDeleted() throws IOException {
    load();
    Path description = folder.resolve("dataset.ttl");
    Files.writeString(
        description,
        Files.readString(description)
            .replace("<datasets/wards/files/wards.csv>", "<https://example.org/wards.csv>")
            .replace(
                "dcat:downloadURL", "dcat:accessURL <https://example.org/> ; dcat:downloadURL"));
    DatasetReport report = load();
    assertEquals(Outcome.COMMITTED, report.outcome(), () -> text(report));
    assertEquals(Optional.empty(), store.states().find(FILE));
  }

  @Test
  void load_cp932_isFoundAndSaid() throws IOException {
    Files.write(
        folder.resolve("wards.csv"),
        "コード,名称,数\n13101,千代田区,1\n".getBytes(Charset.forName("windows-31j")));
    DatasetReport report = load();
    assertEquals("windows-31j", report.findings().get(0).encoding());
    assertTrue(text(report).contains("wards.csv: encoding windows-31j (found)"), text(report));
  }

  @Test
  void load_wrongDeclaredEncoding_stopsAndWritesNothing() throws IOException {
    Files.writeString(folder.resolve("recipe.properties"), "encoding=EUC-JP\n");
    assertFailed("source.wrong-encoding", Fault.FOLDER);
  }

  @Test
  void load_missingColumn_stopsAndWritesNothing() throws IOException {
    Files.writeString(folder.resolve("wards.csv"), "コード,名前,数\n13101,千代田区,1\n");
    DatasetReport report = assertFailed("source.missing-column", Fault.FOLDER);
    assertTrue(text(report).contains("no column \"名称\""), text(report));
    assertTrue(text(report).contains("コード, 名前, 数"), text(report));
  }

  @ParameterizedTest
  @CsvSource({
    "wards.gpkg, SQLite format 3",
    "wards.kml, <kml/>",
    "wards.pdf, %PDF-1.7",
    "wards.xls, \u00D0\u00CF\u0011\u00E0",
    "wards.csv, %PDF-1.7"
  })
  void load_fileInAnotherFormat_stopsWithTheListOfWhatIsRead(String name, String text)
      throws IOException {
    source(name);
    Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
    DatasetReport report = assertFailed("format.foreign", Fault.DATA);
    assertTrue(text(report).contains("Shapefile"), text(report));
  }

  @Test
  void load_tableThatIsOnlyCalledXls_isRead() throws IOException {
    source("wards.xls");
    Files.move(folder.resolve("wards.csv"), folder.resolve("wards.xls"));
    assertEquals(2, load().rows().mapped());
  }

  /** Has the mapping and the description name another file. */
  private void source(String name) throws IOException {
    if (!name.equals("wards.csv")) {
      replace("wards.rml.ttl", "wards.csv", name);
      replace("dataset.ttl", "wards.csv", name);
    }
  }

  @Test
  void load_dialectThatIsNotHeeded_isInTheReport() throws IOException {
    Files.writeString(
        folder.resolve("wards.csv-metadata.json"), "{\"dialect\": {\"doubleQuote\": false}}");
    DatasetReport report = load();
    assertEquals(Outcome.COMMITTED, report.outcome(), () -> text(report));
    String expected = "wards.csv-metadata.json: doubleQuote=false: not heeded.";
    assertTrue(text(report).contains(expected), text(report));
  }

  @Test
  void load_controlCharacter_isABadRowWithItsColumn() throws IOException {
    Files.writeString(folder.resolve("recipe.properties"), "bad-rows.limit=0.5\n");
    wards("13101,千代田区,1", "13102,中央\0区,2");
    DatasetReport report = load();
    assertEquals(Outcome.COMMITTED, report.outcome(), () -> text(report));
    assertEquals(1, report.rows().bad());
    assertTrue(
        text(report).contains("wards.csv, row 2, column 名称: control character U+0000"),
        text(report));
    assertFalse(text(report).contains("\0"), "the character itself goes to no terminal");
  }

  @Test
  void load_fewBadRows_areListedAndLeftOut() throws IOException {
    Files.writeString(folder.resolve("recipe.properties"), "bad-rows.limit=0.5\n");
    wards("13101,千代田区,1", "13102,中央区,二");
    DatasetReport report = load();
    assertEquals(Outcome.COMMITTED, report.outcome(), () -> text(report));
    assertEquals(3, report.triples());
    assertEquals(1, report.rows().bad());
    assertTrue(
        text(report).contains("wards.csv, row 2, column 数: not a whole number [二]"), text(report));
  }

  @Test
  void load_tooManyBadRows_refusesAndWritesNothing() throws IOException {
    wards("13101,千代田区,1", "13102,中央区,二");
    DatasetReport report = load();
    assertEquals(Outcome.REFUSED, report.outcome());
    assertEquals(1, report.exitCode());
    assertOnlyADecision();
  }

  @Test
  void load_descriptionThatTheGateRefuses_saysWhatToMend() throws IOException {
    Path description = folder.resolve("dataset.ttl");
    Files.writeString(
        description,
        Files.readString(description).replaceAll("(?m)^  dct:title \"区の一覧\"@ja.*$", ""));
    DatasetReport report = load();
    assertEquals(Outcome.REFUSED, report.outcome());
    assertTrue(text(report).contains("dct:title"), text(report));
    assertOnlyADecision();
  }

  @Test
  void load_unknownSetting_suggests() throws IOException {
    Files.writeString(folder.resolve("recipe.properties"), "bad-row.limit=0.5\n");
    DatasetReport report = assertFailed("recipe.unknown-key", Fault.FOLDER);
    assertTrue(text(report).contains("Nearest: bad-rows.limit"), text(report));
  }

  @Test
  void load_distributionWithoutItsFile_stops() throws IOException {
    Path description = folder.resolve("dataset.ttl");
    Files.writeString(
        description, Files.readString(description).replace("files/wards.csv", "files/ward.csv"));
    assertFailed("description.no-file", Fault.DATA);
  }

  @Test
  void load_mappingThatNamesGraphs_stops() throws IOException {
    Path mapping = folder.resolve("wards.rml.ttl");
    Files.writeString(
        mapping,
        Files.readString(mapping)
            .replace("rr:class ", "rr:graph <https://example.org/g> ; rr:class "));
    assertFailed("mapping.graphs", Fault.FOLDER);
  }

  @Test
  void load_dryRun_writesNothing() {
    LoadReport report =
        new Loader(store, VALIDATOR, Progress.none())
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT.dry());
    assertEquals(Outcome.VALID, report.datasets().get(0).outcome());
    assertEquals(6, report.triples());
    assertEquals(0, store.ledger().head());
  }

  @Test
  void load_recipeOfFolders_loadsTheRestWhenOneIsWrong() throws IOException {
    Path wrong = Files.createDirectory(temp.resolve("aaa"));
    Files.writeString(wrong.resolve("dataset.ttl"), "not Turtle");
    Files.writeString(wrong.resolve("data.nt"), "");
    LoadReport report =
        new Loader(store, VALIDATOR, Progress.none())
            .load(Recipe.read(temp), Optional.empty(), LoadOptions.DEFAULT);
    assertEquals(
        List.of(Outcome.FAILED, Outcome.COMMITTED),
        report.datasets().stream().map(DatasetReport::outcome).toList());
    assertEquals(1, report.exitCode());
  }

  @Test
  void load_fromElsewhere_readsSourcesThere() throws IOException {
    Path from = Files.createDirectory(temp.resolve("from"));
    Files.move(folder.resolve("wards.csv"), from.resolve("wards.csv"));
    LoadReport report =
        new Loader(store, VALIDATOR, Progress.none())
            .load(Recipe.read(folder), Optional.of(from), LoadOptions.DEFAULT);
    assertEquals(Outcome.COMMITTED, report.datasets().get(0).outcome());
  }

  @Test
  void vocabularies_loadedTwice_areOneCommit() {
    VocabularyLoader loader = new VocabularyLoader(store);
    assertTrue(loader.load("test").isPresent());
    assertTrue(loader.load("test").isEmpty());
    assertTrue(store.states().find(NAMES.ontology("city")).isPresent());
  }

  private DatasetReport load() {
    return new Loader(store, VALIDATOR, Progress.none())
        .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
        .datasets()
        .get(0);
  }

  private DatasetReport load(DataJudge judge) {
    return Loader.judging(store, VALIDATOR, (description, plan) -> judge)
        .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
        .datasets()
        .get(0);
  }

  private DatasetReport assertFailed(String key, Fault fault) {
    DatasetReport report = load();
    assertEquals(Outcome.FAILED, report.outcome());
    assertEquals(key, report.problem().orElseThrow().key(), () -> text(report));
    assertEquals(fault, report.problem().orElseThrow().fault());
    assertEquals(0, store.ledger().head());
    return report;
  }

  /** A refusal is in the ledger, and touches nothing of the dataset. */
  private void assertOnlyADecision() {
    List<org.machinami.store.ledger.Commit> commits = store.ledger().read(0, 10);
    assertEquals(1, commits.size());
    assertEquals("refuse", commits.get(0).activity());
    assertEquals(1, commits.get(0).changes().size());
    String graph = commits.get(0).changes().get(0).graph();
    assertTrue(graph.startsWith(BASE + "graph/activity/"), graph);
  }

  private static String text(DatasetReport report) {
    assertFalse(new ReportText(Locale.JAPANESE).lines(report).isEmpty());
    return String.join("\n", new ReportText(Locale.ENGLISH).lines(report));
  }

  private org.machinami.store.ledger.Hash version(String name) {
    return store.states().find(name).orElseThrow().version();
  }

  private Graph graph(String name) {
    return store.versions().graph(version(name));
  }

  private static Node object(Graph graph, Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).next().getObject();
  }

  private void wards(String... rows) throws IOException {
    Files.writeString(folder.resolve("wards.csv"), "コード,名称,数\n" + String.join("\n", rows) + "\n");
  }

  private void replace(String file, String old, String text) throws IOException {
    String before = Files.readString(folder.resolve(file));
    assertTrue(before.contains(old), before);
    Files.writeString(folder.resolve(file), before.replace(old, text));
  }

  private void copy(String name) throws IOException {
    try (InputStream in = LoaderTest.class.getResourceAsStream("LoaderTest/" + name)) {
      Files.copy(in, folder.resolve(name));
    }
  }
}
