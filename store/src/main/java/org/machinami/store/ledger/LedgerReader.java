package org.machinami.store.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.machinami.store.StoreException;

/** Reads commits in order; safe for use by many threads. */
public interface LedgerReader extends AutoCloseable {
  /** The sequence number of the last commit; 0 when there is none. */
  long head();

  /**
   * The commits after a sequence number, in order; fewer than the limit when the ledger ends.
   *
   * @throws StoreException DAMAGED, UNREADABLE
   */
  List<Commit> read(long afterSequence, int limit);

  /**
   * Waits until there is a commit after the given one; false when there is none within the timeout.
   */
  boolean await(long afterSequence, Duration timeout);

  /** The sequence number of the last commit made at or before a time; 0 when there is none. */
  default long sequenceAt(Instant time) {
    long low = 0;
    long high = head();
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (read(middle - 1, 1).get(0).time().isAfter(time)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  @Override
  void close();
}
