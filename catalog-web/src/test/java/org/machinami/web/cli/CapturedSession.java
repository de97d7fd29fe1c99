package org.machinami.web.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs verbs in this process and keeps what they say. */
final class CapturedSession {
  private final Path directory;
  private final String language;
  private final Map<String, String> environment;

  CapturedSession(Path directory, String language, Map<String, String> environment) {
    this.directory = directory;
    this.language = language;
    this.environment = environment;
  }

  CapturedSession(Path directory) {
    this(directory, "en", Map.of());
  }

  record Ended(int exit, String out, String err) {}

  Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            0,
            Texts.in(language));
    Session session = new Session(console, directory, environment, Optional.empty());
    int exit = Machinami.run(session, List.of(arguments));
    return new Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A dataset folder of the bundled city. */
  static String sample(String id) {
    return Path.of(System.getProperty("machinami.home"), "samples", "datasets", id).toString();
  }
}
