package org.machinami.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

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

  /** A folder with the dump of the Belgian catalogue, or with its first lines. */
  static Path belgianDump(Path work, long lines) throws IOException {
    Path whole = shared("dcat-belgium");
    if (lines == Long.MAX_VALUE) {
      return whole;
    }
    Path folder = Files.createDirectory(work.resolve("dump"));
    String name = "datagovbe-all.nq.gz";
    try (BufferedReader from = reader(whole.resolve(name));
        PrintStream to =
            new PrintStream(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))),
                false,
                StandardCharsets.UTF_8)) {
      from.lines().limit(lines).forEach(to::println);
    }
    return folder;
  }

  private static BufferedReader reader(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
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
