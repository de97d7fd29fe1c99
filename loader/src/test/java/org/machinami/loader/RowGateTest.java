package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.DatasetReport.Outcome;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.store.Store;

/** What rows become is held against the shapes; findings say file, row, column, value and thing. */
class RowGateTest {

  private static final String BASE = "https://city.example/";
  private static final String HEAD = "番号,名称,英語,定員,開設,市区町村\n";
  private static final String GOOD = "1,中央図書館,Central Library,120,2001-04-01,13101\n";

  private static final String MAPPING =
      """
      @prefix rr: <http://www.w3.org/ns/r2rml#> .
      @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
      @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
      @prefix map: <https://machinami.org/vocab/mapping#> .
      @prefix city: <https://machinami.org/vocab/city#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <#source> rml:source "libraries.csv" ; rml:referenceFormulation ql:CSV ;
        map:column [ map:name "人数" ; map:function map:normalise ; map:of "定員" ] .
      <#library> rml:logicalSource <#source> ;
        rr:subjectMap [ rr:template "id/library/{番号}" ; rr:class city:Library ] ;
        rr:predicateObjectMap [ rr:predicate rdfs:label ;
          rr:objectMap [ rml:reference "名称" ; rr:language "ja" ] ,
            [ rml:reference "英語" ; rr:language "en" ] ] ;
        rr:predicateObjectMap [ rr:predicate city:capacity ;
          rr:objectMap [ rml:reference "人数" ; rr:datatype xsd:integer ] ] ;
        rr:predicateObjectMap [ rr:predicate city:openedOn ; rr:objectMap [ rml:reference "開設" ; rr:datatype DATE ] ] .
      <#municipality> rml:logicalSource <#source> ;
        rr:subjectMap [ rr:template "id/municipality/{市区町村}" ; rr:class city:Municipality ] ;
        rr:predicateObjectMap [ rr:predicate rdfs:label ;
          rr:objectMap [ rr:template "市区町村 {市区町村}" ; rr:termType rr:Literal ; rr:language "ja" ] ,
            [ rr:template "Municipality {市区町村}" ; rr:termType rr:Literal ; rr:language "en" ] ] ;
        rr:predicateObjectMap [ rr:predicate city:municipalityCode ;
          rr:objectMap [ rml:reference "市区町村" ] ] .
      """;

