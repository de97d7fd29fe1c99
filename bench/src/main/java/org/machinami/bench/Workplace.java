package org.machinami.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the project and the reference data lie, and the clearing of directories. */
final class Workplace {

  private Workplace() {}

  /** The top of the project: {@code -Dmachinami.home}, else the current directory. */
  static Path home() {
    return Path.of(System.getProperty("machinami.home", ".")).toAbsolutePath().normalize();
  }

  /** A folder of the reference data. */
  static Path shared(String folder) throws NoSuchFileException {
    Path path = home().resolve("../shared/data").resolve(folder).normalize();
    if (!Files.isDirectory(path)) {
      throw new NoSuchFileException(
          path.toString(), null, "the reference data this benchmark needs are not there");
    }
    return path;
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      paths.sorted(Comparator.reverseOrder()).forEach(Workplace::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
