package org.machinami.store.blob;

import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.ledger.Hash;

/** Reads blobs; safe for use by many threads. */
public interface Blobs extends AutoCloseable {
  /**
   * Reads a blob; false when there is none of that name.
   *
   * @throws StoreException DAMAGED, UNREADABLE
   */
  boolean find(Hash hash, BlobBuffer into);

  /** The length of a blob in bytes; -1 when there is none of that name. */
  int length(Hash hash);

  /** Whether there is a blob of that name; it is not read. */
  boolean contains(Hash hash);

  /**
   * Reads a blob that must be there.
   *
   * @throws StoreException BLOB_MISSING, DAMAGED, UNREADABLE
   */
  default void require(Hash hash, BlobBuffer into) {
    if (!find(hash, into)) {
      throw new StoreException(
          Code.BLOB_MISSING,
          "blob "
              + hash
              + " is not in "
              + place()
              + ". Run verify to see what else is missing, and restore the packs from a backup.");
    }
  }

  /** Where the blobs are, for messages. */
  String place();

  @Override
  void close();
}
