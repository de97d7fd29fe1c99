package org.machinami.web.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The example queries that the build took from samples/queries, in order of their file names. */
final class ExampleQueries {
  private static final String FOLDER = "examples/";
  private static final String END = ".rq";

  private ExampleQueries() {}

  static List<ExampleQuery> read() {
    URL folder = ExampleQueries.class.getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("No folder " + FOLDER + " beside " + ExampleQueries.class);
    }
    try {
      if (!folder.getProtocol().equals("jar")) {
        return readFolder(Path.of(folder.toURI()));
      }
      String[] parts = folder.toString().split("!", 2);
      try (FileSystem jar = FileSystems.newFileSystem(URI.create(parts[0]), Map.of())) {
        return readFolder(jar.getPath(parts[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + folder, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Class path entry " + folder, e);
    }
  }

  private static List<ExampleQuery> readFolder(Path folder) throws IOException {
    List<ExampleQuery> queries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(END)).sorted().toList()) {
        String name = file.getFileName().toString();
        queries.add(
            ExampleQuery.parse(
                name.substring(0, name.length() - END.length()), Files.readString(file)));
      }
    }
    return List.copyOf(queries);
  }
}
