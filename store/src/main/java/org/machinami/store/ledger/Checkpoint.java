package org.machinami.store.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.machinami.store.StoreException;
import org.machinami.store.disk.Disk;

/**
 * How far the ledger had come: a line with sequence number and hash beside the ledger, written anew
 * after each group of commits (not synced: it may lag after a power cut, never lead). A ledger that
 * ends before it has been cut.
 *
 * @param sequence of the last commit
 * @param hash of the last commit
 */
public record Checkpoint(long sequence, Hash hash) {
  private static final String NAME = "checkpoint";

  /** Of a ledger without commits. */
  public static Checkpoint ofEmpty(String base) {
    return new Checkpoint(0, FileLedger.genesis(base));
  }

  /**
   * Reads the checkpoint of a ledger's directory; empty when there is none that can be understood.
   */
  public static Optional<Checkpoint> find(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String line = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (line.length() < 84) {
        return Optional.empty();
      }
      return Optional.of(
          new Checkpoint(Long.parseLong(line, 0, 19, 10), Hash.parse(line.substring(20, 84))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  /** Writes checkpoints. Not for use by several threads. */
  static final class Writer implements AutoCloseable {
    private final Path file;
    private final RandomAccessFile handle;

    Writer(Path directory) {
      this.file = directory.resolve(NAME);
      try {
        this.handle = new RandomAccessFile(file.toFile(), "rw");
      } catch (IOException e) {
        throw Disk.writing(file, e);
      }
    }

    /**
     * Writes over the one before.
     *
     * @throws StoreException DISK_FULL, UNWRITABLE
     */
    void write(long sequence, Hash hash) {
      String line = String.format("%019d %s%n", sequence, hash.hex());
      try {
        handle.seek(0);
        handle.write(line.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw Disk.writing(file, e);
      }
    }

    @Override
    public void close() {
      try {
        handle.close();
      } catch (IOException e) {
        throw Disk.writing(file, e);
      }
    }
  }
}
