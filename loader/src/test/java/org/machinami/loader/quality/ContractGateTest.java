package org.machinami.loader.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.machinami.loader.gate.Description;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.JsonReading;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Severity;
import org.machinami.shapes.contract.Break;
import org.machinami.shapes.contract.ContractFinding;
import org.machinami.shapes.contract.ContractResult;

class ContractGateTest {
  private static final String BASE = "https://city.example/";
  private static final String DATASET = BASE + "datasets/water";
  private static final String CONTRACT = "https://machinami.org/vocab/contract/fire-water";

  private static final String FILE =
      """
      都道府県コード又は市区町村コード,NO,種別,所在地,緯度,経度,口径
      131016,1,消火栓,丸の内,35.68,139.76,150
      131016,2,,丸の内,135.68,139.76,150mm
      13101,3,消火せん,丸の内,35.68,139.76,
      """;

  private static ContractGate gate(String claim) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            "PREFIX dct: <http://purl.org/dc/terms/> PREFIX dcat: <http://www.w3.org/ns/dcat#> "
                + claim,
            Lang.TURTLE)
        .base(BASE)
        .parse(graph);
    return new ContractGate(new Description("water", DATASET, graph));
  }

  private static void read(ContractGate gate, String name, String text) throws IOException {
    SourceLimits limits = SourceLimits.DEFAULT;
    SourceReader reader =
        name.endsWith(".json")
            ? JsonReading.json("$[*]", Optional.empty(), limits)
            : new CsvReading(',', 0, Optional.empty(), limits);
    reader.read(
        name,
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        List.of(),
        0,
        row -> {},
        gate.inspector(name, name, reader));
  }

  private static List<String> lines(ContractResult result) {
    return result.findings().stream()
        .map(
            finding ->
                finding.severity()
                    + " "
                    + finding.kind()
                    + " "
                    + (finding.at().row().isPresent() ? finding.at().row().getAsLong() : "-")
                    + " "
                    + finding.at().column().orElse("-")
                    + " ["
                    + finding.value()
                    + "]")
        .toList();
  }

  @Test
  void claimed_everyBreakIsFoundWithItsPlace_andTheMandatoryColumnRefuses() throws IOException {
    ContractGate gate = gate("<datasets/water> dct:conformsTo <" + CONTRACT + "> .");
    read(gate, "water.csv", FILE);
    ContractResult result = gate.results().get(0);
    assertEquals(
        List.of(
            "VIOLATION EMPTY_CELL 2 種別 []",
            "VIOLATION NOT_LISTED 3 種別 [消火せん]",
            "WARNING UNKNOWN_COLUMN - 所在地 []",
            "WARNING NOT_OF_DATATYPE 2 緯度 [135.68]",
            "WARNING NOT_OF_DATATYPE 2 口径 [150mm]",
            "WARNING NOT_OF_DATATYPE 3 都道府県コード又は市区町村コード [13101]"),
        lines(result));
    assertEquals(3, result.rows());
    assertEquals(Outcome.REFUSED, gate.verdict().outcome());
    assertEquals(2, gate.verdict().violationCount());
    assertEquals(4, gate.verdict().warningCount());
    ContractFinding unknown = result.findings().get(2);
    assertTrue(
        unknown.message().in(Locale.JAPANESE).contains("「住所」のことでしょうか"), unknown.message().ja());
  }

  @Test
  void claimOfTheDistribution_isOfItsFileOnly() throws IOException {
    ContractGate gate =
        gate(
            "<datasets/water> dcat:distribution <datasets/water#a> . <datasets/water#a>"
                + " dcat:downloadURL <datasets/water/files/water.csv> ; dct:conformsTo <"
                + CONTRACT
                + "> .");
    read(gate, "other.csv", "a,b\n1,2\n");
    read(gate, "water.csv", FILE);
    assertEquals(1, gate.results().size());
    assertTrue(gate.results().get(0).claimed());
  }

  @Test
  void recognised_isWarnedOf_andNeverRefused() throws IOException {
    ContractGate gate = gate("<datasets/water> a dcat:Dataset .");
    read(gate, "water.csv", FILE);
    ContractResult result = gate.results().get(0);
    assertEquals(CONTRACT, result.contract());
    assertEquals(0, result.count(Severity.VIOLATION));
    assertEquals(4, result.count(Severity.WARNING));
    assertEquals(2, result.count(Severity.INFO));
    assertEquals(Outcome.ADMITTED_WITH_WARNINGS, gate.verdict().outcome());
  }

  @Test
  void aMissingMandatoryColumn_isOneBreak_howeverManyRows() throws IOException {
    ContractGate gate = gate("<datasets/water> dct:conformsTo <" + CONTRACT + "> .");
    read(gate, "water.csv", "NO,住所\n1,a\n2,b\n3,c\n");
    ContractResult result = gate.results().get(0);
    assertEquals(List.of("VIOLATION MISSING_COLUMN - 種別 []"), lines(result));
    assertEquals(1, result.count());
  }

  @Test
  void counts_areExact_andListsAreBounded() throws IOException {
    ContractGate gate = gate("<datasets/water> dct:conformsTo <" + CONTRACT + "> .");
    StringBuilder text = new StringBuilder("種別,NO\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("?,").append(i).append('\n');
    }
    read(gate, "water.csv", text.toString());
    ContractResult result = gate.results().get(0);
    assertEquals(1_000, result.count(Severity.VIOLATION));
    assertEquals(ContractResult.LISTED, result.findings().size());
    assertEquals(1_000, gate.verdict().violationCount());
  }

  @Test
  void blankRows_haveNoEmptyCells_andAFileThatKeepsTheContractHasNoFindings() throws IOException {
    ContractGate gate = gate("<datasets/water> dct:conformsTo <" + CONTRACT + "> .");
    read(gate, "water.csv", "種別,NO\n消火栓,1\n,\nプール,2\n");
    assertTrue(gate.results().get(0).isKept());
    assertEquals(Outcome.ADMITTED, gate.verdict().outcome());
    Graph graph = gate.measurements(new NamedGraphs(BASE));
    assertTrue(graph.contains(null, DCTerms.conformsTo.asNode(), NodeFactory.createURI(CONTRACT)));
  }

  @Test
  void json_isHeldAgainstItByItsMembers() throws IOException {
    ContractGate gate = gate("<datasets/water> dct:conformsTo <" + CONTRACT + "> .");
    read(gate, "water.json", "[{\"種別\":\"プール\",\"口径\":75},{\"種別\":null,\"口径\":\"x\"}]");
    assertEquals(
        List.of("VIOLATION EMPTY_CELL 2 種別 []", "WARNING NOT_OF_DATATYPE 2 口径 [x]"),
        lines(gate.results().get(0)));
    assertEquals(Break.EMPTY_CELL, gate.results().get(0).findings().get(0).kind());
  }

  @Test
  void repeatedKey_refusesWhereItIsClaimed_andOnlyWhereTheRowsDiffer() throws IOException {
    String file =
        """
        都道府県コード又は市区町村コード,NO,種別,住所
        131016,1,消火栓,丸の内
        131016,2,消火栓,有楽町
        131016,1,消火栓,丸の内
        131016,1,プール,丸の内
        131024,1,プール,日本橋
        131016,,プール,大手町
        131016,,井戸,神田
        """;
    ContractGate claimed = gate("<datasets/water> dct:conformsTo <" + CONTRACT + "> .");
    read(claimed, "water.csv", file);
    assertEquals(
        List.of("VIOLATION REPEATED_KEY 4 都道府県コード又は市区町村コード, NO [131016, 1]"),
        lines(claimed.results().get(0)));
    ContractFinding found = claimed.results().get(0).findings().get(0);
    assertEquals(1, found.against().orElseThrow().row().getAsLong());
    assertTrue(found.message().ja().startsWith("1 行目と"), found.message().ja());
    assertTrue(found.message().en().startsWith("Rows 1 and 4"), found.message().en());
    assertEquals(
        Optional.of("6.5"),
        Policy.current().clauseOf(claimed.verdict().violations().get(0).shape()));
    ContractGate recognised = gate("<datasets/water> a dcat:Dataset .");
    String wide =
        file.lines()
            .map(line -> line + (line.startsWith("都") ? ",緯度,経度,口径" : ",35.68,139.76,150"))
            .collect(Collectors.joining("\n"));
    read(recognised, "water.csv", wide);
    assertEquals(
        List.of("WARNING REPEATED_KEY 4 都道府県コード又は市区町村コード, NO [131016, 1]"),
        lines(recognised.results().get(0)));
  }

  @Test
  void cells_haveARepairThatKeepsTheContract() throws IOException {
    ContractGate gate = gate("<datasets/water> dct:conformsTo <" + CONTRACT + "> .");
    read(
        gate,
        "water.csv",
        """
        都道府県コード又は市区町村コード,NO,種別,緯度,経度,口径
        131016,1,消火栓,139.76,35.68,150
        13101,2,消火栓,35.68,139.76,１５０
        131017,3, 消火栓　,35.68,139.76,150mm
        131016,4,消火せん,135.68,139.76,太い
        """);
    List<String> repairs =
        gate.results().get(0).findings().stream()
            .flatMap(finding -> finding.repair().stream())
            .map(repair -> (Repair.NewCells) repair)
            .map(
                repair ->
                    repair.kind()
                        + repair.cells().stream()
                            .map(cell -> " " + cell.before() + "→" + cell.after())
                            .collect(Collectors.joining()))
            .toList();
    assertEquals(
        List.of(
            "SWAP 139.76→35.68 35.68→139.76",
            "CODE 13101→131016",
            "FORM １５０→150",
            "NUMBER 150mm→150"),
        repairs);
  }

  @Test
  void cellsOfARowThatIsShifted_haveNoRepair() throws IOException {
    ContractGate gate = gate("<datasets/water> dct:conformsTo <" + CONTRACT + "> .");
    read(
        gate,
        "water.csv",
        """
        NO,種別,口径,緯度,経度
        1,消火栓,１５０,35.68,139.76
        2,消火栓,１,５０,35.68,139.76
        3,消火栓,１５０,35.68
        """);
    assertEquals(
        List.of("1"),
        gate.results().get(0).findings().stream()
            .filter(finding -> finding.repair().isPresent())
            .map(finding -> Long.toString(finding.at().row().getAsLong()))
            .toList());
  }
}