  @TempDir Path temp;
  private Path folder;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(temp.resolve("libraries"));
    Files.writeString(folder.resolve("dataset.ttl"), DESCRIPTION);
    dates();
    Store.create(temp.resolve("data"), BASE);
    store = Store.open(temp.resolve("data"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static final String DESCRIPTION =
      """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix city: <https://machinami.org/vocab/city#> .
      <datasets/libraries> a dcat:Dataset ;
        dct:title "図書館"@ja , "Libraries"@en ;
        dct:description "試験のための図書館。"@ja , "Libraries for a test."@en ;
        dct:publisher <publishers/test> ;
        dcat:theme <https://machinami.org/vocab/service-field/mobility> ;
        city:sector <https://machinami.org/vocab/sector/public> ;
        dct:license <http://creativecommons.org/publicdomain/zero/1.0/> .
      <publishers/test> a foaf:Agent ; foaf:name "試験"@ja , "Test"@en .
      """;

  @Test
  void load_dateThatIsNone_isRefusedWithTheCell() throws IOException {
    mapping(MAPPING.replace("rr:datatype DATE", "rr:language \"ja\""));
    rows("2,北図書館,North Library,80,令和元年,13102\n");
    DatasetReport report = load();
    assertEquals(Outcome.REFUSED, report.outcome());
    Violation found = only(report, "OpenedOn");
    assertEquals("libraries.csv", found.position().orElseThrow().file());
    assertEquals(1, found.position().orElseThrow().row().orElseThrow());
    assertEquals("開設", found.position().orElseThrow().column().orElseThrow());
    assertEquals("令和元年", found.value().orElseThrow().getLiteralLexicalForm());
    assertEquals("北図書館", found.focusLabel());
    assertTrue(store.states().find(new NamedGraphs(store.base()).data("libraries")).isEmpty());
  }

  @Test
  void load_negativeCountInADerivedColumn_namesTheColumnOfTheFile() throws IOException {
    rows(GOOD, "2,北図書館,North Library,－80,2001-04-01,13102\n");
    DatasetReport report = load();
    Violation found = only(report, "Capacity");
    assertEquals("定員", found.position().orElseThrow().column().orElseThrow());
    assertEquals("-80", found.value().orElseThrow().getLiteralLexicalForm());
  }

  @Test
  void load_nameThatIsMissing_namesTheColumnsThatWouldGiveIt() throws IOException {
    rows(GOOD, "2,,,80,2001-04-01,13102\n");
    DatasetReport report = load();
    Violation found = only(report, "ThingName");
    assertEquals(Severity.WARNING, found.severity());
    assertEquals("名称, 英語", found.position().orElseThrow().column().orElseThrow());
    assertEquals(2, found.position().orElseThrow().row().orElseThrow());
    assertEquals(BASE + "id/library/2", found.focusLabel());
  }

  @Test
  void load_nameThatAnotherRowGives_isNotMissing() throws IOException {
    rows("1,,,120,2001-04-01,13101\n", GOOD, "1,,,120,2001-04-01,13101\n");
    assertEquals(List.of(), verdict(load()).violations());
  }

  @Test
  void load_rowsThatChangedInSoundData_areJudgedAlone_andOthersOnceSomethingWasFound()
      throws IOException {
    dates();
    StringBuilder many = new StringBuilder(GOOD);
    for (int i = 2; i < 2_000; i++) {
      many.append(i).append(",図書館").append(i).append(",Library,80,2001-04-01,13102\n");
    }
    rows(many.toString());
    assertEquals(List.of(), verdict(load()).violations());
    rows(many.toString(), "3000,,Library,80,2001-04-01,13102\n", "3001,,,80,2001-04-01,13102\n");
    DatasetReport found = load();
    assertTrue(found.rows().refreshed().isPresent());
    assertEquals(2_001, only(found, "ThingName").position().orElseThrow().row().orElseThrow());
    rows(
        many.toString(),
        "3000,,Library,80,2001-04-01,13102\n",
        "3001,,,80,2001-04-01,13102\n",
        "3002,南図書館,South,1,2001-04-01,13102\n");
    DatasetReport again = load();
    assertTrue(again.rows().refreshed().isPresent());
    assertEquals(2_001, only(again, "ThingName").position().orElseThrow().row().orElseThrow());
    rows(many.toString(), "3002,南図書館,South,1,2001-04-01,13102\n");
    assertEquals(List.of(), verdict(load()).violations());
  }

  @Test
  void load_rdfFile_isJudgedThingByThing_alsoWhereTheThingIsScattered() throws IOException {
    Files.delete(folder.resolve("libraries.rml.ttl"));
    Files.writeString(
        folder.resolve("data.ttl"),
        """
        PREFIX city: <https://machinami.org/vocab/city#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        <id/library/1> a city:Library .
        <id/library/2> a city:Library ; rdfs:label "北"@ja , "North"@en ; city:holdingCount -1 .
        <id/library/1> rdfs:label "中央"@ja , "Central"@en ; city:capacity "many" .
        """);
    DatasetReport report = load();
    assertEquals(Outcome.REFUSED, report.outcome());
    assertEquals(2, verdict(report).violations().size());
    assertEquals("中央", only(report, "Capacity").focusLabel());
    assertEquals("北", only(report, "HoldingCount").focusLabel());
    assertEquals("data.ttl", only(report, "HoldingCount").position().orElseThrow().file());
  }

  @Test
  void validate_aDryRun_findsWhatALoadFinds() throws IOException {
    rows(GOOD, "2,,,－80,2001-04-01,13102\n");
    Verdict dry =
        verdict(
            Loader.validating(BASE, MetadataValidator.bundled(), Progress.none())
                .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
                .datasets()
                .get(0));
    assertEquals(verdict(load()), dry);
    assertEquals(1, dry.violationCount());
  }

  @Test
  void load_codeWithItsCheckDigit_hasTheCellWithoutIt() throws IOException {
    rows("2,北図書館,North Library,80,2001-04-01,131024\n");
    Violation found = only(load(), "MunicipalityCode");
    assertEquals("市区町村", repaired(found.repair()).at().column().orElseThrow());
    assertEquals("13102", repaired(found.repair()).after());
  }

  @Test
  void load_wrongCheckDigit_hasNoRepair() throws IOException {
    rows("2,北図書館,North Library,80,2001-04-01,131023\n");
    assertEquals(Optional.empty(), only(load(), "MunicipalityCode").repair());
  }

  @Test
  void load_rowThatCannotBeMapped_hasTheCellWithWhichItCan() throws IOException {
    rows(
        "2,北図書館,North Library,80,令和元年5月1日,13102\n",
        "3,南図書館,South Library,1200人,2001-04-01,13103\n",
        "4,西図書館,West Library,多数,2001-04-01,13104\n");
    List<Refused> refused = load().rows().listed();
    assertEquals("2019-05-01", repaired(refused.get(0).repair()).after());
    // The mapping derives the number from the column, which is the one to be mended.
    assertEquals(Optional.empty(), refused.get(2).repair());
  }

  @Test
  void load_twoRowsOfOneId_thatDiffer_nameBothRows() throws IOException {
    rows(GOOD, GOOD.replace("中央", "南"), "3,西図書館,West Library,80,2001-04-01,13104\n");
    DatasetReport report = load();
    Violation found = only(report, "RepeatedIds");
    assertEquals(2, found.position().orElseThrow().row().orElseThrow());
    assertEquals("名称", found.position().orElseThrow().column().orElseThrow());
    assertEquals(1, found.against().orElseThrow().row().orElseThrow());
    assertEquals(Severity.WARNING, found.severity());
    assertEquals(Outcome.COMMITTED, report.outcome());
  }

  @Test
  void load_rowThatComesToAnIdThatIsThere_isFoundAlthoughOnlyItIsMapped() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 2; i < 2_000; i++) {
      many.append(i).append(",図書館").append(i).append(",Library,80,2001-04-01,13102\n");
    }
    rows(many.toString());
    assertEquals(List.of(), verdict(load()).violations());
    rows(many.toString().replace("図書館7,", "第七図書館,"));
    DatasetReport changed = load();
    assertTrue(changed.rows().refreshed().isPresent());
    assertEquals(List.of(), verdict(changed).violations());
    rows(many.toString().replace("図書館7,", "第七図書館,"), "9,別の図書館,Library,80,2001-04-01,13102\n");
    DatasetReport again = load();
    assertTrue(again.rows().refreshed().isPresent());
    Violation found = only(again, "RepeatedIds");
    assertEquals(1_999, found.position().orElseThrow().row().orElseThrow());
    assertEquals(8, found.against().orElseThrow().row().orElseThrow());
  }

