package org.machinami.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.Progress;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.loader.validation.Validation;
import org.machinami.loader.validation.ValidationLimits;
import org.machinami.loader.validation.Validator;
import org.machinami.ontology.City;

/** What a file of a dataset should say in some cells, in each form of the report. */
class CellReportsTest {

  private static final String BASE = "https://city.example/";
  private static final Charset CP932 = Charset.forName("windows-31j");

  private static final String DESCRIPTION =
      """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      <datasets/water> a dcat:Dataset ; dct:title "消防水利"@ja , "Fire water"@en ;
        dct:conformsTo <https://machinami.org/vocab/contract/fire-water> .
      """;

  private static final String MAPPING =
      """
      @prefix rr: <http://www.w3.org/ns/r2rml#> .
      @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
      @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
      @prefix city: <https://machinami.org/vocab/city#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <#source> rml:source "water.csv" ; rml:referenceFormulation ql:CSV .
      <#water> rml:logicalSource <#source> ;
        rr:subjectMap [ rr:template "id/facility/{NO}" ; rr:class city:FireWaterSource ] ;
        rr:predicateObjectMap [ rr:predicate rdfs:label ;
          rr:objectMap [ rml:reference "住所" ; rr:language "ja" ] ] ;
        rr:predicateObjectMap [ rr:predicate city:pipeDiameter ;
          rr:objectMap [ rml:reference "口径" ; rr:datatype xsd:integer ] ] .
      """;

  private static final String FILE =
      """
      都道府県コード又は市区町村コード,NO,種別,住所,緯度,経度,口径
      131016,1,消火栓,丸の内,35.68,139.76,150
      131016,2,消火栓,有楽町,139.76,35.68,"1,500mm"
      13101,3,消火栓,日比谷,35.68,139.76,75
      131016,1,消火栓,大手町,35.68,139.76,150
      """;

  @TempDir private Path folder;
  private Validation validation;

  @BeforeEach
  void validate() throws IOException {
    Files.writeString(folder.resolve("dataset.ttl"), DESCRIPTION);
    Files.writeString(folder.resolve("water.rml.ttl"), MAPPING);
    Files.write(folder.resolve("water.csv"), FILE.getBytes(CP932));
    validation =
        new Validator(PolicyOfToday.bundled(BASE), BASE, ValidationLimits.PUBLIC, Progress.none())
            .validate(folder, Optional.empty());
  }

  private String write(ReportFormat format, Locale locale) {
    return format.write(validation, locale, BASE);
  }

