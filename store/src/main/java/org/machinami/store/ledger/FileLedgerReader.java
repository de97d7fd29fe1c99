package org.machinami.store.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.machinami.store.disk.Disk;

/**
 * Follows a ledger file that another process may be writing; a last line that is not yet complete
 * is not there yet.
 */
public final class FileLedgerReader implements LedgerReader {
  private static final long SHORTEST_PARK = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LONGEST_PARK = TimeUnit.MILLISECONDS.toNanos(50);

  private final LedgerFile file;
  private long seenLength = -1; // of the file when it was last read

  private FileLedgerReader(LedgerFile file) {
    this.file = file;
  }

  /**
   * Opens a ledger for reading.
   *
   * @param directory of the ledger; its file may not be there yet
   * @param base the base IRI that the ledger is bound to
   */
  public static FileLedgerReader open(Path directory, String base) {
    FileLedgerReader reader =
        new FileLedgerReader(
            new LedgerFile(directory.resolve(FileLedger.NAME), FileLedger.genesis(base)));
    reader.head();
    return reader;
  }

  @Override
  public synchronized long head() {
    long length = length();
    if (length != seenLength && length > 0) {
      file.extend();
    }
    seenLength = length;
    return file.head();
  }

  private long length() {
    if (!Files.exists(file.file())) {
      return 0;
    }
    try {
      return Files.size(file.file());
    } catch (IOException e) {
      throw Disk.reading(file.file(), e);
    }
  }

  @Override
  public List<Commit> read(long afterSequence, int limit) {
    head();
    return file.read(afterSequence, limit);
  }

  @Override
  public boolean await(long afterSequence, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    long park = SHORTEST_PARK;
    while (head() <= afterSequence) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(Math.min(left, park));
      park = Math.min(park + SHORTEST_PARK / 2, LONGEST_PARK);
    }
    return true;
  }

  @Override
  public void close() {}
}
