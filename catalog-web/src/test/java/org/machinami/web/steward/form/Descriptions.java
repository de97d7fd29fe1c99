package org.machinami.web.steward.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.gate.Skolem;
import org.machinami.shapes.form.FormModel;
import org.machinami.store.search.PublisherTree;
import org.machinami.web.language.Language;
import org.machinami.web.rdf.Labels;

/** Descriptions that the tests fill forms from. */
final class Descriptions {
  static final String BASE = "https://city.example/";
  static final String DATASET = BASE + "datasets/d";
  static final Labels LABELS = Labels.read(BASE);

  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX spdx: <http://spdx.org/rdf/terms#>
      PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://city.example/>
      """;

  private Descriptions() {}

  static Graph parse(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).checking(false).toGraph();
  }

  /** The descriptions of the bundled city and of the recipes, by file. */
  static List<Path> bundled() {
    try (Stream<Path> samples = Files.walk(Path.of("../samples/datasets"));
        Stream<Path> recipes = Files.walk(Path.of("../recipes"))) {
      return Stream.concat(samples, recipes)
          .filter(file -> file.endsWith("dataset.ttl"))
          .filter(file -> !file.toString().contains("target"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the gate lets it in: without blank nodes. */
  static Graph read(Path file) {
    Graph graph = RDFParser.source(file).lang(Lang.TURTLE).base(BASE).toGraph();
    return new Skolem(BASE, "test").apply(graph);
  }

  static String dataset(Graph graph) {
    return graph
        .find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
        .next()
        .getSubject()
        .getURI();
  }

  static DescriptionForm form(PublisherTree publishers) {
    return new DescriptionForm(FormModel.bundled(), LABELS, () -> publishers, BASE);
  }

  /** The form of a catalogue without publishers. */
  static DescriptionForm form() {
    return form(PublisherTree.EMPTY);
  }

  /** What a browser posts when nothing was typed. */
  static FormFields untouched(FilledForm form) {
    return new FormFields(Browser.post(form));
  }

  static FormFields typed(FilledForm form, Map<String, String> typed) {
    Map<String, String> posted = Browser.post(form);
    String end = posted.remove(DescriptionForm.END);
    posted.putAll(typed);
    posted.put(DescriptionForm.END, end);
    return new FormFields(posted);
  }

  static FilledForm fill(Graph graph) {
    return form().fill(graph, dataset(graph), Language.JA);
  }
}