  private List<JsonNode> findings(String rule) throws IOException {
    JsonNode json = new ObjectMapper().readTree(write(ReportFormat.JSON, Locale.ENGLISH));
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode finding : json.get("datasets").get(0).get("findings")) {
      if (finding.get("rule").asText().equals(rule)) {
        found.add(finding);
      }
    }
    return found;
  }

  @Test
  void json_hasTheCellsBeforeAndAfter() throws IOException {
    Map<String, String> repairs = new HashMap<>();
    for (JsonNode finding : findings("ContractDatatype")) {
      for (JsonNode cell : finding.get("repair").get("cells")) {
        repairs.put(
            cell.get("at").get("row").asText()
                + " "
                + cell.get("at").get("column").asText()
                + " "
                + cell.get("before").asText(),
            cell.get("after").asText());
      }
    }
    assertEquals(
        Map.of(
            "2 緯度 139.76", "35.68",
            "2 経度 35.68", "139.76",
            "2 口径 1,500mm", "1500",
            "3 都道府県コード又は市区町村コード 13101", "131016"),
        repairs);
  }

  @Test
  void sameKeyWithAnotherAddress_namesBothRows_andRefuses() throws IOException {
    JsonNode finding = findings("ContractKey").get(0);
    assertEquals(4, finding.get("at").get("row").asInt());
    assertEquals(1, finding.get("against").get("row").asInt());
    assertEquals("6.5", finding.get("clause").asText());
    assertEquals("violation", finding.get("severity").asText());
    assertTrue(
        finding.get("message").get("ja").asText().startsWith("1 行目と識別子"), finding.toString());
    JsonNode mapped = findings("RepeatedIds").get(0);
    assertEquals(4, mapped.get("at").get("row").asInt());
    assertEquals("住所", mapped.get("at").get("column").asText());
    assertEquals(1, mapped.get("against").get("row").asInt());
  }

  @Test
  void rowThatCannotBeMapped_hasTheCellWithWhichItCan() throws IOException {
    JsonNode row = findings("row.datatype").get(0);
    assertEquals("1,500mm", row.get("repair").get("cells").get(0).get("before").asText());
    assertEquals("1500", row.get("repair").get("cells").get(0).get("after").asText());
    assertEquals("整数ではありません", row.get("message").get("ja").asText());
  }

  @Test
  void text_showsTheDifference_andNoDatatypeByItsIri() {
    String japanese = write(ReportFormat.TEXT, Locale.JAPANESE);
    assertTrue(japanese.contains("- 緯度: \"139.76\""), japanese);
    assertTrue(japanese.contains("+ 緯度: \"35.68\""), japanese);
    assertTrue(japanese.contains("修正案（値の入れ替え）"), japanese);
    assertTrue(japanese.contains("食い違う箇所: water.csv 1 行目"), japanese);
    assertFalse(japanese.contains("xsd:"), japanese);
    assertFalse(write(ReportFormat.TEXT, Locale.ENGLISH).contains("xsd:"));
  }

  @Test
  void sarif_hasFixesThatAnEditorCanMake_andKeepsItsSchema() throws IOException {
    String report = write(ReportFormat.SARIF, Locale.JAPANESE);
    assertEquals(List.of(), SarifSchema.faults(report));
    String[] lines = FILE.split("\n", -1);
    int fixes = 0;
    for (JsonNode result : new ObjectMapper().readTree(report).get("runs").get(0).get("results")) {
      for (JsonNode fix : result.path("fixes")) {
        JsonNode change = fix.get("artifactChanges").get(0);
        assertEquals("water.csv", change.get("artifactLocation").get("uri").asText());
        for (JsonNode replacement : change.get("replacements")) {
          JsonNode region = replacement.get("deletedRegion");
          String line = lines[region.get("startLine").asInt() - 1];
          String gone =
              line.substring(
                  region.get("startColumn").asInt() - 1, region.get("endColumn").asInt() - 1);
          String comes = replacement.get("insertedContent").get("text").asText();
          assertTrue(
              List.of("139.76 35.68", "35.68 139.76", "\"1,500mm\" 1500", "13101 131016")
                  .contains(gone + " " + comes),
              gone + " " + comes);
          fixes++;
        }
      }
    }
    assertTrue(fixes >= 6, fixes + " fixes");
    assertTrue(report.contains("relatedLocations"), report);
  }

  @Test
  void github_standsOnTheLineOfTheCell_andJunitShowsTheDifference() {
    String github = write(ReportFormat.GITHUB, Locale.ENGLISH);
    assertTrue(github.contains("file=water.csv,line=3,title=ContractDatatype"), github);
    assertTrue(github.contains("%0A+ \"1500\""), github);
    assertTrue(write(ReportFormat.JUNIT, Locale.ENGLISH).contains("+ \"1500\""));
  }

  @Test
  void turtle_hasTheCell() {
    Graph graph =
        RDFParser.fromString(write(ReportFormat.TURTLE, Locale.ENGLISH), Lang.TURTLE).toGraph();
    Node cell =
        graph
            .find(Node.ANY, City.cellAfter.asNode(), NodeFactory.createLiteralString("1500"))
            .next()
            .getSubject();
    assertTrue(
        graph.contains(cell, City.cellBefore.asNode(), NodeFactory.createLiteralString("1,500mm")));
    assertTrue(graph.contains(Node.ANY, City.repairCell.asNode(), cell));
    assertTrue(graph.contains(Node.ANY, City.otherRow.asNode(), Node.ANY));
  }
}
