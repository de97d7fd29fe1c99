package org.machinami.store.blob;

import org.machinami.store.StoreException;
import org.machinami.store.ledger.Hash;

/** Reads and adds blobs; safe for use by many threads. */
public interface BlobWriter extends Blobs {
  /** The longest blob, bytes. */
  int LONGEST = 256 << 20;

  /**
   * Adds a blob; a known one is not written again.
   *
   * @throws StoreException DISK_FULL or UNWRITABLE: nothing was added
   */
  Hash put(byte[] buffer, int offset, int length);

  /**
   * Makes durable what was added before the call.
   *
   * @throws StoreException UNWRITABLE, DISK_FULL; then nothing can be added until the store is
   *     opened again
   */
  void force();
}
