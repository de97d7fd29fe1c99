package org.machinami.loader.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
record Credential(String place, String header, String scheme) {
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";
  private static final int MOST_LETTERS = 8_192;

  Credential {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(scheme, "scheme");
  }

  static boolean isPlace(String text) {
    return text.matches("env:[A-Za-z_][A-Za-z0-9_]*") || text.matches("file:\\S+");
  }

  /**
   * The header with the secret.
   *
   * @param folder that a relative path starts from
   */
  Map<String, String> header(Path folder, Map<String, String> environment) {
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
