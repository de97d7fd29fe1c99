package org.machinami.loader;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.Nearest;

/** Reads files of settings, in which every key must be known. */
public final class KnownKeys {

  private KnownKeys() {}

  /**
   * Reads a file of properties.
   *
   * @throws LoadException when it cannot be read, or has a key that is not among {@code keys}; the
   *     text names the nearest that is
   */
  public static Properties read(Path file, Set<String> keys) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
    for (String key : properties.stringPropertyNames()) {
      if (!keys.contains(key)) {
        throw new LoadException(
            Fault.FOLDER, "recipe.unknown-key", file, key, Nearest.of(key, keys));
      }
    }
    return properties;
  }
}
