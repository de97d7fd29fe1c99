package org.machinami.store.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.machinami.store.disk.Disk;

/**
 * Names of packs: {@code 000001.pack} with its index {@code 000001.idx}, and so on without gaps.
 */
public final class PackNames {
  private static final Pattern PACK = Pattern.compile("[0-9]{6}\\.pack");

  private PackNames() {}

  /** The packs of a directory, oldest first. */
  public static List<Path> packs(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> PACK.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Disk.reading(directory, e);
    }
  }

  static Path pack(Path directory, int number) {
    return directory.resolve(String.format("%06d.pack", number));
  }

  /** The index that a sealed pack has. */
  public static Path index(Path pack) {
    String name = pack.getFileName().toString();
    return pack.resolveSibling(name.substring(0, name.length() - ".pack".length()) + ".idx");
  }

  /** The number of a pack; the first is 1. */
  public static int number(Path pack) {
    return Integer.parseInt(pack.getFileName().toString().substring(0, 6));
  }
}
