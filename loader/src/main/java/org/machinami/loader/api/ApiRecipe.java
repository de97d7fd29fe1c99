package org.machinami.loader.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.machinami.loader.KnownKeys;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.harvest.Credential;
import org.machinami.loader.source.JsonPaths;

/**
 * How a JSON API is read: a file {@code NAME.api} of properties in a dataset folder.
 *
 * @param file the file
 * @param address of the first page
 * @param records names that lead to the list of records in each page; empty: the page is the list
 * @param next JSONPath of what follows, where the document says it; else empty
 * @param parameter of the address that says which page; else empty
 * @param first number of the first page
 * @param total JSONPath of the number of all records; empty where the API does not say it
 * @param pages most pages
 * @param requestsPerSecond most requests a second
 * @param limit share of the records of the last time, 0 to 1, that may be missing
 * @param decidedByFirst whether all pages are as they were when the first is
 * @param credential that the API wants to see, if any
 */
record ApiRecipe(
    Path file,
    URI address,
    Paging paging,
    List<String> records,
    String next,
    String parameter,
    int first,
    String total,
    int pages,
    double requestsPerSecond,
    double limit,
    boolean decidedByFirst,
    Optional<Credential> credential) {
  /** How the names of such files end. */
  static final String SUFFIX = ".api";

  private static final String EACH = "each";
  private static final String FIRST = "first";

  ApiRecipe {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(credential, "credential");
    records = List.copyOf(records);
    if (paging.readsNext() == next.isEmpty()) {
      throw wrong(file, "next", next);
    }
    if (paging.hasParameter() == parameter.isEmpty()) {
      throw wrong(file, "parameter", parameter);
    }
    requireWithin(file, "pages", pages, 1, 100_000);
    requireWithin(file, "requests-per-second", requestsPerSecond, 0.01, 1_000);
    requireWithin(file, "first", first, 0, 1_000_000);
    if (!(limit >= 0 && limit <= 1)) {
      throw new LoadException(Fault.FOLDER, "harvest.limit", file, "limit", limit);
    }
  }

  private static void requireWithin(
      Path file, String key, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw wrong(file, key, value);
    }
  }

  private static LoadException wrong(Path file, String key, Object value) {
    return new LoadException(Fault.FOLDER, "harvest.setting", file, key, value);
  }

  /**
   * Reads one.
   *
   * @throws LoadException when it cannot be read, has an unknown key or a wrong value
   */
  static ApiRecipe read(Path file) {
    Settings settings = new Settings(file);
    String paging = settings.text("paging", Paging.NONE.id());
    String unchanged = settings.text("unchanged", EACH);
    if (!unchanged.equals(EACH) && !unchanged.equals(FIRST)) {
      throw wrong(file, "unchanged", unchanged);
    }
    String records = settings.text("records", "$");
    return new ApiRecipe(
        file,
        settings.address(),
        Paging.find(paging)
            .orElseThrow(
                () ->
                    new LoadException(
                        Fault.FOLDER, "api.paging", file, paging, String.join(", ", Paging.ids()))),
        JsonPaths.members(records).orElseThrow(() -> wrong(file, "records", records)),
        settings.path("next"),
        settings.text("parameter", ""),
        (int) settings.number("first", "1"),
        settings.path("total"),
        (int) settings.number("pages", "1000"),
        settings.number("requests-per-second", "2"),
        settings.number("limit", "0.2"),
        unchanged.equals(FIRST),
        Credential.read(file, settings.properties));
  }

  private static final class Settings {
    private static final Set<String> OWN =
        Set.of(
            "first",
            "limit",
            "next",
            "pages",
            "paging",
            "parameter",
            "records",
            "requests-per-second",
            "total",
            "unchanged",
            "url");

    private final Path file;
    private final Properties properties;

    Settings(Path file) {
      Set<String> keys = new HashSet<>(OWN);
      keys.addAll(Credential.KEYS);
      this.file = file;
      this.properties = KnownKeys.read(file, keys);
    }

    String text(String key, String preset) {
      return properties.getProperty(key, preset).strip();
    }

    URI address() {
      String text = text("url", "");
      if (!text.matches("https?://[^\\s/@#]+(/[^\\s#]*)?")) {
        throw new LoadException(Fault.FOLDER, "harvest.url", file, text);
      }
      try {
        return URI.create(text);
      } catch (IllegalArgumentException e) {
        throw new LoadException(Fault.FOLDER, e, "harvest.url", file, text);
      }
    }

    String path(String key) {
      String text = text(key, "");
      if (!text.isEmpty()) {
        JsonPaths.requirePath(text);
      }
      return text;
    }

    double number(String key, String preset) {
      String text = text(key, preset);
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new LoadException(Fault.FOLDER, e, "harvest.setting", file, key, text);
      }
    }
  }
}
