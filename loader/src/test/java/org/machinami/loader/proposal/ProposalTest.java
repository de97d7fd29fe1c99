package org.machinami.loader.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.LoadException;
import org.machinami.loader.proposal.Target.Form;
import org.machinami.ontology.City;
import org.machinami.shapes.contract.Words;

class ProposalTest {
  private static final String BASE = "https://city.example/";

  private static final String TOILETS =
      """
      都道府県コード又は市区町村コード,NO,名称,名称_カナ,住所,緯度,経度,男性トイレ総数,多機能トイレ数,車椅子使用者用トイレ有無,塗装
      131016,001,西口トイレ,ニシグチトイレ,千代田区丸の内一丁目,35.6812,139.7671,３基,1,有,白
      131016,002,東口トイレ,ヒガシグチトイレ,千代田区丸の内二丁目,35.6813,139.7672,2,0,無,青
      131024,001,北口トイレ,キタグチトイレ,中央区築地一丁目,35.6663,139.7776,4,1,有,
      """;

  @TempDir private Path directory;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private Proposal propose(String name, String text) throws IOException {
    return Proposal.of(FileProfiler.profile(file(name, text)));
  }

  private static Target target(Proposal proposal, String column) {
    return proposal.column(column).orElseThrow().target();
  }

  @Test
  void propose_aStandardFile_isMappedByItsContract() throws IOException {
    Proposal proposal = propose("toilets.csv", TOILETS);
    assertEquals(
        Optional.of("https://machinami.org/vocab/contract/public-toilet"), proposal.contract());
    assertEquals(City.PublicToilet.getURI(), proposal.rowClass());
    assertEquals("id/facility/toilet-", proposal.key().prefix());
    assertEquals(List.of("都道府県コード又は市区町村コード", "NO"), proposal.key().columns());
    assertTrue(proposal.key().unique());
    assertEquals(Reason.CONTRACT, proposal.column("名称").orElseThrow().reason());
    assertEquals(Optional.of("ja-Hrkt"), target(proposal, "名称_カナ").language());
    assertEquals(Optional.of("number"), target(proposal, "男性トイレ総数").function());
    assertEquals(List.of("有=true", "無=false"), target(proposal, "車椅子使用者用トイレ有無").entries());
    assertEquals(Form.NEUTRAL, target(proposal, "塗装").form());
  }

  @Test
  void preview_isWhatTheMapperMakes_inAnyEncoding() throws IOException {
    for (Charset encoding : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
      Path file = directory.resolve("toilets-" + encoding.name() + ".csv");
      Files.write(file, TOILETS.getBytes(encoding));
      Preview preview = Proposal.of(FileProfiler.profile(file)).preview(file, BASE, 3);
      assertEquals(3, preview.items().size());
      Preview.Item first = preview.items().get(0);
      assertEquals(Optional.of(BASE + "id/facility/toilet-13101-001"), first.iri());
      assertEquals(Optional.of("西口トイレ"), first.label());
      Node toilet = NodeFactory.createURI(first.iri().orElseThrow());
      assertTrue(
          first
              .graph()
              .contains(
                  toilet,
                  City.municipality.asNode(),
                  NodeFactory.createURI(BASE + "id/municipality/13101")));
      assertTrue(
          first
              .graph()
              .find(toilet, City.maleToiletCount.asNode(), Node.ANY)
              .next()
              .getObject()
              .getLiteralLexicalForm()
              .equals("3"));
      assertTrue(
          first.graph().stream().anyMatch(t -> t.toString().contains("POINT(139.7671 35.6812)")));
      // The empty cell of the last row makes no thing.
      assertTrue(first.graph().stream().anyMatch(t -> t.toString().contains("PropertyValue")));
      assertFalse(
          preview.items().get(2).graph().stream()
              .anyMatch(t -> t.toString().contains("PropertyValue")));
    }
  }

  @Test
  void preview_aRowThatCannotBeMapped_saysWhy() throws IOException {
    Path file =
        file("events.csv", "NO,イベント名,開始日\n1,春祭り,令和8年4月1日\n2,夏祭り,令和8年8月1日\n3,秋祭り,令和8年9月31日\n");
    Proposal proposal = Proposal.of(FileProfiler.profile(file));
    assertEquals(Optional.of("date"), target(proposal, "開始日").function());
    Preview preview = proposal.preview(file, BASE, 10);
    assertTrue(
        preview.items().get(0).graph().stream().anyMatch(t -> t.toString().contains("2026-04-01")));
    assertEquals("row.date", preview.items().get(2).refused().orElseThrow().reason());
  }

  @Test
  void toRml_readBack_isTheSameProposal() throws IOException {
    Proposal proposal = propose("toilets.csv", TOILETS);
    Proposal again = Proposal.read(proposal.source(), proposal.toRml());
    assertEquals(proposal.rowClass(), again.rowClass());
    assertEquals(proposal.key(), again.key());
    for (ProposedColumn column : proposal.columns()) {
      assertEquals(column.target(), target(again, column.reference()), column.reference());
    }
    assertEquals(proposal.toRml(), again.toRml());
  }

