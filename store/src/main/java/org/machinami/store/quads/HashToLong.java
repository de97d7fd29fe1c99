package org.machinami.store.quads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A table from 128-bit hashes to numbers, with open addressing. Small ones are on the heap; past a
 * bound the table is in mapped files, which the operating system may page out, so that its size is
 * bounded by the disk and not by the heap. A hash stands at or soon after the place that its first
 * bits name, so the table grows where it is: there are never two of them. Not thread-safe.
 */
final class HashToLong {
  /** What {@link #find} answers when the hash is not there. */
  static final long ABSENT = Long.MIN_VALUE;

  private static final int SEGMENT_BITS = 24;
  private static final int SEGMENT_MASK = (1 << SEGMENT_BITS) - 1;
  private static final int FIRST_SLOTS = 1 << 12;
  private static final int HEAP_SLOTS = 1 << 20;

  /** Slots behind the last place that a hash can name, for those that find it taken. */
  private static final int TAIL = 1 << 12;

  private final Path directory;
  private final List<LongBuffer> segments = new ArrayList<>();
  private long slots; // a power of two, without the tail
  private long size;
  private long farthest; // that a hash stands from its place

  /**
   * @param directory where the table goes when it is too large for the heap; the caller deletes it
   */
  HashToLong(Path directory) {
    this.directory = directory;
    extend(FIRST_SLOTS);
  }

  long size() {
    return size;
  }

  /** The number of the hash, or {@link #ABSENT}. */
  long find(long high, long low) {
    for (long slot = place(high); slot < slots + TAIL; slot++) {
      long value = at(slot, 2);
      if (value == 0) {
        return ABSENT;
      }
      if (at(slot, 0) == high && at(slot, 1) == low) {
        return value - 1;
      }
    }
    return ABSENT;
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
    insert(high, low, value + 1);
  }

  /** Calls the visitor once for each hash, in no order. */
  void forEach(Visitor visitor) {
    for (long slot = 0; slot < slots + TAIL; slot++) {
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

  private void insert(long high, long low, long stored) {
    while (true) {
      long place = place(high);
      for (long slot = place; slot < slots + TAIL; slot++) {
        boolean free = at(slot, 2) == 0;
        if (free || (at(slot, 0) == high && at(slot, 1) == low)) {
          set(slot, high, low, stored);
          size += free ? 1 : 0;
          farthest = Math.max(farthest, slot - place);
          return;
        }
      }
      grow(); // crowded at the very end
    }
  }

  /**
   * Doubles the table. From the last slot down each hash goes to its new place, which is not before
   * the old one and so among slots that are done already; the first few, of which that is not
   * certain, wait on the heap until all others have moved.
   */
  private void grow() {
    long end = slots + TAIL;
    long first = Math.min(end, 2 * farthest + 1);
    extend(slots * 2);
    for (long slot = end - 1; slot >= first; slot--) {
      if (at(slot, 2) != 0) {
        move(slot);
      }
    }
    long[] waiting = new long[(int) first * 3];
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] = at(i / 3, i % 3);
    }
    for (long slot = 0; slot < first; slot++) {
      set(slot, 0, 0, 0);
    }
    for (int i = 0; i < waiting.length; i += 3) {
      if (waiting[i + 2] != 0) {
        size--;
        insert(waiting[i], waiting[i + 1], waiting[i + 2]);
      }
    }
  }

  private void move(long slot) {
    long high = at(slot, 0);
    long low = at(slot, 1);
    long stored = at(slot, 2);
    set(slot, 0, 0, 0);
    size--;
    insert(high, low, stored);
  }

  /** Makes room for so many slots; those that are new are empty. */
  private void extend(long wanted) {
    long longs = (wanted + TAIL) * 3;
    if (wanted <= HEAP_SLOTS) {
      replaceFirst(LongBuffer.allocate((int) longs));
    } else if (slots <= HEAP_SLOTS) {
      replaceFirst(mappedSegment());
    }
    while (wanted > HEAP_SLOTS && (long) segments.size() << SEGMENT_BITS < longs) {
      segments.add(mappedSegment());
    }
    slots = wanted;
  }

  private void replaceFirst(LongBuffer larger) {
    if (!segments.isEmpty()) {
      larger.put(0, segments.remove(0), 0, (int) (slots + TAIL) * 3);
    }
    segments.add(larger);
  }

  private LongBuffer mappedSegment() {
    try {
      Path file = Files.createTempFile(directory, "hashes-", ".table");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        return channel.map(FileChannel.MapMode.READ_WRITE, 0, 8L << SEGMENT_BITS).asLongBuffer();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No room for the table of terms in " + directory, e);
    }
  }

  private long place(long high) {
    return high >>> (64 - Long.numberOfTrailingZeros(slots));
  }

  private long at(long slot, int column) {
    long index = slot * 3 + column;
    return segments.get((int) (index >>> SEGMENT_BITS)).get((int) index & SEGMENT_MASK);
  }

  private void set(long slot, long high, long low, long stored) {
    set(slot * 3, high);
    set(slot * 3 + 1, low);
    set(slot * 3 + 2, stored);
  }

  private void set(long index, long value) {
    segments.get((int) (index >>> SEGMENT_BITS)).put((int) index & SEGMENT_MASK, value);
  }
}
