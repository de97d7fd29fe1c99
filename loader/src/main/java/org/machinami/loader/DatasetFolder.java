package org.machinami.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.gate.Description;

/**
 * A folder that describes one dataset: {@code dataset.ttl}, mappings ({@code *.rml.ttl}) or RDF
 * ({@code data.*}), settings.
 *
 * @param path the folder
 * @param mappings RML mapping files, by name
 * @param data RDF files, by name
 */
public record DatasetFolder(
    Path path, List<Path> mappings, List<Path> data, RecipeProperties properties) {

  /** What the names of mappings end in. */
  public static final String MAPPING = ".rml.ttl";

  public DatasetFolder {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(properties, "properties");
    mappings = List.copyOf(mappings);
    data = List.copyOf(data);
  }

  /** Whether a folder describes a dataset. */
  static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(Description.FILE));
  }

  /**
   * Looks into a folder.
   *
   * @throws LoadException when it has neither a mapping nor RDF and names no standard, or has wrong
   *     settings
   */
  static DatasetFolder read(Path folder) {
    List<Path> mappings = list(folder, name -> name.endsWith(MAPPING));
    List<Path> data = list(folder, RdfData::isData);
    RecipeProperties properties = RecipeProperties.read(folder);
    if (mappings.isEmpty() && data.isEmpty() && properties.standard().isEmpty()) {
      throw new LoadException(Fault.FOLDER, "folder.nothing", folder);
    }
    if (!mappings.isEmpty() && properties.standard().isPresent()) {
      throw new LoadException(
          Fault.FOLDER, "recipe.standard-mapping", folder, mappings.get(0).getFileName());
    }
    return new DatasetFolder(folder, mappings, data, properties);
  }

  private static List<Path> list(Path folder, java.util.function.Predicate<String> wanted) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> wanted.test(file.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", folder, e.toString());
    }
  }
}
