package org.machinami.store.quads;

import java.io.IOException;
import java.nio.file.Path;
import org.machinami.store.StoreException;
import org.machinami.store.disk.Disk;

/** What it means that TDB2 could not write. */
final class QuadFailure {
  /** TDB2 maps its files in pieces of this size. */
  private static final long PIECE = 8 << 20;

  private QuadFailure() {}

  /**
   * The failure in our terms. To be asked before anything is cleared away: where the disk is full,
   * Jena speaks of a short write, and the JVM of a fault in a mapped file.
   */
  static StoreException of(Path where, Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof StoreException known) {
      return known;
    }
    String said =
        Disk.usable(where) < PIECE ? "No space left on device (" + root + ")" : root.toString();
    return Disk.writing(where, new IOException(said, cause));
  }
}
