package org.machinami.store.quads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A table from 128-bit hashes to numbers, with open addressing. Small ones are on the heap; past a
 * bound the table is a mapped file, which the operating system may page out, so that its size is
 * bounded by the disk and not by the heap. Not thread-safe.
 */
final class HashToLong {
  /** What {@link #find} answers when the hash is not there. */
  static final long ABSENT = Long.MIN_VALUE;

  private static final int SEGMENT_BITS = 24;
  private static final int HEAP_SLOTS = 1 << 20;

  private final Path directory;
  private LongBuffer[] segments;
  private long slots;
  private long size;
  private int files;

  /**
   * @param directory where the table goes when it is too large for the heap; the caller deletes it
   */
  HashToLong(Path directory) {
    this.directory = directory;
    allocate(1 << 12);
  }

  long size() {
    return size;
  }

  /** The number of the hash, or {@link #ABSENT}. */
  long find(long high, long low) {
    for (long slot = slot(high, low); ; slot = slot + 1 & slots - 1) {
      long value = at(slot, 2);
      if (value == 0) {
        return ABSENT;
      }
      if (at(slot, 0) == high && at(slot, 1) == low) {
        return value - 1;
      }
    }
  }

  /**
   * Sets the number of a hash.
   *
   * @param value 0 or more
   */
  void put(long high, long low, long value) {
    if (size * 5 > slots * 4) {
      grow();
    }
    size += insert(high, low, value + 1);
  }

  /** Calls the visitor once for each hash, in no order. */
  void forEach(Visitor visitor) {
    for (long slot = 0; slot < slots; slot++) {
      long value = at(slot, 2);
      if (value != 0) {
        visitor.visit(at(slot, 0), at(slot, 1), value - 1);
      }
    }
  }

  /** Takes one hash and its number. */
  interface Visitor {
    void visit(long high, long low, long value);
  }

  private int insert(long high, long low, long stored) {
    for (long slot = slot(high, low); ; slot = slot + 1 & slots - 1) {
      long value = at(slot, 2);
      boolean same = value != 0 && at(slot, 0) == high && at(slot, 1) == low;
      if (value == 0 || same) {
        set(slot, 0, high);
        set(slot, 1, low);
        set(slot, 2, stored);
        return same ? 0 : 1;
      }
    }
  }

  private void grow() {
    LongBuffer[] old = segments;
    long oldSlots = slots;
    allocate(slots * 2);
    for (long slot = 0; slot < oldSlots; slot++) {
      long at = slot * 3;
      long value = read(old, at + 2);
      if (value != 0) {
        insert(read(old, at), read(old, at + 1), value);
      }
    }
  }

  private void allocate(long wanted) {
    slots = wanted;
    long longs = wanted * 3;
    int count = (int) ((longs + (1L << SEGMENT_BITS) - 1) >>> SEGMENT_BITS);
    segments = new LongBuffer[count];
    if (wanted <= HEAP_SLOTS) {
      segments[0] = LongBuffer.allocate((int) longs);
      return;
    }
    Path file = directory.resolve("hashes-" + files++ + ".table");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      for (int i = 0; i < count; i++) {
        long bytes = 8L << SEGMENT_BITS;
        segments[i] = channel.map(FileChannel.MapMode.READ_WRITE, i * bytes, bytes).asLongBuffer();
      }
      java.nio.file.Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("No room for the table of terms in " + directory, e);
    }
  }

  private long slot(long high, long low) {
    return (high ^ low >>> 17) & slots - 1;
  }

  private long at(long slot, int column) {
    return read(segments, slot * 3 + column);
  }

  private static long read(LongBuffer[] from, long index) {
    return from[(int) (index >>> SEGMENT_BITS)].get((int) index & (1 << SEGMENT_BITS) - 1);
  }

  private void set(long slot, int column, long value) {
    long index = slot * 3 + column;
    segments[(int) (index >>> SEGMENT_BITS)].put((int) index & (1 << SEGMENT_BITS) - 1, value);
  }
}