  @Test
  void toRml_ofEveryForm_readBack_isTheSame() throws IOException {
    Proposal proposal =
        propose(
            "people_flow.csv",
            """
            メッシュコード,年月日,時,滞在人口,平休区分コード
            53394611,2026-10-01,00,120,weekday
            53394611,2026-10-01,01,110,weekday
            53394612,2026-10-01,00,80,weekday
            """);
    assertEquals(City.PeopleFlowObservation.getURI(), proposal.rowClass());
    assertEquals(List.of("メッシュコード", "年月日", "時"), proposal.key().columns());
    assertEquals(proposal.toRml(), Proposal.read(proposal.source(), proposal.toRml()).toRml());
  }

  @Test
  void read_whatAProposalCannotHold_isRefusedAndNotLost() throws IOException {
    Proposal proposal = propose("toilets.csv", TOILETS);
    String rml =
        proposal.toRml().replace("map:function map:municipalityCode", "map:function map:trim");
    LoadException failure =
        assertThrows(LoadException.class, () -> Proposal.read(proposal.source(), rml));
    assertEquals("propose.function", failure.key());
  }

  @Test
  void corrections_areKept_andWrittenAsRml() throws IOException {
    Path file = file("toilets.csv", TOILETS);
    Proposal proposal =
        Proposal.of(FileProfiler.profile(file))
            .withClass(City.Facility.getURI())
            .withKey("id/facility/wc-", List.of("NO"))
            .withTarget(
                "塗装",
                Target.text(
                    new Words("色", "colour"), "https://schema.org/color", Optional.of("ja")))
            .withTarget("住所", Target.nothing(new Words("住所", "address")));
    assertFalse(proposal.key().unique());
    assertTrue(
        proposal.notes().stream().anyMatch(note -> note.key().equals("propose.note.not-unique")));
    Preview.Item first = proposal.preview(file, BASE, 1).items().get(0);
    assertEquals(Optional.of(BASE + "id/facility/wc-001"), first.iri());
    assertTrue(first.graph().stream().anyMatch(t -> t.toString().contains("schema.org/color")));
    assertFalse(first.graph().stream().anyMatch(t -> t.toString().contains("schema.org/address")));
    assertThrows(
        IllegalArgumentException.class,
        () -> proposal.withTarget("ない列", Target.nothing(new Words("", ""))));
  }

  @Test
  void choices_areWhatIsLikelyAndTheWaysOut_andANameFindsOthers() throws IOException {
    Proposal proposal = propose("toilets.csv", TOILETS);
    List<Target> choices = proposal.choices("名称");
    assertEquals(target(proposal, "名称"), choices.get(0));
    assertTrue(choices.stream().anyMatch(choice -> choice.form() == Form.NEUTRAL));
    assertTrue(choices.stream().anyMatch(choice -> choice.form() == Form.NOTHING));
    assertEquals(
        Optional.of("https://schema.org/telephone"),
        proposal.named("塗装", "電話番号").get(0).property());
    assertEquals(List.of(), proposal.named("塗装", "ない名前"));
  }

  @Test
  void propose_noKey_isSaid() throws IOException {
    Proposal proposal = propose("a.csv", "色,数\n赤,1\n赤,1\n青,2\n");
    assertEquals(List.of(), proposal.key().columns());
    assertTrue(proposal.notes().get(0).text(Locale.JAPANESE).startsWith("行を一つに定める列が見つかりません"));
  }

  @Test
  void propose_json_findsTheRecordsAndNamesMembersAsAMappingDoes() throws IOException {
    String json =
        """
        {"count": 2, "data": {"libraries": [
          {"id": "a", "name": {"ja": "中央図書館", "en": "Central Library"}, "position": [139.7, 35.6], "kinds": ["x", "y"], "zh-name": "中央"},
          {"id": "b", "name": {"ja": "南図書館", "en": "South Library"}, "position": [139.8, 35.7], "kinds": ["x"], "zh-name": "南"}]}}
        """;
    Path file = file("libraries.json", json);
    Proposal proposal = Proposal.of(FileProfiler.profile(file));
    assertEquals("$.data.libraries[*]", proposal.source().iterator());
    assertEquals(City.Library.getURI(), proposal.rowClass());
    assertEquals(Optional.of("en"), target(proposal, "name.en").language());
    assertEquals(List.of("id"), proposal.key().columns());
    Preview preview = proposal.preview(file, BASE, 5);
    assertEquals(Optional.of(BASE + "id/facility/library-a"), preview.items().get(0).iri());
    assertEquals(2, preview.items().size());
  }

