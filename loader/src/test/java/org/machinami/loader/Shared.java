package org.machinami.loader;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The reference material beside the project, where there is some. */
public final class Shared {

  private Shared() {}

  /** A folder of it; where it is absent, the test is skipped and says why. */
  public static Path require(String folder) {
    Path path = Path.of(System.getProperty("machinami.shared", "../shared")).resolve(folder);
    Assumptions.assumeTrue(Files.isDirectory(path), "skipped: no reference data at " + path);
    return path;
  }

  /** Whether a folder of it is there. */
  public static boolean has(String folder) {
    return Files.isDirectory(
        Path.of(System.getProperty("machinami.shared", "../shared")).resolve(folder));
  }
}
