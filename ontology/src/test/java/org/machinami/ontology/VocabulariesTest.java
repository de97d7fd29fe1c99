package org.machinami.ontology;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class VocabulariesTest {

  private static final Path FILES = Path.of("src/main/resources/org/machinami/ontology");

  private final Graph union = Vocabularies.union();
  private final Graph city = Vocabularies.find("city").orElseThrow().read();

  @Test
  void all_namesEveryBundledFile() throws IOException {
    Set<String> onDisk = new TreeSet<>();
    try (Stream<Path> files = Files.walk(FILES)) {
      files
          .filter(file -> file.toString().endsWith(".ttl"))
          .forEach(file -> onDisk.add(FILES.relativize(file).toString().replace('\\', '/')));
    }
    Set<String> named = new TreeSet<>();
    Vocabularies.all().forEach(vocabulary -> named.addAll(vocabulary.files()));
    assertEquals(onDisk, named);
  }

  @Test
  void read_holdsNoBlankNodes() {
    assertTrue(union.stream().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()));
  }

  @Test
  void union_everyOwnIriThatIsUsed_isDefined() {
    Set<String> dangling = new TreeSet<>();
    union.stream()
        .flatMap(
            triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
        .filter(node -> node.isURI() && node.getURI().startsWith(Vocabularies.NS))
        .filter(node -> !union.contains(node, RDF.type.asNode(), Node.ANY))
        .forEach(node -> dangling.add(node.getURI()));
    assertEquals(Set.of(), dangling);
  }

  @Test
  void city_everyTerm_hasLabelAndCommentInBothLanguagesAndItsOntology() {
    List<String> missing = new ArrayList<>();
    for (Node term : terms()) {
      for (Property property : List.of(RDFS.label, RDFS.comment)) {
        missing.addAll(missingLanguages(city, term, property));
      }
      if (!city.contains(term, RDFS.isDefinedBy.asNode(), NodeFactory.createURI(City.ONTOLOGY))) {
        missing.add(term + " isDefinedBy");
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void city_everyProperty_hasOneDomainAndOneRange() {
    List<String> wrong = new ArrayList<>();
    for (Node property : subjects(city, RDF.Property.asNode())) {
      for (Property wanted : List.of(RDFS.domain, RDFS.range)) {
        int count = city.find(property, wanted.asNode(), Node.ANY).toList().size();
        if (count != 1) {
          wrong.add(property + " " + wanted.getLocalName() + " " + count);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void city_rangeAndKindOfProperty_agree() {
    for (Node property : subjects(city, OWL2.DatatypeProperty.asNode())) {
      Node range = city.find(property, RDFS.range.asNode(), Node.ANY).next().getObject();
      assertTrue(
          range.getURI().startsWith("http://www.w3.org/2001/XMLSchema#")
              || range.equals(RDF.langString.asNode())
              || range.equals(RDFS.Literal.asNode()),
          property + " " + range);
    }
  }

  @Test
  void city_everyClass_standsUnderAPublishedOne() {
    for (Node type : subjects(city, OWL2.Class.asNode())) {
      Set<Node> above = new HashSet<>();
      climb(type, above);
      assertTrue(
          above.stream().anyMatch(node -> !node.getURI().startsWith(Vocabularies.NS)),
          type + " is aligned with no published class");
    }
  }

  @Test
  void ontology_head_saysTitleDescriptionVersionAndLicence() {
    Node head = NodeFactory.createURI(City.ONTOLOGY);
    assertAll(
        () -> assertEquals(List.of(), missingLanguages(city, head, DCTerms.title)),
        () -> assertEquals(List.of(), missingLanguages(city, head, DCTerms.description)),
        () -> assertTrue(city.contains(head, OWL2.versionInfo.asNode(), Node.ANY)),
        () -> assertTrue(city.contains(head, DCTerms.license.asNode(), Node.ANY)));
  }

  @Test
  void lists_everyScheme_hasTitleAndDescriptionInBothLanguages() {
    List<String> missing = new ArrayList<>();
    for (Vocabulary list : Vocabularies.lists()) {
      Node scheme = NodeFactory.createURI(list.iri());
      Graph graph = list.read();
      assertTrue(
          graph.contains(scheme, RDF.type.asNode(), SKOS.ConceptScheme.asNode()), list.iri());
      missing.addAll(missingLanguages(graph, scheme, DCTerms.title));
      missing.addAll(missingLanguages(graph, scheme, DCTerms.description));
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void lists_everyConcept_hasLabelsNotationPlaceAndScheme() {
    Node position = NodeFactory.createURI("https://schema.org/position");
    for (Vocabulary list : Vocabularies.lists()) {
      Graph graph = list.read();
      Set<Node> concepts = subjects(graph, SKOS.Concept.asNode());
      assertTrue(concepts.size() > 1, list.name());
      Set<String> notations = new HashSet<>();
      Set<Object> places = new HashSet<>();
      for (Node concept : concepts) {
        assertEquals(List.of(), missingLanguages(graph, concept, SKOS.prefLabel));
        assertTrue(
            graph.contains(concept, SKOS.inScheme.asNode(), NodeFactory.createURI(list.iri())));
        notations.add(only(graph, concept, SKOS.notation.asNode()).getLiteralLexicalForm());
        places.add(only(graph, concept, position).getLiteralValue());
      }
      assertEquals(concepts.size(), notations.size(), list.name() + ": notations differ");
      assertEquals(concepts.size(), places.size(), list.name() + ": places differ");
    }
  }

  private void climb(Node type, Set<Node> above) {
    city.find(type, RDFS.subClassOf.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .forEach(
            parent -> {
              if (above.add(parent)) {
                climb(parent, above);
              }
            });
  }

  private Set<Node> terms() {
    Set<Node> terms = subjects(city, OWL2.Class.asNode());
    terms.addAll(subjects(city, RDF.Property.asNode()));
    return terms;
  }

  private static Set<Node> subjects(Graph graph, Node type) {
    Set<Node> found = new HashSet<>();
    graph.find(Node.ANY, RDF.type.asNode(), type).forEachRemaining(t -> found.add(t.getSubject()));
    return found;
  }

  private static Node only(Graph graph, Node subject, Node property) {
    List<Triple> found = graph.find(subject, property, Node.ANY).toList();
    assertEquals(1, found.size(), subject + " " + property);
    return found.get(0).getObject();
  }

  private static List<String> missingLanguages(Graph graph, Node subject, Property property) {
    List<String> missing = new ArrayList<>();
    for (String language : List.of("ja", "en")) {
      boolean there =
          graph
              .find(subject, property.asNode(), Node.ANY)
              .mapWith(Triple::getObject)
              .filterKeep(
                  text ->
                      text.isLiteral()
                          && text.getLiteralLanguage().equals(language)
                          && !text.getLiteralLexicalForm().isBlank())
              .hasNext();
      if (!there) {
        missing.add(subject + " " + property.getLocalName() + " @" + language);
      }
    }
    return missing;
  }
}
