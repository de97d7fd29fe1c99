package org.machinami.store.blob;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.ledger.Hash;

/** A pack that can be read; safe for use by many threads. */
interface Pack extends AutoCloseable {
  Path file();

  /** The offset of a record; -1 when there is none. */
  int offset(Hash hash);

  /** Copies bytes of the file; false when it ends before. */
  boolean copy(long offset, byte[] target, int targetOffset, int length);

  @Override
  void close();

  /** The length of the blob at an offset that {@link #offset} gave. */
  default int length(int offset, Hash hash) {
    return head(offset, hash).length();
  }

  private PackRecord head(int offset, Hash hash) {
    byte[] head = new byte[PackRecord.HEAD];
    PackRecord described =
        copy(offset, head, 0, head.length) ? PackRecord.parse(ByteBuffer.wrap(head)) : null;
    if (described == null || !described.hash().equals(hash)) {
      throw damaged(offset, hash, "there is no such record");
    }
    return described;
  }

  /** Reads the blob at an offset that {@link #offset} gave. */
  default void read(int offset, Hash hash, Zstandard zstandard, BlobBuffer into) {
    PackRecord described = head(offset, hash);
    byte[] target = into.make(described.length());
    try (Zstandard.Lease lease = zstandard.lease()) {
      byte[] payload = described.compressed() ? lease.scratch(described.storedLength()) : target;
      if (!copy(offset + (long) PackRecord.HEAD, payload, 0, described.storedLength())) {
        throw damaged(offset, hash, "the file ends within it");
      }
      if (!described.matches(payload, 0)) {
        throw damaged(offset, hash, "its checksum is wrong");
      }
      if (described.compressed()
          && !lease.decompress(payload, 0, described.storedLength(), target, described.length())) {
        throw damaged(offset, hash, "it cannot be decompressed");
      }
    }
  }

  private StoreException damaged(int offset, Hash hash, String why) {
    return new StoreException(
        Code.DAMAGED,
        file()
            + ": blob "
            + hash
            + " at byte "
            + offset
            + ": "
            + why
            + ". Run verify to see what else is damaged, and restore the pack from a backup.");
  }
}
