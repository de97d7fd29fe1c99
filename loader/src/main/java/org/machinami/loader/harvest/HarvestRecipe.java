package org.machinami.loader.harvest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
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
 * @param kind what the source speaks
 * @param address of the source; of a dump its name, relative to the folder of the downloaded files
 * @param sector public, utility or private; that of every dataset of the source
 * @param limit share of the datasets of the last harvest, 0 to 1, that one run may change or delete
 * @param lossLimit share of them that may lose a property that describes them
 * @param language tag of texts that have none; may be empty
 * @param rows records that are asked for at once
 * @param requestsPerSecond most requests a second
 * @param pages most documents of one run
 * @param full how often all is read, and not only what changed
 * @param schedule when it is harvested: a cron expression, if any
 * @param jitter a scheduled run begins later by up to this time
 * @param credential that the source wants to see, if any
 * @param moved two beginnings of IRIs, where the source has moved: what it was and what it is
 */
public record HarvestRecipe(
    Path folder,
    SourceKind kind,
    String address,
    String sector,
    double limit,
    double lossLimit,
    String language,
    int rows,
    double requestsPerSecond,
    int pages,
    Duration full,
    Optional<String> schedule,
    Duration jitter,
    Optional<Credential> credential,
    Optional<Moved> moved) {
  /** Marks a folder as such a recipe. */
  public static final String FILE = "harvest.properties";

  private static final String DUMP = "dump";
  private static final Set<String> KEYS =
      Set.of(
          "credential",
          "credential-header",
          "credential-scheme",
          DUMP,
          "full-days",
          "jitter-minutes",
          "kind",
          "language",
          "limit",
          "loss-limit",
          "moved",
          "pages",
          "requests-per-second",
          "rows",
          "schedule",
          "sector",
          "url");
  private static final Set<String> SECTORS = Set.of("public", "utility", "private");
  private static final String USUAL_LIMIT = "0.2";
  private static final String USUAL_LOSS_LIMIT = "0.05";

  /** The IRIs of a source that has moved: both beginnings. */
  record Moved(String from, String to) {
    Moved {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }

    /** The IRI as it was. */
    String before(String iri) {
      return iri.startsWith(to) ? from + iri.substring(to.length()) : iri;
    }
  }

  public HarvestRecipe {
    Path file = folder.resolve(FILE);
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(moved, "moved");
    if (kind == SourceKind.DUMP) {
      Path path = Path.of(address).normalize();
      if (address.isBlank() || path.isAbsolute() || path.startsWith("..")) {
        throw new LoadException(Fault.FOLDER, "harvest.dump", file, address);
      }
    } else if (!address.matches("https?://[^\\s/@]+(/\\S*)?")) {
      throw new LoadException(Fault.FOLDER, "harvest.url", file, address);
    }
    if (!SECTORS.contains(sector)) {
      throw new LoadException(Fault.FOLDER, "harvest.sector", file, sector);
    }
    requireShare(file, "limit", limit);
    requireShare(file, "loss-limit", lossLimit);
    if (!language.matches("([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?")) {
      throw new LoadException(Fault.FOLDER, "harvest.setting", file, "language", language);
    }
    requireWithin(file, "rows", rows, 1, 10_000);
    requireWithin(file, "requests-per-second", requestsPerSecond, 0.01, 1_000);
    requireWithin(file, "pages", pages, 1, 1_000_000);
    requireWithin(file, "full-days", (double) full.toDays(), 0, 3_650);
    requireWithin(file, "jitter-minutes", (double) jitter.toMinutes(), 0, 1_440);
  }

  private static void requireShare(Path file, String key, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new LoadException(Fault.FOLDER, "harvest.limit", file, key, value);
    }
  }

  private static void requireWithin(
      Path file, String key, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new LoadException(Fault.FOLDER, "harvest.setting", file, key, value);
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
    Settings settings = new Settings(folder.resolve(FILE));
    String dump = settings.text(DUMP, "");
    String kind =
        settings.text("kind", settings.text("url", "").isEmpty() ? SourceKind.DUMP.id() : "");
    return new HarvestRecipe(
        folder,
        SourceKind.find(kind)
            .orElseThrow(
                () ->
                    new LoadException(
                        Fault.FOLDER,
                        "harvest.kind",
                        folder.resolve(FILE),
                        kind,
                        String.join(
                            ", ",
                            Arrays.stream(SourceKind.values()).map(SourceKind::id).toList()))),
        dump.isEmpty() ? settings.text("url", "") : dump,
        settings.text("sector", ""),
        settings.number("limit", USUAL_LIMIT),
        settings.number("loss-limit", USUAL_LOSS_LIMIT),
        settings.text("language", ""),
        (int) settings.number("rows", "1000"),
        settings.number("requests-per-second", "2"),
        (int) settings.number("pages", "20000"),
        Duration.ofDays((long) settings.number("full-days", "7")),
        Optional.of(settings.text("schedule", "")).filter(text -> !text.isEmpty()),
        Duration.ofMinutes((long) settings.number("jitter-minutes", "10")),
        settings.credential(),
        settings.moved());
  }

  /** What decides about how records are read: another text, and all of them are read anew. */
  String stamp() {
    return String.join(" ", kind.id(), address, sector, language, moved.toString());
  }

  private static final class Settings {
    private final Path file;
    private final Properties properties;

    Settings(Path file) {
      this.file = file;
      this.properties = KnownKeys.read(file, KEYS);
    }

    String text(String key, String preset) {
      return properties.getProperty(key, preset).strip();
    }

    double number(String key, String preset) {
      String text = text(key, preset);
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new LoadException(
            Fault.FOLDER,
            e,
            key.endsWith("limit") ? "harvest.limit" : "harvest.setting",
            file,
            key,
            text);
      }
    }

    Optional<Credential> credential() {
      return Credential.read(file, properties);
    }

    Optional<Moved> moved() {
      String text = text("moved", "");
      if (text.isEmpty()) {
        return Optional.empty();
      }
      String[] ends = text.split("\\s+", -1);
      if (ends.length != 2) {
        throw new LoadException(Fault.FOLDER, "harvest.setting", file, "moved", text);
      }
      return Optional.of(new Moved(ends[0], ends[1]));
    }
  }
}
