package org.machinami.loader.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Where the secret is that a source wants to see. The secret itself is read when a run begins and
 * stands in no recipe, log or report.
 *
 * @param place {@code env:NAME} or {@code file:PATH}
 * @param header that carries it
 * @param scheme before it in the header, such as Bearer; may be empty
 */
public record Credential(String place, String header, String scheme) {
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";
  private static final int MOST_LETTERS = 8_192;

  public Credential {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(scheme, "scheme");
  }

  /** The settings that name one. */
  public static final Set<String> KEYS =
      Set.of("credential", "credential-header", "credential-scheme");

  /**
   * What the settings of a source say of one.
   *
   * @param file in which they stand
   * @throws LoadException when they hold a secret itself, or a wrong value
   */
  public static Optional<Credential> read(Path file, Properties properties) {
    String place = properties.getProperty("credential", "").strip();
    if (place.isEmpty()) {
      return Optional.empty();
    }
    String header = properties.getProperty("credential-header", "Authorization").strip();
    String scheme = properties.getProperty("credential-scheme", "").strip();
    if (!isPlace(place) || !header.matches("[A-Za-z0-9-]+") || !scheme.matches("[A-Za-z0-9-]*")) {
      // The value is not repeated: somebody may have written the secret itself.
      throw new LoadException(Fault.FOLDER, "harvest.credential-place", file);
    }
    return Optional.of(new Credential(place, header, scheme));
  }

  private static boolean isPlace(String text) {
    return text.matches("env:[A-Za-z_][A-Za-z0-9_]*") || text.matches("file:\\S+");
  }

  /**
   * The header with the secret.
   *
   * @param folder that a relative path starts from
   */
  public Map<String, String> header(Path folder, Map<String, String> environment) {
    String secret = secret(folder, environment).strip();
    if (secret.isEmpty() || secret.length() > MOST_LETTERS || !secret.matches("[\\x21-\\x7e ]+")) {
      throw new LoadException(Fault.FOLDER, "harvest.credential", place);
    }
    return Map.of(header, scheme.isEmpty() ? secret : scheme + " " + secret);
  }

  private String secret(Path folder, Map<String, String> environment) {
    if (place.startsWith(ENVIRONMENT)) {
      return environment.getOrDefault(place.substring(ENVIRONMENT.length()), "");
    }
    try {
      return Files.readString(folder.resolve(place.substring(FILE.length())));
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "harvest.credential", place);
    }
  }
}
