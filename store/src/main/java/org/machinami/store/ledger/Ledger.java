package org.machinami.store.ledger;

import org.machinami.store.StoreException;

/** The append-only list of commits; safe for use by many threads. */
public interface Ledger extends LedgerReader {
  /**
   * Appends a commit, durable when this returns. Concurrent callers share the cost. A request whose
   * key is already in the ledger gets the commit that has it, and nothing is written.
   *
   * @throws StoreException DISK_FULL or UNWRITABLE: nothing was committed unless the message says
   *     that the outcome is not known; a second try with the same key is always safe
   */
  Commit append(CommitRequest request);
}
