package org.machinami.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A description that keeps a clause and one that does not, in Turtle. A test holds both against the
 * shapes of the clause.
 */
public record ClauseExample(String conforms, String violates) {

  /** The example of a clause, by its number; empty where people judge. */
  public static Optional<ClauseExample> of(String clause) {
    return read(clause + "-conforms")
        .flatMap(good -> read(clause + "-violates").map(bad -> new ClauseExample(good, bad)));
  }

  private static Optional<String> read(String name) {
    String file = "policy/examples/" + name + ".ttl";
    if (!name.matches("[0-9.]+-[a-z]+")) {
      return Optional.empty();
    }
    try (InputStream in = ClauseExample.class.getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled example " + file, e);
    }
  }
}
