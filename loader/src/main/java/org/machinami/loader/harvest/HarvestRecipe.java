package org.machinami.loader.harvest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.machinami.loader.KnownKeys;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * How a foreign catalogue is harvested: a folder with {@code dataset.ttl} (the catalogue itself as
 * a dataset of ours: title, publisher, licence) and {@code harvest.properties}.
 *
 * @param folder the folder
 * @param dump name of the dump, relative to the folder of the downloaded files
 * @param sector public, utility or private; that of every dataset of the source
 * @param limit share of the datasets of the last harvest, 0 to 1, that one run may change or delete
 */
public record HarvestRecipe(Path folder, String dump, String sector, double limit) {
  /** Marks a folder as such a recipe. */
  public static final String FILE = "harvest.properties";

  private static final String DUMP = "dump";
  private static final String SECTOR = "sector";
  private static final String LIMIT = "limit";
  private static final Set<String> KEYS = Set.of(DUMP, LIMIT, SECTOR);
  private static final Set<String> SECTORS = Set.of("public", "utility", "private");
  private static final String USUAL_LIMIT = "0.2";

  public HarvestRecipe {
    Path file = folder.resolve(FILE);
    Path path = Path.of(dump).normalize();
    if (dump.isBlank() || path.isAbsolute() || path.startsWith("..")) {
      throw new LoadException(Fault.FOLDER, "harvest.dump", file, dump);
    }
    if (!SECTORS.contains(sector)) {
      throw new LoadException(Fault.FOLDER, "harvest.sector", file, sector);
    }
    if (!(limit >= 0 && limit <= 1)) {
      throw new LoadException(Fault.FOLDER, "harvest.limit", file, limit);
    }
  }

  /** Whether a folder is such a recipe. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /**
   * Reads a recipe.
   *
   * @throws LoadException when the file cannot be read, has an unknown key or a wrong value
   */
  public static HarvestRecipe read(Path folder) {
    Path file = folder.resolve(FILE);
    Properties properties = KnownKeys.read(file, KEYS);
    return new HarvestRecipe(
        folder,
        properties.getProperty(DUMP, "").strip(),
        properties.getProperty(SECTOR, "").strip(),
        number(file, properties.getProperty(LIMIT, USUAL_LIMIT).strip()));
  }

  private static double number(Path file, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new LoadException(Fault.FOLDER, e, "harvest.limit", file, text);
    }
  }
}
