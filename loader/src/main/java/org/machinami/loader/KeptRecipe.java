package org.machinami.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.loader.LoadException.Fault;
import org.machinami.ontology.Iris;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/**
 * What a dataset is made with besides its sources: mappings and settings. Kept in the ledger beside
 * it, so that whoever changes the description can have all of it judged anew.
 */
final class KeptRecipe {
  private KeptRecipe() {}

  /** Writes mappings and settings of a folder; their versions by the names that they have. */
  static Map<String, Hash> keep(Store store, DatasetFolder folder, String dataset) {
    List<Path> files = new ArrayList<>(folder.mappings());
    Path settings = folder.path().resolve(RecipeProperties.FILE);
    if (Files.isRegularFile(settings)) {
      files.add(settings);
    }
    Iris iris = new Iris(store.base());
    Map<String, Hash> kept = new LinkedHashMap<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        kept.put(iris.recipe(dataset, file.getFileName().toString()), store.writeFile(in));
      } catch (IOException e) {
        throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
      }
    }
    return kept;
  }
}