  @Test
  void propose_geoJson_compressed_takesTheGeometry() throws IOException {
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"NO\":\"1\",\"名称\":\"日比谷公園\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[139.7559,35.6738]}}]}";
    Path file = directory.resolve("parks.geojson.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(json.getBytes(StandardCharsets.UTF_8));
    }
    Proposal proposal = Proposal.of(FileProfiler.profile(file));
    assertEquals(City.Park.getURI(), proposal.rowClass());
    assertEquals(Form.SHAPE, target(proposal, "geometry.wkt").form());
    assertTrue(
        proposal.preview(file, BASE, 1).items().get(0).graph().stream()
            .anyMatch(t -> t.toString().contains("POINT(139.7559 35.6738)")));
  }

  @Test
  void propose_aWorkbook_belowItsTitle() throws IOException {
    Path file = directory.resolve("図書館.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("一覧");
      List<List<String>> rows =
          List.of(
              List.of("図書館一覧"),
              List.of("NO", "名称", "住所"),
              List.of("1", "中央図書館", "本町"),
              List.of("2", "南図書館", "南町"));
      for (int i = 0; i < rows.size(); i++) {
        Row row = sheet.createRow(i);
        for (int j = 0; j < rows.get(i).size(); j++) {
          row.createCell(j).setCellValue(rows.get(i).get(j));
        }
      }
      workbook.write(out);
    }
    Proposal proposal = Proposal.of(FileProfiler.profile(file));
    assertEquals(1, proposal.source().skippedLines());
    assertEquals(City.Library.getURI(), proposal.rowClass());
    assertEquals(Optional.of("中央図書館"), proposal.preview(file, BASE, 1).items().get(0).label());
    assertEquals(proposal.toRml(), Proposal.read(proposal.source(), proposal.toRml()).toRml());
  }

  @Test
  void profile_titleLinesAndTabs_areSeen() throws IOException {
    FileProfile titled = FileProfiler.profile(file("t.csv", "図書館一覧,,\nNO,名称,住所\n1,中央図書館,本町\n"));
    assertEquals(1, titled.skippedLines());
    FileProfile tabs = FileProfiler.profile(file("t.txt", "NO\t名称\n1\t中央図書館\n"));
    assertEquals('\t', tabs.delimiter());
    assertEquals(List.of("NO", "名称"), tabs.header());
  }

  @Test
  void profile_whatIsNoTable_isSaid() throws IOException {
    assertEquals("format.foreign", failure("a.pdf", "%PDF"));
    assertEquals("source.json-broken", failure("a.json", "{\"a\": [{"));
    assertEquals("propose.no-columns", failure("b.json", "{}"));
    LoadException absent =
        assertThrows(LoadException.class, () -> FileProfiler.profile(directory.resolve("no.csv")));
    assertEquals("propose.no-file", absent.key());
  }

  private String failure(String name, String text) throws IOException {
    Path file = file(name, text);
    return assertThrows(LoadException.class, () -> FileProfiler.profile(file)).key();
  }

  @Test
  void hostileNames_comeOutAsTheyWentIn() throws IOException {
    Path file = file("h.csv", "NO,\"a\"\"b\\{c}\n#d\"\n1,x\n2,y\n");
    Proposal proposal = Proposal.of(FileProfiler.profile(file));
    Preview preview = proposal.preview(file, BASE, 2);
    assertEquals(Optional.empty(), preview.items().get(0).refused());
    assertEquals(proposal.toRml(), Proposal.read(proposal.source(), proposal.toRml()).toRml());
    Proposal keyed = proposal.withKey("id/thing/", List.of("a\"b\\{c}\n#d"));
    assertEquals(
        Optional.of(BASE + "id/thing/x"), keyed.preview(file, BASE, 1).items().get(0).iri());
  }

  @Test
  void folder_isWrittenOnce_andLoads() throws IOException {
    Proposal proposal = propose("公衆トイレ_2026.csv", TOILETS);
    Path folder = directory.resolve("out/my toilets");
    ProposedFolder.write(proposal, folder);
    String description = Files.readString(folder.resolve("dataset.ttl"));
    assertTrue(description.contains("dct:title \"公衆トイレ 2026\"@ja"), description);
    assertTrue(description.contains("<datasets/my-toilets>"), description);
    LoadException again =
        assertThrows(LoadException.class, () -> ProposedFolder.write(proposal, folder));
    assertEquals("propose.exists", again.key());
  }

  @Test
  void text_isATable_inBothLanguages() throws IOException {
    Proposal proposal = propose("toilets.csv", TOILETS);
    String ja = String.join("\n", new ProposalText(Locale.JAPANESE).lines(proposal));
    assertTrue(ja.contains("1行が表すもの: 公衆トイレ（city:PublicToilet"), ja);
    assertTrue(ja.contains("標準の列: 公衆トイレ一覧"), ja);
    String en = String.join("\n", new ProposalText(Locale.ENGLISH).lines(proposal));
    assertTrue(en.contains("A row is: public toilet (city:PublicToilet"), en);
  }
}
