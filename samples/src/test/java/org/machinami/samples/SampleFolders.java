package org.machinami.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** Where the bundled city lies, for tests. */
final class SampleFolders {

  static final String BASE = "http://city.example/";

  private static final Path HOME = Path.of(System.getProperty("machinami.home"), "samples");

  private SampleFolders() {}

  static Path datasets() {
    return HOME.resolve("datasets");
  }

  static Path file(String path) {
    return datasets().resolve(path);
  }

  /** The dataset folders in the order of their ids. */
  static List<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(datasets())) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The example queries in the order of their numbers. */
  static List<Path> queries() throws IOException {
    try (Stream<Path> entries = Files.list(HOME.resolve("queries"))) {
      return entries.filter(path -> path.toString().endsWith(".rq")).sorted().toList();
    }
  }

  static Model description(Path folder) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.source(folder.resolve("dataset.ttl")).lang(Lang.TURTLE).base(BASE).parse(model);
    return model;
  }
}
