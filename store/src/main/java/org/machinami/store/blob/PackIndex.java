package org.machinami.store.blob;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.machinami.store.disk.Disk;
import org.machinami.store.ledger.Hash;

/**
 * The index of a sealed pack. On disk: magic (8 bytes), length of the pack (8), number of records
 * (8), then by hash in order the hash (32) and the offset (4). Mapped; safe for use by many
 * threads.
 */
final class PackIndex {
  private static final long MAGIC = 0x4D424C4944583031L; // "MBLIDX01"
  private static final int HEAD = 24;
  private static final int ENTRY = Hash.BYTES + 4;

  /** Where a record begins. */
  record Entry(Hash hash, int offset) {}

  private final ByteBuffer mapped;
  private final int size;

  private PackIndex(ByteBuffer mapped, int size) {
    this.mapped = mapped;
    this.size = size;
  }

  /** Reads an index; null when there is none or it does not belong to a pack of that length. */
  static PackIndex open(Path file, long packLength) {
    if (!Files.exists(file)) {
      return null;
    }
    ByteBuffer mapped = Disk.map(file);
    if (mapped.capacity() < HEAD
        || mapped.getLong(0) != MAGIC
        || mapped.getLong(8) != packLength
        || mapped.getLong(16) != (mapped.capacity() - HEAD) / ENTRY
        || (mapped.capacity() - HEAD) % ENTRY != 0) {
      return null;
    }
    return new PackIndex(mapped, (mapped.capacity() - HEAD) / ENTRY);
  }

  static void write(Path file, long packLength, List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(Entry::hash));
    ByteBuffer out = ByteBuffer.allocate(HEAD + ENTRY * sorted.size());
    out.putLong(MAGIC).putLong(packLength).putLong(sorted.size());
    for (Entry entry : sorted) {
      entry.hash().write(out);
      out.putInt(entry.offset());
    }
    Disk.replace(file, out.array());
  }

  int size() {
    return size;
  }

  /** The offset of the record; -1 when there is none. */
  int find(Hash hash) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, hash);
      if (order == 0) {
        return mapped.getInt(HEAD + middle * ENTRY + Hash.BYTES);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private int compare(int entry, Hash hash) {
    int at = HEAD + entry * ENTRY;
    int order = Long.compareUnsigned(mapped.getLong(at), hash.a());
    if (order != 0) {
      return order;
    }
    return new Hash(
            mapped.getLong(at),
            mapped.getLong(at + 8),
            mapped.getLong(at + 16),
            mapped.getLong(at + 24))
        .compareTo(hash);
  }
}
