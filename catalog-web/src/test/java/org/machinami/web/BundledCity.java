package org.machinami.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.shapes.MetadataValidator;

/** Loads datasets of the bundled city into a server of pages. */
final class BundledCity {
  private static final Path FOLDER =
      Path.of(System.getProperty("machinami.home"), "samples", "datasets");

  private BundledCity() {}

  /** The names of its datasets. */
  static List<String> names() throws Exception {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  static void load(PagesServer pages, List<String> names) {
    Loader loader = new Loader(pages.store(), MetadataValidator.bundled(), Progress.none());
    for (String name : names) {
      loader.load(
          Recipe.read(FOLDER.resolve(name)), Optional.empty(), new LoadOptions(false, "test"));
    }
    pages.catchUp();
  }
}
