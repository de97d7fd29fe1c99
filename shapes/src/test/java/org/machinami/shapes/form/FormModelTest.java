package org.machinami.shapes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.MetadataValidator;

/** The form is what the shapes say. */
class FormModelTest {
  private static final String PREFIXES =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://city.example/>
      """;

  private final FormModel model = FormModel.bundled();

  @ParameterizedTest
  @CsvSource({
    "DatasetForm, dct-title, MANDATORY, false, TEXT_PAIR",
    "DatasetForm, dct-description, MANDATORY, false, LONG_TEXT_PAIR",
    "DatasetForm, dcat-keyword, RECOMMENDED, false, LINES",
    "DatasetForm, dct-identifier, OPTIONAL, false, TEXT",
    "DatasetForm, city-sector, RECOMMENDED, true, CHOICE",
    "DatasetForm, dcat-theme, RECOMMENDED, false, LOOKUP",
    "DatasetForm, city-personalDataStage, RECOMMENDED, true, CHOICE",
    "DatasetForm, dct-publisher, RECOMMENDED, true, THING",
    "DatasetForm, dcat-contactPoint, RECOMMENDED, false, THING",
    "DatasetForm, dct-license, OPTIONAL, true, LOOKUP",
    "DatasetForm, dct-accessRights, OPTIONAL, true, CHOICE",
    "DatasetForm, dct-accrualPeriodicity, RECOMMENDED, true, CHOICE",
    "DatasetForm, dct-spatial, RECOMMENDED, false, LOOKUP",
    "DatasetForm, dct-temporal, RECOMMENDED, false, THING",
    "DatasetForm, dct-issued, OPTIONAL, true, DATE",
    "DatasetForm, dcat-distribution, RECOMMENDED, false, THING",
    "DatasetForm, dcat-landingPage, OPTIONAL, false, IRI",
    "DatasetForm, city-synthetic, OPTIONAL, true, YES_NO",
    "DistributionForm, dcat-accessURL, MANDATORY, false, IRI",
    "DistributionForm, dct-license, RECOMMENDED, true, LOOKUP",
    "DistributionForm, dcat-mediaType, RECOMMENDED, true, LOOKUP",
    "DistributionForm, dct-format, RECOMMENDED, false, LOOKUP",
    "DistributionForm, dcat-byteSize, OPTIONAL, true, NUMBER",
    "ChecksumForm, spdx-algorithm, MANDATORY, true, CHOICE",
    "AgentForm, foaf-name, MANDATORY, false, TEXT_PAIR",
    "ContactForm, vcard-hasEmail, RECOMMENDED, false, EMAIL",
    "ContactForm, vcard-hasTelephone, RECOMMENDED, false, TELEPHONE",
    "PeriodForm, dcat-startDate, OPTIONAL, true, DATE",
  })
  void field_isWhatTheShapesSay(
      String form, String name, Requirement requirement, boolean single, Control control) {
    Field field = model.require(form).field(name).orElseThrow();
    assertEquals(requirement, field.requirement());
    assertEquals(single, field.single());
    assertEquals(control, field.control());
  }

  @Test
  void sectionsAndFields_standMostWantedFirst() {
    for (Section section : model.dataset().sections()) {
      List<Requirement> requirements = section.fields().stream().map(Field::requirement).toList();
      assertEquals(requirements.stream().sorted().toList(), requirements, section.name());
    }
    assertEquals("group-basics", model.dataset().sections().get(0).name());
    assertEquals("dct-title", model.dataset().fields().findFirst().orElseThrow().name());
    assertEquals("group-more", model.dataset().sections().get(6).name());
  }

  @Test
  void everyField_hasNameAndHelpInBothLanguages() {
    List<String> wrong = new ArrayList<>();
    for (String form : forms()) {
      model
          .require(form)
          .fields()
          .filter(
              field ->
                  List.of(
                          field.label().ja(),
                          field.label().en(),
                          field.help().ja(),
                          field.help().en())
                      .contains(""))
          .forEach(field -> wrong.add(form + " " + field.name()));
    }
    assertEquals(List.of(), wrong);
  }

  private static Set<String> forms() {
    return Set.of(
        "DatasetForm",
        "DistributionForm",
        "ChecksumForm",
        "AgentForm",
        "ContactForm",
        "PeriodForm",
        "ProvenanceForm");
  }

  /** Findings that would have no field to stand beside, but for those that are of no property. */
  @Test
  void everyPropertyShapeOfADataset_hasAField() {
    Set<String> covered = new TreeSet<>();
    forms().forEach(form -> model.require(form).fields().forEach(f -> covered.addAll(f.shapes())));
    Set<String> missing = new TreeSet<>();
    Graph shapes = MetadataValidator.bundled().shapes();
    shapes
        .find(Node.ANY, SHACL.path, Node.ANY)
        .filterKeep(triple -> triple.getSubject().isURI())
        .forEach(triple -> missing.add(triple.getSubject().getURI()));
    missing.removeAll(covered);
    missing.removeIf(shape -> shape.matches(".*#(Catalogue|DataService|Identifier).*"));
    assertEquals(Set.of("https://machinami.org/vocab/shapes#DatasetDeclared"), missing);
  }

  @Test
  void choices_areTheListsWithLabels_inTheirOrder() {
    Field frequency = model.dataset().field("dct-accrualPeriodicity").orElseThrow();
    assertEquals(39, frequency.choices().size());
    Field theme = model.dataset().field("dcat-theme").orElseThrow();
    assertEquals("移動", theme.choices().get(0).label().ja());
    assertEquals(24, theme.choices().size());
    Field licence = model.dataset().field("dct-license").orElseThrow();
    assertEquals("CC-BY-4.0", licence.choices().get(0).notation());
  }

  @Test
  void datatypes_areThoseOfTheShapes_theUsualOneFirst() {
    assertEquals(
        List.of(
            XSD.date.getURI(), XSD.dateTime.getURI(), XSD.gYearMonth.getURI(), XSD.gYear.getURI()),
        model.dataset().field("dct-issued").orElseThrow().datatypes());
    assertEquals(
        XSD.nonNegativeInteger.getURI(),
        model.require("DistributionForm").field("dcat-byteSize").orElseThrow().datatypes().get(0));
  }

  /** Nothing of it stands in the program: other shapes give another form. */
  @Test
  void of_otherShapes_givesAnotherForm() {
    FormModel other =
        FormModel.of(
            parse(
                """
                <#DatasetForm> a sh:NodeShape ; sh:targetClass dcat:Dataset ;
                  rdfs:label "d"@ja , "d"@en ;
                  sh:property [ sh:path dct:issued ; sh:name "い"@ja , "i"@en ] ,
                    [ sh:path dct:title ; sh:name "だ"@ja , "t"@en ] .
                """),
            parse(
                """
                <#D> a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property <#T> , <#I> .
                <#T> sh:path dct:title ; sh:maxCount 1 .
                <#I> sh:path dct:issued ; sh:minCount 1 ; sh:datatype xsd:date .
                """),
            Vocabularies.union());
    List<Field> fields = other.dataset().fields().toList();
    assertEquals(List.of("dct-issued", "dct-title"), fields.stream().map(Field::name).toList());
    assertEquals(Requirement.MANDATORY, fields.get(0).requirement());
    assertEquals(Control.DATE, fields.get(0).control());
    assertTrue(fields.get(1).single());
    assertFalse(fields.get(0).single());
    assertEquals(DCTerms.issued.asNode(), fields.get(0).property());
    assertEquals(DCAT.Dataset.asNode(), other.dataset().type());
  }

  @Test
  void of_formThatNestsNone_isRefused() {
    Graph forms =
        parse(
            """
            <#DatasetForm> a sh:NodeShape ; sh:targetClass dcat:Dataset ;
              sh:property [ sh:path dct:publisher ; sh:node <#NoForm> ] .
            """);
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> FormModel.of(forms, parse(""), Vocabularies.union()));
    assertTrue(refused.getMessage().contains("NoForm"), refused.getMessage());
  }

  private static Graph parse(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
  }
}
