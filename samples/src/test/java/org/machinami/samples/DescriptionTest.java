package org.machinami.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The descriptions of the bundled datasets: complete, in both languages, honest about synthesis.
 */
class DescriptionTest {

  private static final String CITY = "https://machinami.org/vocab/city#";
  private static final String VOCABULARY = "https://machinami.org/vocab/";

  static List<Path> folders() throws IOException {
    return SampleFolders.folders();
  }

  @Test
  void folders_areThirty() throws IOException {
    assertEquals(30, folders().size());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void description_isInJapaneseAndEnglish(Path folder) {
    Resource dataset = dataset(folder);
    for (Property property : List.of(DCTerms.title, DCTerms.description, DCAT.keyword)) {
      assertEquals(Set.of("ja", "en"), languages(dataset, property), property.getURI());
    }
    Resource provenance = dataset.getPropertyResourceValue(DCTerms.provenance);
    assertEquals(Set.of("ja", "en"), languages(provenance, RDFS.label));
    for (RDFNode distribution :
        dataset.listProperties(DCAT.distribution).mapWith(s -> s.getObject()).toList()) {
      assertEquals(Set.of("ja", "en"), languages(distribution.asResource(), DCTerms.title));
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void identifier_isTheNameOfTheFolder(Path folder) {
    assertEquals(
        folder.getFileName().toString(),
        dataset(folder).getProperty(DCTerms.identifier).getString());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void distribution_namesAFileOfTheFolder(Path folder) {
    String files = dataset(folder).getURI() + "/files/";
    dataset(folder)
        .listProperties(DCAT.distribution)
        .forEach(
            statement -> {
              String url =
                  statement.getResource().getPropertyResourceValue(DCAT.downloadURL).getURI();
              assertTrue(url.startsWith(files), url);
              assertTrue(Files.isRegularFile(folder.resolve(url.substring(files.length()))), url);
            });
  }

  @ParameterizedTest
  @MethodSource("folders")
  void synthetic_saysSoInTitleDescriptionAndProvenance(Path folder) {
    Resource dataset = dataset(folder);
    boolean synthetic = dataset.getProperty(property("synthetic")).getBoolean();
    Resource provenance = dataset.getPropertyResourceValue(DCTerms.provenance);
    assertEquals(synthetic, text(dataset, DCTerms.title, "ja").endsWith("（合成データ）"));
    assertEquals(synthetic, text(dataset, DCTerms.title, "en").endsWith("(synthetic)"));
    if (synthetic) {
      String japanese = text(dataset, DCTerms.description, "ja");
      assertTrue(japanese.contains("合成") || japanese.contains("架空"), japanese);
      String english = text(dataset, DCTerms.description, "en");
      assertTrue(
          english.toLowerCase(java.util.Locale.ROOT).matches(".*(synthetic|imagined).*"), english);
      assertTrue(text(provenance, RDFS.label, "ja").contains("合成しました"));
      assertTrue(text(provenance, RDFS.label, "en").contains("Nothing here was measured"));
    }
  }

  @Test
  void fieldsAndSectors_areAllCovered() throws IOException {
    Set<String> fields = new TreeSet<>();
    Set<String> sectors = new TreeSet<>();
    for (Path folder : folders()) {
      dataset(folder)
          .listProperties(DCAT.theme)
          .forEach(
              s -> fields.add(s.getResource().getURI().replace(VOCABULARY + "service-field/", "")));
      dataset(folder)
          .listProperties(property("sector"))
          .forEach(s -> sectors.add(s.getResource().getURI().replace(VOCABULARY + "sector/", "")));
    }
    assertEquals(Set.of("public", "utility", "private"), sectors);
    assertEquals(
        Set.of(
            "mobility",
            "cashless",
            "wellness",
            "environment-energy",
            "open-digital-government",
            "barrier-free",
            "education",
            "tourism",
            "finance",
            "cross-cutting"),
        fields);
  }

  @Test
  void wholeCity_isSmall() throws IOException {
    try (Stream<Path> files = Files.walk(SampleFolders.datasets())) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
      assertTrue(bytes < 5_000_000, bytes + " bytes");
    }
  }

  private static Resource dataset(Path folder) {
    Model model = SampleFolders.description(folder);
    return model.getResource(SampleFolders.BASE + "datasets/" + folder.getFileName());
  }

  private static Property property(String name) {
    return org.apache.jena.rdf.model.ResourceFactory.createProperty(CITY, name);
  }

  private static Set<String> languages(Resource resource, Property property) {
    Set<String> languages = new TreeSet<>();
    resource.listProperties(property).forEach(s -> languages.add(s.getLanguage()));
    return languages;
  }

  private static String text(Resource resource, Property property, String language) {
    return resource
        .listProperties(property, language)
        .mapWith(s -> s.getObject().asLiteral())
        .mapWith(Literal::getString)
        .next();
  }
}
