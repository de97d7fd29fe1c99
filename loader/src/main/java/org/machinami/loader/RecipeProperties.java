package org.machinami.loader;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.standard.Standard;

/**
 * Settings of a dataset folder, from its {@code recipe.properties}.
 *
 * @param badRowsLimit share of rows (0 to 1) that may be bad before the dataset is refused
 * @param encoding character encoding of the sources; empty: found from their bytes
 * @param standard that the file keeps to, where the folder has no mapping
 */
public record RecipeProperties(
    double badRowsLimit, Optional<Charset> encoding, Optional<Standard> standard) {

  /** Name of the file. */
  public static final String FILE = "recipe.properties";

  /** One row in twenty may be bad; the encoding is found. */
  public static final RecipeProperties DEFAULT =
      new RecipeProperties(0.05, Optional.empty(), Optional.empty());

  private static final String BAD_ROWS_LIMIT = "bad-rows.limit";
  private static final String ENCODING = "encoding";
  private static final String STANDARD = "standard";
  private static final String SOURCE = "source";
  private static final Set<String> KEYS = Set.of(BAD_ROWS_LIMIT, ENCODING, STANDARD, SOURCE);

  public RecipeProperties {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(standard, "standard");
    if (!(badRowsLimit >= 0 && badRowsLimit <= 1)) {
      throw new IllegalArgumentException("badRowsLimit must be 0 to 1, is " + badRowsLimit);
    }
  }

  /**
   * Reads the settings of a folder; {@link #DEFAULT} where it has none.
   *
   * @throws LoadException when a key is unknown or a value cannot be used
   */
  static RecipeProperties read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return DEFAULT;
    }
    Properties properties = KnownKeys.read(file, KEYS);
    return new RecipeProperties(
        Optional.ofNullable(properties.getProperty(BAD_ROWS_LIMIT))
            .map(text -> limit(file, text))
            .orElse(DEFAULT.badRowsLimit),
        Optional.ofNullable(properties.getProperty(ENCODING))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> charset(file.toString(), name)),
        standard(file, properties));
  }

  private static Optional<Standard> standard(Path file, Properties properties) {
    String name = properties.getProperty(STANDARD, "").strip();
    String source = properties.getProperty(SOURCE, "").strip();
    if (name.isEmpty() != source.isEmpty()) {
      throw new LoadException(Fault.FOLDER, "recipe.standard-half", file);
    }
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(Standard.of(file.toString(), name, source));
  }

  private static double limit(Path file, String text) {
    try {
      double limit = Double.parseDouble(text.strip());
      if (limit >= 0 && limit <= 1) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw new LoadException(Fault.FOLDER, e, "recipe.limit", file, text);
    }
    throw new LoadException(Fault.FOLDER, "recipe.limit", file, text);
  }

  /**
   * The encoding of a name. Shift_JIS means what offices mean by it: CP932.
   *
   * @throws LoadException when there is none of that name
   */
  static Charset charset(String file, String name) {
    try {
      String known = name.equalsIgnoreCase("CP932") ? "windows-31j" : name;
      Charset charset = Charset.forName(known);
      return charset.name().equals("Shift_JIS") ? Charset.forName("windows-31j") : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new LoadException(Fault.FOLDER, e, "recipe.encoding", file, name);
    }
  }
}
