package org.machinami.store.blob;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.machinami.store.ledger.Hash;

/**
 * The head of a record in a pack. On disk 48 bytes, big-endian: magic, length, stored length,
 * CRC-32 of the rest of the head and of the payload, SHA-256 of the blob; then the payload: one
 * zstd frame, or the blob itself where that is not longer.
 *
 * @param length of the blob, bytes
 * @param storedLength of the payload, bytes
 * @param crc of lengths, hash and payload
 * @param hash of the blob
 */
record PackRecord(int length, int storedLength, int crc, Hash hash) {
  static final int HEAD = 48;
  static final int MAGIC = 0x4D424C31; // "MBL1"

  /** Reads a head; null when these bytes are none. */
  static PackRecord parse(ByteBuffer head) {
    if (head.getInt() != MAGIC) {
      return null;
    }
    int length = head.getInt();
    int storedLength = head.getInt();
    int crc = head.getInt();
    if (length < 0
        || length > BlobWriter.LONGEST
        || storedLength < 0
        || storedLength > length
        || (storedLength == 0 && length > 0)) {
      return null;
    }
    return new PackRecord(length, storedLength, crc, Hash.read(head));
  }

  /** A head for a payload that stands in an array. */
  static PackRecord describe(Hash hash, int length, byte[] payload, int offset, int storedLength) {
    CRC32 crc = crcOfHead(hash, length, storedLength);
    crc.update(payload, offset, storedLength);
    return new PackRecord(length, storedLength, (int) crc.getValue(), hash);
  }

  void write(ByteBuffer out) {
    out.putInt(MAGIC).putInt(length).putInt(storedLength).putInt(crc);
    hash.write(out);
  }

  /** Head and payload together, bytes. */
  int size() {
    return HEAD + storedLength;
  }

  boolean compressed() {
    return storedLength < length;
  }

  boolean matches(byte[] payload, int offset) {
    CRC32 actual = crcOfHead(hash, length, storedLength);
    actual.update(payload, offset, storedLength);
    return (int) actual.getValue() == crc;
  }

  private static CRC32 crcOfHead(Hash hash, int length, int storedLength) {
    ByteBuffer head = ByteBuffer.allocate(8 + Hash.BYTES).putInt(length).putInt(storedLength);
    hash.write(head);
    CRC32 crc = new CRC32();
    crc.update(head.array());
    return crc;
  }
}
