package org.machinami.web.steward.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Severity;
import org.machinami.web.language.Language;
import org.machinami.web.problem.Problem;

/** What was typed, in the graph; and nothing else changed. */
final class FormReadingTest {
  private static final String D = Descriptions.DATASET;

  private final DescriptionForm form = Descriptions.form();
  private final Graph graph =
      Descriptions.parse(
          """
          <datasets/d> a dcat:Dataset ;
            dct:title "区"@ja , "Wards"@en ;
            dcat:keyword "区"@ja ;
            dct:issued "2026-04-01"^^xsd:date ;
            city:unknown "kept" ;
            dct:publisher <publishers/p> ;
            dcat:distribution <datasets/d#csv> , <https://files.example/1> .
          <publishers/p> a foaf:Agent ; foaf:name "東京都"@ja ; rdfs:seeAlso <publishers/p2> .
          <publishers/p2> rdfs:label "p2" .
          <datasets/d#csv> a dcat:Distribution ; dcat:accessURL <https://files.example/a> ;
            rdfs:comment "kept, too" ; spdx:checksum <datasets/d#sum> .
          <datasets/d#sum> a spdx:Checksum ; spdx:checksumValue "00ff"^^xsd:hexBinary .
          <https://files.example/1> a dcat:Distribution .
          """);

  private PostedForm post(Map<String, String> typed) {
    return form.read(graph, D, Descriptions.typed(form.fill(graph, D, Language.JA), typed));
  }

  /** What was taken away, and what came. */
  private record Change(Set<Triple> gone, Set<Triple> come) {}

  private Change change(Graph after) {
    return new Change(minus(graph, after), minus(after, graph));
  }

  private static Set<Triple> minus(Graph one, Graph other) {
    return one.find().toList().stream().filter(t -> !other.contains(t)).collect(Collectors.toSet());
  }

  private static Set<Triple> triples(String turtle) {
    return Set.copyOf(Descriptions.parse(turtle).find().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d.dct-title.0.en | The wards | dct:title \"The wards\"@en",
        "d.dct-description.0.ja | 説明 | dct:description \"説明\"@ja",
        "d.dcat-keyword.en | ward | dcat:keyword \"ward\"@en",
        "d.dct-identifier.0 | 12 | dct:identifier \"12\"",
        "d.dct-modified.0 | 2026-05-01 | dct:modified \"2026-05-01\"^^xsd:date",
        "d.dct-modified.0 | 2026-05 | dct:modified \"2026-05\"^^xsd:gYearMonth",
        "d.dct-modified.0 | 2026 | dct:modified \"2026\"^^xsd:gYear",
        "d.dct-modified.0 | 令和8年5月1日 | dct:modified \"令和8年5月1日\"",
        "d.dct-modified.0 | 2026-02-30 | dct:modified \"2026-02-30\"",
        "d.dct-license.0 | CC-BY-4.0 | dct:license <https://creativecommons.org/licenses/by/4.0/>",
        "d.dct-license.0 | クリエイティブ・コモンズ 表示 4.0 国際 | dct:license"
            + " <https://creativecommons.org/licenses/by/4.0/>",
        "d.dct-license.0 | https://terms.example/ | dct:license <https://terms.example/>",
        "d.dct-spatial.0 | 東京都 | dct:spatial <id/prefecture/13>",
        "d.dct-spatial.0 | Tokyo | dct:spatial <id/prefecture/13>",
        "d.city-sector.0 | https://machinami.org/vocab/sector/public | city:sector"
            + " <https://machinami.org/vocab/sector/public>",
        "d.city-synthetic.0 | true | city:synthetic true",
        "d.dcat-landingPage.0 | javascript:alert(1) | dcat:landingPage"
            + " \"javascript:alert(1)\"^^xsd:anyURI",
        "d.dcat-landingPage.0 | <script>alert(1)</script> | dcat:landingPage"
            + " \"<script>alert(1)</script>\"^^xsd:anyURI",
      })
  void read_typedText_becomesTheValue(String box, String typed, String expected) {
    Change change = change(post(Map.of(box, typed)).graph());
    assertEquals(triples("<datasets/d> " + expected + " ."), change.come());
    assertTrue(change.gone().size() <= 1, change.gone().toString());
  }

