package org.machinami.web.records;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** The databases that the same tests run on. */
public enum Databases {
  EMBEDDED,
  POSTGRESQL;

  private static PostgresServer server;

  /** The URL of an empty one; skips the test where there is no such server. */
  public String fresh() {
    return this == EMBEDDED ? Records.EMBEDDED : server().newDatabase();
  }

  private static synchronized PostgresServer server() {
    if (server == null) {
      Optional<Path> programs = PostgresServer.programs();
      assumeTrue(
          programs.isPresent(),
          "PostgreSQL is not installed (Debian: postgresql): its half of the records tests is"
              + " skipped");
      try {
        server = PostgresServer.start(programs.get());
      } catch (java.io.IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return server;
  }
}
