package org.machinami.store.blob;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.machinami.store.disk.Disk;
import org.machinami.store.ledger.Hash;

/**
 * A pack that still grows, in this process or in another one: read through one file handle, indexed
 * in memory. A {@link RandomAccessFile} rather than a channel, because an interrupt of a reading
 * thread closes a channel for all.
 */
final class OpenPack implements Pack, AutoCloseable {
  private final Path file;
  private final RandomAccessFile handle;
  private final OffsetTable table = new OffsetTable();
  private final byte[] head = new byte[PackRecord.HEAD];
  private long indexed;

  private OpenPack(Path file, RandomAccessFile handle) {
    this.file = file;
    this.handle = handle;
  }

  static OpenPack open(Path file) {
    try {
      return new OpenPack(file, new RandomAccessFile(file.toFile(), "r"));
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  @Override
  public Path file() {
    return file;
  }

  /** Up to where records are known, bytes. */
  synchronized long indexed() {
    return indexed;
  }

  /** Indexes the complete records that were appended since; true when there were some. */
  synchronized boolean extend() {
    long before = indexed;
    try {
      long length = handle.length();
      while (indexed + PackRecord.HEAD <= length) {
        handle.seek(indexed);
        handle.readFully(head);
        PackRecord described = PackRecord.parse(ByteBuffer.wrap(head));
        if (described == null || indexed + described.size() > length) {
          break;
        }
        table.add(described.hash(), (int) indexed);
        indexed += described.size();
      }
    } catch (IOException e) {
      throw Disk.reading(file, e);
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
    try {
      if (offset + length > indexed && offset + length > handle.length()) {
        return false;
      }
      handle.seek(offset);
      handle.readFully(target, targetOffset, length);
      return true;
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      handle.close();
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }
}