  @Test
  void read_nestedThing_isChangedInItsPlace() {
    Change change =
        change(post(Map.of("d.dcat-distribution.o-csv.dcat-byteSize.0", "1024")).graph());
    assertEquals(Set.of(), change.gone());
    assertEquals(
        triples("<datasets/d#csv> dcat:byteSize \"1024\"^^xsd:nonNegativeInteger ."),
        change.come());
  }

  @Test
  void read_contact_isAddedUnderANameThatStays() {
    PostedForm added = post(Map.of(DescriptionForm.ADD, "d.dcat-contactPoint.o-contactPoint-1"));
    assertEquals(
        triples(
            "<datasets/d> dcat:contactPoint <datasets/d#contactPoint-1> ."
                + " <datasets/d#contactPoint-1> a vcard:Kind ."),
        change(added.graph()).come());
    FilledForm filled = form.fill(added.graph(), D, Language.JA);
    FormFields typed =
        Descriptions.typed(
            filled,
            Map.of(
                "d.dcat-contactPoint.o-contactPoint-1.vcard-hasEmail.0", "data@city.example",
                "d.dcat-contactPoint.o-contactPoint-1.vcard-hasTelephone.0", "03 1234 5678"));
    Set<Triple> come = change(form.read(added.graph(), D, typed).graph()).come();
    assertTrue(
        come.containsAll(
            triples(
                "<datasets/d#contactPoint-1> vcard:hasEmail <mailto:data@city.example> ;"
                    + " vcard:hasTelephone <tel:03-1234-5678> .")),
        come.toString());
    // A page that was made before gives the same, not a second contact.
    assertEquals(4, change(form.read(graph, D, typed).graph()).come().size());
  }

  @Test
  void read_thingTakenAway_goesWithAllThatOnlyItHad() {
    Graph after = post(Map.of(DescriptionForm.REMOVE, "d.dcat-distribution.o-csv")).graph();
    assertFalse(after.contains(NodeFactory.createURI(D + "#csv"), Node.ANY, Node.ANY));
    assertFalse(after.contains(NodeFactory.createURI(D + "#sum"), Node.ANY, Node.ANY));
    assertEquals(7, change(after).gone().size());
  }

  @Test
  void read_valueTakenAway_goesAlone() {
    assertEquals(
        new Change(triples("<datasets/d> dct:issued \"2026-04-01\"^^xsd:date ."), Set.of()),
        change(post(Map.of(DescriptionForm.REMOVE, "d.dct-issued.0")).graph()));
    assertEquals(
        new Change(triples("<datasets/d> dct:issued \"2026-04-01\"^^xsd:date ."), Set.of()),
        change(post(Map.of("d.dct-issued.0", "  ")).graph()));
  }

  @Test
  void read_twoValuesWhereOneIsAllowed_areBothThereAndTold() {
    PostedForm posted = post(Map.of("d.dct-license.0", "CC-BY-4.0", "d.dct-license.1", "CC0-1.0"));
    assertEquals(2, change(posted.graph()).come().size());
    assertEquals(
        List.of(FormMistake.of("d.dct-license", "form.mistake.single")), posted.mistakes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d.no-such-field.0",
        "d.dct-title.ja",
        "d.dct-publisher.0",
        "d.dcat-distribution.h-0123456789abcdef",
        "d.dcat-distribution.h-0123456789abcdef.dct-title.0.ja",
        "d.dcat-distribution.o-../x",
        "d.dcat-distribution.https://city.example/datasets/other",
      })
  void read_fieldThatIsNotThere_isToldAndChangesNothing(String name) {
    PostedForm posted = post(Map.of(name, "typed"));
    assertEquals(new Change(Set.of(), Set.of()), change(posted.graph()));
    assertEquals(List.of("form.mistake.no-field"), keys(posted));
    assertTrue(posted.mistakes().get(0).values().contains("typed"));
  }

  private static List<String> keys(PostedForm posted) {
    return posted.mistakes().stream().map(FormMistake::key).toList();
  }

  /** Whatever names are posted, only what was spoken of before, and the dataset, is spoken of. */
  @Test
  void read_forgedNames_neverSpeakOfAnotherDataset() {
    String other = Descriptions.BASE + "datasets/other";
    PostedForm posted =
        post(
            Map.of(
                "d.dcat-distribution." + other,
                "1",
                "d.dcat-distribution." + other + ".dct-title.0.ja",
                "taken over",
                "d.dcat-distribution.o-x",
                "1",
                "d.dcat-distribution.o-x.dct-title.0.ja",
                "ours",
                "d.dct-publisher.registered",
                other));
    Set<String> subjects =
        posted.graph().find().toList().stream()
            .map(t -> t.getSubject().getURI())
            .filter(s -> !graph.contains(NodeFactory.createURI(s), Node.ANY, Node.ANY))
            .collect(Collectors.toSet());
    assertEquals(Set.of(D + "#x"), subjects);
    assertTrue(keys(posted).contains("form.mistake.not-registered"), keys(posted).toString());
  }

