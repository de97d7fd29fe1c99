package org.machinami.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.checkpoint.SignedCheckpoint;
import org.machinami.store.checkpoint.VerifyingKey;
import org.machinami.store.disk.Disk;

/** A checkpoint, and the key that it should be signed by, from the files that somebody kept. */
record CheckpointFile(Path file, SignedCheckpoint checkpoint, Optional<VerifyingKey> trusted) {
  /**
   * Reads them.
   *
   * @param key null when none was given
   */
  static CheckpointFile read(Path file, Path key) {
    return new CheckpointFile(
        file,
        SignedCheckpoint.parse(file.toString(), text(file)),
        Optional.ofNullable(key).map(CheckpointFile::key));
  }

  private static VerifyingKey key(Path file) {
    try {
      return VerifyingKey.parse(text(file));
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          Code.NOT_A_KEY,
          file + " holds no public key. Use the file that the operator handed over.",
          e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }
}
