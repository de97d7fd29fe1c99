package org.machinami.store.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Tail;

/** Copies a ledger up to the line that was its last when the copy began. */
public final class LedgerCopy {
  private final LedgerFile from;
  private final Path to;
  private final long start;

  private LedgerCopy(LedgerFile from, Path to, long start) {
    this.from = from;
    this.to = to;
    this.start = start;
  }

  /**
   * Reads the ledger to its last complete line, which is where the copy will end.
   *
   * @param fromDirectory may be growing
   * @param toDirectory holds nothing or an earlier copy
   * @throws StoreException DAMAGED when the ledger is, or the earlier copy is not its beginning
   */
  public static LedgerCopy begin(Path fromDirectory, Path toDirectory, String base) {
    Path original = fromDirectory.resolve(FileLedger.NAME);
    Path copy = toDirectory.resolve(FileLedger.NAME);
    LedgerFile from = new LedgerFile(original, FileLedger.genesis(base));
    if (Files.exists(original)) {
      from.extend();
    }
    long start = Tail.length(copy);
    int compared = (int) Math.min(start, 1 << 16);
    boolean same =
        start <= from.end()
            && (compared == 0
                || Arrays.equals(
                    Tail.read(original, start - compared, compared),
                    Tail.read(copy, start - compared, compared)));
    if (!same) {
      throw new StoreException(
          Code.DAMAGED,
          copy
              + " is not the beginning of "
              + original
              + ". Make the backup in an empty directory.");
    }
    return new LedgerCopy(from, copy, start);
  }

  /** How many commits the copy will have. */
  public long commits() {
    return from.head();
  }

  /**
   * Copies the lines; returns their bytes.
   *
   * @throws StoreException DISK_FULL, UNWRITABLE, UNREADABLE
   */
  public long finish() {
    if (from.end() > start) {
      Tail.copy(from.file(), to, start, from.end());
    }
    if (from.head() > 0) {
      try (Checkpoint.Writer checkpoint = new Checkpoint.Writer(to.getParent())) {
        checkpoint.write(from.head(), from.last());
      }
    }
    return from.end() - start;
  }
}
