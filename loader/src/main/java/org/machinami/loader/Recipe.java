package org.machinami.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.machinami.loader.LoadException.Fault;

/**
 * What an operator loads: a dataset folder, or a folder of dataset folders.
 *
 * @param path where it is
 * @param folders paths of the dataset folders, by name
 */
public record Recipe(Path path, List<Path> folders) {

  public Recipe {
    Objects.requireNonNull(path, "path");
    folders = List.copyOf(folders);
  }

  /**
   * Looks for dataset folders.
   *
   * @throws LoadException when there is none
   */
  public static Recipe read(Path path) {
    if (!Files.isDirectory(path)) {
      throw new LoadException(Fault.FOLDER, "recipe.no-folder", path);
    }
    if (DatasetFolder.isOne(path)) {
      return new Recipe(path, List.of(path));
    }
    try (Stream<Path> children = Files.list(path)) {
      List<Path> folders = children.filter(DatasetFolder::isOne).sorted().toList();
      if (folders.isEmpty()) {
        throw new LoadException(Fault.FOLDER, "recipe.no-dataset", path);
      }
      return new Recipe(path, folders);
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", path, e.toString());
    }
  }
}
