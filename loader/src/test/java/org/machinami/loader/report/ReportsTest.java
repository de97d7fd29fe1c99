package org.machinami.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.JsonLdContexts;
import org.machinami.loader.Progress;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.loader.validation.Validation;
import org.machinami.loader.validation.ValidationLimits;
import org.machinami.loader.validation.Validator;
import org.machinami.ontology.City;
import org.w3c.dom.Element;

class ReportsTest {

  private static final String BASE = "https://city.example/";

  private static final String DESCRIPTION =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      <https://o.example/d> a dcat:Dataset ;
        dct:title "公園\\u001B[31m" ;
        dct:description "<b>&]]>" ;
        dct:issued "2026/4/1" ;
        dcat:landingPage <javascript:alert(1)> ;
        dcat:contactPoint [ dct:title "x" ] .
      """;

  @TempDir private Path folder;

  private Validation validation;
  private Validation clean;

  @BeforeEach
  void validate() throws IOException {
    Validator validator =
        new Validator(PolicyOfToday.bundled(BASE), BASE, ValidationLimits.PUBLIC, Progress.none());
    Path file = Files.writeString(folder.resolve("d.ttl"), DESCRIPTION);
    validation = validator.validate(file, "a,b:c.ttl", "text/turtle", folder);
    clean = new Validation("1", List.of());
  }

  private String write(ReportFormat format, Locale locale) {
    return format.write(validation, locale, BASE);
  }

  @Test
  void everyForm_namesThingsByTheirLabelAndNeverAsABlankNode() {
    for (ReportFormat format : ReportFormat.values()) {
      String report = write(format, Locale.JAPANESE);
      assertTrue(report.contains("DatasetIssued"), format + report);
      assertFalse(report.matches("(?s).*\\b[0-9a-f]{32}\\b.*"), format + report);
      assertFalse(format.write(clean, Locale.JAPANESE, BASE).contains("DatasetIssued"));
    }
  }

  @Test
  void text_isGravestFirstWithAllThatHelps() {
    String english = write(ReportFormat.TEXT, Locale.ENGLISH);
    assertTrue(english.indexOf("violation (") < english.indexOf("warning ("), english);
    assertTrue(english.contains("where: a,b:c.ttl:6"), english);
    assertTrue(english.contains("value: \"2026/4/1\""), english);
    assertTrue(english.contains("expected: at most 1, a date such as 2026-04-01"), english);
    assertTrue(english.contains("- dct:issued \"2026/4/1\""), english);
    assertTrue(english.contains("+ dct:issued \"2026-04-01\" (date)"), english);
    assertTrue(english.contains("clause: 2.6"), english);
    assertFalse(english.contains("\u001B"), "a terminal obeys nothing that was handed in");
    String japanese = write(ReportFormat.TEXT, Locale.JAPANESE);
    assertTrue(japanese.contains("修正案（日付の書き方）"), japanese);
    assertTrue(japanese.contains("受け付けられません"), japanese);
  }

  @Test
  void turtleAndJsonLd_areTheSameReportInTheWordsOfShacl() {
    Graph turtle =
        RDFParser.fromString(write(ReportFormat.TURTLE, Locale.ENGLISH), Lang.TURTLE).toGraph();
    Graph json = GraphFactory.createDefaultGraph();
    JsonLdContexts.bundled(
            RDFParser.fromString(write(ReportFormat.JSONLD, Locale.ENGLISH), Lang.JSONLD), BASE)
        .parse(json);
    assertTrue(turtle.isIsomorphicWith(json));
    Node report = turtle.find(Node.ANY, SHACL.conforms, Node.ANY).next().getSubject();
    List<Node> results =
        turtle.find(report, SHACL.result, Node.ANY).mapWith(Triple::getObject).toList();
    assertEquals(validation.judgements().get(0).entries().size(), results.size());
    for (Node result : results) {
      for (Node once : List.of(SHACL.focusNode, SHACL.resultSeverity, SHACL.sourceShape)) {
        assertEquals(1, turtle.find(result, once, Node.ANY).toList().size(), once.toString());
      }
      assertEquals(2, turtle.find(result, SHACL.resultMessage, Node.ANY).toList().size());
    }
    assertTrue(turtle.contains(Node.ANY, City.repairUpdate.asNode(), Node.ANY));
    assertTrue(
        turtle.contains(
            Node.ANY, City.clause.asNode(), NodeFactory.createURI(BASE + "policy/1/clauses/2.6")));
    assertFalse(
        turtle.stream()
            .anyMatch(
                t -> t.getObject().isURI() && t.getObject().getURI().startsWith("javascript")),
        "what was refused must not become a link");
  }

  @Test
  void json_hasWhatIsDocumented() throws IOException {
    JsonNode json = new ObjectMapper().readTree(write(ReportFormat.JSON, Locale.ENGLISH));
    assertEquals("refused", json.get("outcome").asText());
    assertEquals(1, json.get("exit").asInt());
    JsonNode dataset = json.get("datasets").get(0);
    assertEquals("https://o.example/d", dataset.get("iri").asText());
    JsonNode issued = null;
    for (JsonNode finding : dataset.get("findings")) {
      if (finding.get("rule").asText().equals("DatasetIssued")) {
        issued = finding;
      }
    }
    assertEquals("a,b:c.ttl", issued.get("at").get("file").asText());
    assertEquals(6, issued.get("at").get("line").asInt());
    assertEquals("date", issued.get("repair").get("kind").asText());
    assertTrue(issued.get("repair").get("update").asText().contains("DELETE DATA"));
    assertTrue(issued.get("message").has("ja") && issued.get("message").has("en"));
    String guide = Files.readString(Path.of("../docs/validation.md"));
    Set<String> names = new HashSet<>();
    names(json, names);
    names.forEach(name -> assertTrue(guide.contains("`" + name + "`"), name));
  }

  private static void names(JsonNode json, Set<String> names) {
    json.fieldNames().forEachRemaining(names::add);
    json.forEach(child -> names(child, names));
  }

  @Test
  void everyForm_citesTheClauseOfRulesOnFiles_andSaysWhatAFileAloneWasTakenFor()
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("water.csv"),
            "都道府県コード又は市区町村コード,NO,住所,緯度,経度,口径\n131016,1,丸の内,35.68,139.76,\"1,500\"\n");
    Validator validator =
        new Validator(PolicyOfToday.bundled(BASE), BASE, ValidationLimits.PUBLIC, Progress.none());
    validation = validator.validate(file, "water.csv", "text/csv", folder);
    for (ReportFormat format : ReportFormat.values()) {
      String report = write(format, Locale.ENGLISH);
      String clause =
          switch (format) {
            case JSON -> "\"clause\" : \"6.1\"";
            case TURTLE, JSONLD, SARIF -> "policy/1/clauses/6.1";
            default -> "clause: 6.1";
          };
      assertTrue(report.contains("L2-01"), format + report);
      assertTrue(report.contains(clause), format + report);
    }
    assertTrue(write(ReportFormat.TEXT, Locale.JAPANESE).contains("標準「消防水利施設一覧」のファイルと判断し"));
    assertTrue(write(ReportFormat.TEXT, Locale.ENGLISH).contains("as a file alone"));
    JsonNode json = new ObjectMapper().readTree(write(ReportFormat.JSON, Locale.ENGLISH));
    JsonNode standard = json.get("datasets").get(0).get("standards").get(0);
    assertEquals("消防水利施設一覧", standard.get("ja").asText());
    assertTrue(Files.readString(Path.of("../docs/validation.md")).contains("`standards`"));
    assertEquals(List.of(), SarifSchema.faults(write(ReportFormat.SARIF, Locale.JAPANESE)));
  }

  @Test
  void sarif_keepsTheSchemaOfTheStandard_inBothLanguages() throws IOException {
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      assertEquals(List.of(), SarifSchema.faults(write(ReportFormat.SARIF, locale)));
      assertEquals(List.of(), SarifSchema.faults(ReportFormat.SARIF.write(clean, locale, BASE)));
    }
    String broken =
        write(ReportFormat.SARIF, Locale.ENGLISH).replace("\"startLine\"", "\"beginLine\"");
    assertFalse(SarifSchema.faults(broken).isEmpty(), "the schema finds fault where there is one");
  }

  @Test
  void sarif_rulesAndResultsBelongTogether() throws IOException {
    JsonNode sarif = new ObjectMapper().readTree(write(ReportFormat.SARIF, Locale.JAPANESE));
    assertEquals("2.1.0", sarif.get("version").asText());
    assertEquals(Set.of("$schema", "version", "runs"), fields(sarif));
    JsonNode run = sarif.get("runs").get(0);
    JsonNode driver = run.get("tool").get("driver");
    assertFalse(driver.get("name").asText().isEmpty());
    JsonNode rules = driver.get("rules");
    Set<String> ids = new HashSet<>();
    for (JsonNode rule : rules) {
      assertTrue(ids.add(rule.get("id").asText()), "ids of rules are unique");
      assertTrue(
          Set.of("id", "shortDescription", "fullDescription", "helpUri", "defaultConfiguration")
              .containsAll(fields(rule)));
      assertFalse(rule.get("shortDescription").get("text").asText().isEmpty());
    }
    assertTrue(run.get("results").size() > 3);
    for (JsonNode result : run.get("results")) {
      assertEquals(
          result.get("ruleId").asText(),
          rules.get(result.get("ruleIndex").asInt()).get("id").asText());
      assertTrue(Set.of("error", "warning", "note").contains(result.get("level").asText()));
      assertFalse(result.get("message").get("text").asText().isEmpty());
      JsonNode physical = result.get("locations").get(0).get("physicalLocation");
      assertTrue(physical.get("artifactLocation").get("uri").asText().matches("[^ :]+"));
      if (physical.has("region")) {
        assertTrue(physical.get("region").get("startLine").asInt() >= 1);
      }
    }
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void junit_isXmlWithAFailureForEachViolation() throws Exception {
    String xml = write(ReportFormat.JUNIT, Locale.JAPANESE);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertEquals("testsuites", root.getTagName());
    Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
    int violations = validation.violations();
    assertTrue(violations > 0);
    assertEquals(violations, root.getElementsByTagName("failure").getLength());
    assertEquals(Integer.toString(violations), suite.getAttribute("failures"));
    assertEquals(
        suite.getAttribute("tests"),
        Integer.toString(root.getElementsByTagName("testcase").getLength()));
  }

  @Test
  void github_writesCommandsThatNothingInTheDataCanBreak() {
    List<String> lines = write(ReportFormat.GITHUB, Locale.ENGLISH).lines().toList();
    assertEquals(validation.judgements().get(0).entries().size(), lines.size());
    for (String line : lines) {
      assertTrue(
          line.matches("::(error|warning|notice) file=a%2Cb%3Ac\\.ttl,(line=\\d+,)?title=\\w+::.+"),
          line);
    }
    assertTrue(lines.stream().anyMatch(line -> line.contains("line=6,title=DatasetIssued")));
  }
}
