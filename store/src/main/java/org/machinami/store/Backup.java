package org.machinami.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.PackCopy;
import org.machinami.store.ledger.LedgerCopy;
import org.machinami.store.verify.Verification;
import org.machinami.store.verify.VerificationReport;

/**
 * A copy of what cannot be derived: the mark of the directory, packs, ledger. It may be taken while
 * a writer goes on, and a second one into the same directory copies only what is new. The end of
 * the ledger is fixed first, then come the packs, then the ledger up to there: whenever it stops,
 * what is in the backup is whole.
 */
public final class Backup {
  private Backup() {}

  /**
   * What was copied.
   *
   * @param commits in the backup now
   * @param bytes copied this time
   */
  public record Copied(long commits, long bytes) {}

  /**
   * Copies what is new.
   *
   * @param data a data directory
   * @param target a directory that is empty, not there, or holds an earlier backup of the same data
   *     directory
   * @throws StoreException ALREADY_EXISTS when the target holds something else; DISK_FULL,
   *     UNWRITABLE; DAMAGED when the earlier backup is not the beginning of this ledger
   */
  public static Copied copy(Path data, Path target) {
    DataDirectory from = DataDirectory.open(data);
    DataDirectory to = target(from, target);
    LedgerCopy ledger = LedgerCopy.begin(from.ledger(), to.ledger(), from.base());
    long bytes = new PackCopy(from.blobs(), to.blobs()).copy();
    return new Copied(ledger.commits(), bytes + ledger.finish());
  }

  private static DataDirectory target(DataDirectory from, Path target) {
    if (!DataDirectory.exists(target)) {
      return DataDirectory.create(target, from.base());
    }
    DataDirectory to = DataDirectory.open(target);
    if (!to.base().equals(from.base())) {
      throw new StoreException(
          Code.ALREADY_EXISTS,
          target
              + " is a backup of "
              + to.base()
              + ", not of "
              + from.base()
              + ". Name another directory.");
    }
    if (Files.exists(to.state())) {
      throw new StoreException(
          Code.ALREADY_EXISTS,
          target + " is a data directory in use, not a backup. Name another directory.");
    }
    return to;
  }

  /**
   * Makes a data directory from a backup and verifies it; what is derived is built when it is
   * opened.
   *
   * @param backup a backup, which is not changed
   * @param data a directory that is empty or not there
   * @throws StoreException NOT_A_DATA_DIRECTORY, ALREADY_EXISTS, DISK_FULL, UNWRITABLE
   */
  public static VerificationReport restore(Path backup, Path data) {
    DataDirectory from = DataDirectory.open(backup);
    DataDirectory to = DataDirectory.create(data, from.base());
    LedgerCopy ledger = LedgerCopy.begin(from.ledger(), to.ledger(), from.base());
    new PackCopy(from.blobs(), to.blobs()).copy();
    ledger.finish();
    return Verification.run(data, List.of());
  }
}
