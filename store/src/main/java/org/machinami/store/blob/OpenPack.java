package org.machinami.store.blob;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.machinami.store.ledger.Hash;

/** A pack that still grows, in this process or in another one; indexed in memory. */
final class OpenPack implements Pack {
  private final PackHandle handle;
  private final OffsetTable table = new OffsetTable();
  private final byte[] head = new byte[PackRecord.HEAD];
  private long indexed;

  private OpenPack(PackHandle handle) {
    this.handle = handle;
  }

  static OpenPack open(Path file) {
    return new OpenPack(PackHandle.open(file));
  }

  @Override
  public Path file() {
    return handle.file();
  }

  /** Up to where records are known, bytes. */
  synchronized long indexed() {
    return indexed;
  }

  /** Indexes the complete records that were appended since; true when there were some. */
  synchronized boolean extend() {
    long before = indexed;
    long length = handle.length();
    while (indexed + PackRecord.HEAD <= length) {
      handle.copy(indexed, head, 0, head.length);
      PackRecord described = PackRecord.parse(ByteBuffer.wrap(head));
      if (described == null || indexed + described.size() > length) {
        break;
      }
      table.add(described.hash(), (int) indexed);
      indexed += described.size();
    }
    return indexed > before;
  }

  /** Takes note of a record that this process has appended or checked. */
  synchronized void add(Hash hash, long offset, long size) {
    table.add(hash, (int) offset);
    indexed = offset + size;
  }

  /** Every record, as an index holds them. */
  synchronized List<PackIndex.Entry> entries() {
    List<PackIndex.Entry> entries = new ArrayList<>(table.size());
    for (int offset : table.offsets()) {
      entries.add(new PackIndex.Entry(recordAt(offset).hash(), offset));
    }
    return entries;
  }

  @Override
  public synchronized int offset(Hash hash) {
    return table.find(
        hash,
        offset -> {
          PackRecord described = recordAt(offset);
          return described != null && described.hash().equals(hash);
        });
  }

  private PackRecord recordAt(int offset) {
    return copy(offset, head, 0, head.length) ? PackRecord.parse(ByteBuffer.wrap(head)) : null;
  }

  @Override
  public synchronized boolean copy(long offset, byte[] target, int targetOffset, int length) {
    if (offset + length > indexed && offset + length > handle.length()) {
      return false;
    }
    handle.copy(offset, target, targetOffset, length);
    return true;
  }

  @Override
  public void close() {
    handle.close();
  }
}