  @Test
  void read_addressWithLineBreak_staysTextAndIsRefused() {
    String typed = "https://a.example/\r\nSet-Cookie: x";
    Graph after = post(Map.of("d.dcat-landingPage.0", typed)).graph();
    Node value =
        after
            .find(NodeFactory.createURI(D), DCAT.landingPage.asNode(), Node.ANY)
            .next()
            .getObject();
    assertTrue(value.isLiteral());
    assertTrue(
        MetadataValidator.bundled().validate(after, D).violations().stream()
            .anyMatch(
                v ->
                    v.severity() == Severity.VIOLATION
                        && v.path().equals(java.util.Optional.of("dcat:landingPage"))));
  }

  @Test
  void read_twoMegabytesInAField_areToldAndNotLost() {
    String typed = "長".repeat(2_000_000 / 3);
    PostedForm posted = post(Map.of("d.dct-description.0.ja", typed));
    assertEquals(List.of("form.mistake.long"), keys(posted));
    assertTrue(
        posted
            .graph()
            .contains(
                NodeFactory.createURI(D),
                DCTerms.description.asNode(),
                NodeFactory.createLiteralLang(typed, "ja")));
  }

  @Test
  void read_formWithoutItsEnd_isRefused() {
    Map<String, String> cut = Browser.post(form.fill(graph, D, Language.JA));
    cut.remove(DescriptionForm.END);
    assertThrows(Problem.class, () -> form.read(graph, D, new FormFields(cut)));
  }

  @Test
  void read_charactersThatNoGraphHolds_areLeftOut() {
    Change change = change(post(Map.of("d.dct-identifier.0", "a\u0000b\uD800c\uFFFE")).graph());
    assertEquals(triples("<datasets/d> dct:identifier \"abc\" ."), change.come());
  }

  /** A description that two pages speak of is no reason to lose what neither shows. */
  @Test
  void read_everyEdit_keepsWhatNoFieldShows() {
    Graph after =
        post(Map.of(
                "d.dct-title.0.ja",
                "別の題名",
                "d.dct-publisher." + key("publishers/p") + ".foaf-name.0.ja",
                "別の団体"))
            .graph();
    for (String kept :
        List.of(
            "<datasets/d> city:unknown \"kept\" .",
            "<datasets/d#csv> rdfs:comment \"kept, too\" .",
            "<publishers/p> rdfs:seeAlso <publishers/p2> .")) {
      assertTrue(triples(kept).stream().allMatch(after::contains), kept);
    }
    assertTrue(
        triples("<publishers/p> foaf:name \"別の団体\"@ja .").stream().allMatch(after::contains));
  }

  private static String key(String path) {
    return new ThingKeys(NodeFactory.createURI(D))
        .key(NodeFactory.createURI(Descriptions.BASE + path));
  }

  @Test
  void fill_fiftyDistributionsAndLongTexts_areAllShown() {
    Graph large = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(large, Descriptions.read(Path.of("../samples/datasets/parks/dataset.ttl")));
    String dataset = Descriptions.dataset(large);
    Node node = NodeFactory.createURI(dataset);
    String text = "長い説明です。".repeat(1_430);
    large.add(node, DCTerms.description.asNode(), NodeFactory.createLiteralLang(text, "ja"));
    for (int i = 0; i < 50; i++) {
      Node file = NodeFactory.createURI(dataset + "#file-" + i);
      large.add(node, DCAT.distribution.asNode(), file);
      large.add(file, DCTerms.title.asNode(), NodeFactory.createLiteralLang("表" + i, "ja"));
    }
    FilledForm filled = form.fill(large, dataset, Language.JA);
    assertEquals(51, field(filled, "dcat-distribution").things().size());
    assertTrue(field(filled, "dct-description").boxes().anyMatch(box -> box.text().equals(text)));
    assertTrue(
        form.read(large, dataset, Descriptions.untouched(filled)).graph().isIsomorphicWith(large));
  }

  private static FilledField field(FilledForm filled, String name) {
    return filled
        .dataset()
        .fields()
        .filter(field -> field.field().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
