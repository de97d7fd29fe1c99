package org.machinami.web.steward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files of drafts in backups: each by its hash, so that only new ones are copied. */
public final class DraftBackup {
  private static final String FOLDER = "drafts";

  private DraftBackup() {}

  /** Copies what is not there yet, from a data directory to a backup or back. */
  public static void copy(Path from, Path to) {
    Path source = from.resolve(FOLDER);
    if (!Files.isDirectory(source)) {
      return;
    }
    try (Stream<Path> files = Files.list(source)) {
      Path target = Files.createDirectories(to.resolve(FOLDER));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(file.getFileName().toString());
        if (!Files.exists(copy)) {
          Path unfinished = Files.createTempFile(target, "copy", ".part");
          Files.copy(file, unfinished, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          Files.move(unfinished, copy, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
