package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.machinami.web.server.Catalogue;

/**
 * What a verb runs in.
 *
 * @param workingDirectory that relative paths start from
 * @param environment variables of whoever calls
 * @param catalogue the running server that the verb runs in; empty in a process of its own
 */
record Session(
    Console console,
    Path workingDirectory,
    Map<String, String> environment,
    Optional<Catalogue> catalogue) {
  Session {
    environment = Map.copyOf(environment);
  }

  Texts texts() {
    return console.texts();
  }
}
