package org.machinami.web.steward.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.PolicyVersion;
import org.machinami.web.language.Language;

/** Each finding stands beside the field that is to blame. */
final class FormFindingsTest {
  private static final String D = Descriptions.DATASET;

  private final DescriptionForm form = Descriptions.form();

  private FormFindings findings(String turtle) {
    Graph graph = Descriptions.parse(turtle);
    FilledForm filled = form.fill(graph, D, Language.JA);
    return FormFindings.of(
        filled, MetadataValidator.bundled().validate(graph, D), Policy.current());
  }

  private static List<String> shapes(FormFindings findings, String field) {
    return findings.beside(field).stream()
        .map(finding -> finding.violation().shape().replaceFirst("^.*#", ""))
        .sorted()
        .toList();
  }

  @Test
  void of_faults_standBesideTheirFields() {
    FormFindings findings =
        findings(
            """
            <datasets/d> a dcat:Dataset ; dct:title "題"@ja ; dct:issued "昨日" ;
              dcat:landingPage "javascript:alert(1)"^^xsd:anyURI ;
              dcat:distribution <datasets/d#a> , <datasets/d#b> .
            <datasets/d#a> a dcat:Distribution ; dcat:accessURL <https://a.example/> .
            <datasets/d#b> a dcat:Distribution ; dct:title "二つめ"@ja ; dcat:byteSize "many" .
            """);
    assertEquals(List.of("DatasetTitleEnglish"), shapes(findings, "d.dct-title"));
    assertEquals(
        List.of("DatasetDescription", "DatasetDescriptionEnglish", "DatasetDescriptionJapanese"),
        shapes(findings, "d.dct-description"));
    assertEquals(List.of("DatasetIssued"), shapes(findings, "d.dct-issued"));
    assertEquals(List.of("SafeIri"), shapes(findings, "d.dcat-landingPage"));
    assertEquals(
        List.of("DatasetPublisher", "DatasetPublisherNamed"), shapes(findings, "d.dct-publisher"));
    assertEquals(
        List.of("DistributionAccessURL"),
        shapes(findings, "d.dcat-distribution.o-b.dcat-accessURL"));
    assertEquals(
        List.of("DistributionFormat"), shapes(findings, "d.dcat-distribution.o-a.dcat-mediaType"));
    assertEquals(List.of(), findings.apart());
    FieldFinding size = findings.beside("d.dcat-distribution.o-b.dcat-byteSize").get(0);
    assertEquals("d.dcat-distribution.o-b.dcat-byteSize.0", size.target());
    assertEquals("二つめ", size.thing());
  }

  @Test
  void of_faultsInWhatNoFieldShows_standApart() {
    FormFindings findings =
        findings(
            """
            <datasets/d> a dcat:Dataset ; rdfs:seeAlso <datasets/d#s> .
            <datasets/d#s> a dcat:DataService .
            """);
    assertEquals(
        2,
        findings.apart().stream()
            .filter(f -> f.violation().shape().contains("DataService"))
            .count());
    assertTrue(findings.apart().stream().allMatch(f -> f.target().isEmpty()));
  }

  @Test
  void first_isWhatStopsByClause_thenWarningsOfMostPlaces() {
    FormFindings findings =
        findings(
            """
            <datasets/d> a dcat:Dataset ; city:sector <x> ;
              dcat:distribution <datasets/d#a> , <datasets/d#b> , <datasets/d#c> .
            <datasets/d#a> a dcat:Distribution . <datasets/d#b> a dcat:Distribution .
            <datasets/d#c> a dcat:Distribution .
            """);
    List<FirstFix> first = findings.first();
    List<String> grave =
        first.stream()
            .filter(fix -> fix.finding().isGrave())
            .map(fix -> fix.finding().clause().orElseThrow())
            .toList();
    assertEquals(grave.stream().sorted().toList(), grave);
    assertTrue(grave.size() >= 4, grave.toString());
    assertTrue(first.subList(0, grave.size()).stream().allMatch(f -> f.finding().isGrave()));
    List<Integer> places = first.stream().skip(grave.size()).map(FirstFix::places).toList();
    assertEquals(3, places.get(0));
    assertEquals(places.stream().sorted(java.util.Comparator.reverseOrder()).toList(), places);
  }

  @Test
  void clause_isThatOfTheVersionThatJudges() {
    Graph draft =
        RDFParser.fromString(
                """
                PREFIX eli: <http://data.europa.eu/eli/ontology#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                <policy/2> eli:amends <policy/1> ; eli:version "2" ;
                  eli:first_date_entry_in_force "2027-04-01"^^xsd:date .
                <policy/2/clauses/2.2> eli:number "2.20" .
                """,
                Lang.TURTLE)
            .base(Descriptions.BASE)
            .toGraph();
    PolicyVersion second =
        PolicyVersion.draft(draft, PolicyVersion.bundled(Descriptions.BASE), Descriptions.BASE);
    Graph graph = Descriptions.parse("<datasets/d> a dcat:Dataset .");
    FormFindings findings =
        FormFindings.of(
            form.fill(graph, D, Language.JA),
            second.validator().validate(graph, D),
            second.policy());
    assertEquals("2.20", findings.beside("d.dct-title").get(0).clause().orElseThrow());
  }

  /** What a form leads to from a finding is there. */
  @Test
  void targets_areBoxesOrFieldsOfTheForm() {
    Graph graph =
        Descriptions.parse(
            "<datasets/d> a dcat:Dataset ; dcat:distribution <x> . <x> a dcat:Distribution .");
    FilledForm filled = form.fill(graph, D, Language.JA);
    Map<String, String> posted = Browser.post(filled);
    FormFindings findings =
        FormFindings.of(filled, MetadataValidator.bundled().validate(graph, D), Policy.current());
    assertFalse(findings.beside().isEmpty());
    findings
        .beside()
        .values()
        .forEach(
            list ->
                list.forEach(
                    finding ->
                        assertTrue(
                            posted.containsKey(finding.target())
                                || finding.target().equals(finding.field()),
                            finding.target())));
  }
}