  private static Repair.Cell repaired(Optional<Repair> repair) {
    return ((Repair.NewCells) repair.orElseThrow()).cells().get(0);
  }

  private void dates() throws IOException {
    mapping(MAPPING.replace("DATE", "xsd:date"));
  }

  private void mapping(String text) throws IOException {
    Files.writeString(folder.resolve("libraries.rml.ttl"), text);
  }

  private void rows(String... rows) throws IOException {
    Files.writeString(
        folder.resolve("libraries.csv"), HEAD + String.join("", rows), StandardCharsets.UTF_8);
  }

  private DatasetReport load() {
    return new Loader(store, MetadataValidator.bundled(), Progress.none())
        .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
        .datasets()
        .get(0);
  }

  private static Verdict verdict(DatasetReport report) {
    return report
        .verdict()
        .map(
            verdict ->
                new Verdict(
                    verdict.dataset(),
                    verdict.violationCount(),
                    verdict.warningCount(),
                    verdict.violations().stream().filter(v -> v.position().isPresent()).toList()))
        .orElseThrow(
            () ->
                new AssertionError(
                    String.join("\n", new ReportText(Locale.ENGLISH).lines(report))));
  }

  private static Violation only(DatasetReport report, String shape) {
    List<Violation> found =
        verdict(report).violations().stream()
            .filter(violation -> violation.shape().endsWith("#" + shape))
            .toList();
    assertEquals(1, found.size(), () -> verdict(report).violations().toString());
    return found.get(0);
  }
}
