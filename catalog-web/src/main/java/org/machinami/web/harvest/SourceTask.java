package org.machinami.web.harvest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.machinami.loader.KnownKeys;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.harvest.HarvestRecipe;

/** What an operator wants to have done again and again. */
sealed interface SourceTask {
  /** When: a cron expression, if any. */
  Optional<String> schedule();

  /** A scheduled run begins later by up to this time. */
  Duration jitter();

  /** The last part of the key of what people read. */
  String kind();

  /** Where it comes from; may be empty. */
  String address();

  /** Whether a folder says what is to be done. */
  static boolean isIn(Path folder) {
    return HarvestRecipe.isIn(folder) || Files.isRegularFile(folder.resolve(Folder.FILE));
  }

  /**
   * Reads what a folder says.
   *
   * @throws LoadException when that cannot be read, has an unknown key or a wrong value
   */
  static SourceTask read(Path folder) {
    return HarvestRecipe.isIn(folder)
        ? new Catalogue(HarvestRecipe.read(folder))
        : Folder.read(folder);
  }

  /** Another catalogue is harvested. */
  record Catalogue(HarvestRecipe recipe) implements SourceTask {
    public Catalogue {
      Objects.requireNonNull(recipe, "recipe");
    }

    @Override
    public Optional<String> schedule() {
      return recipe.schedule();
    }

    @Override
    public Duration jitter() {
      return recipe.jitter();
    }

    @Override
    public String kind() {
      return recipe.kind().id();
    }

    @Override
    public String address() {
      return recipe.address();
    }
  }

  /** The folder of a dataset is loaded: an API is asked again, files that somebody puts there. */
  record Folder(Path folder, Optional<String> schedule, Duration jitter) implements SourceTask {
    static final String FILE = "load.properties";
    private static final Set<String> KEYS = Set.of("schedule", "jitter-minutes");
    private static final String USUAL_JITTER = "10";
    private static final long LONGEST_JITTER = 1_440;

    public Folder {
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(schedule, "schedule");
      Objects.requireNonNull(jitter, "jitter");
    }

    private static Folder read(Path folder) {
      Path file = folder.resolve(FILE);
      Properties said = KnownKeys.read(file, KEYS);
      String minutes = said.getProperty("jitter-minutes", USUAL_JITTER).strip();
      if (!minutes.matches("\\d{1,4}") || Long.parseLong(minutes) > LONGEST_JITTER) {
        throw new LoadException(Fault.FOLDER, "harvest.setting", file, "jitter-minutes", minutes);
      }
      return new Folder(
          folder,
          Optional.of(said.getProperty("schedule", "").strip()).filter(text -> !text.isEmpty()),
          Duration.ofMinutes(Long.parseLong(minutes)));
    }

    @Override
    public String kind() {
      return "folder";
    }

    @Override
    public String address() {
      return String.valueOf(folder.getFileName());
    }
  }
}
