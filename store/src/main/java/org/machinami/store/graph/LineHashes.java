package org.machinami.store.graph;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A bounded set of lines by 64-bit hashes: what it does not contain was never added. Once it would
 * grow past its bound it contains everything. Not for use by several threads.
 */
public final class LineHashes {
  /** How many lines it tells apart; 8 MB. */
  static final int MOST = 1 << 19;

  private static final long NONE = 0; // marks a free place; a line of this hash is counted as 1

  private long[] table = new long[64];
  private int size;
  private boolean everything;

  /** An empty set. */
  public LineHashes() {}

  /** Adds a line. */
  public void add(byte[] buffer, int offset, int length) {
    add(buffer, 0, buffer, offset, length);
  }

  /** Adds a line that stands in two pieces, the first of which begins its array. */
  void add(byte[] head, int headLength, byte[] rest, int offset, int length) {
    if (!everything) {
      add(hash(head, headLength, rest, offset, length));
    }
  }

  /** Whether a line may have been added. */
  public boolean mayContain(byte[] buffer, int offset, int length) {
    return everything || table[place(hash(buffer, 0, buffer, offset, length))] != NONE;
  }

  private static long hash(byte[] head, int headLength, byte[] rest, int offset, int length) {
    long hash = Bytes.hash(head, 0, headLength, rest, offset, length);
    return hash == NONE ? 1 : hash;
  }

  private void add(long hash) {
    int place = place(hash);
    if (table[place] != NONE) {
      return;
    }
    if (size == MOST) {
      everything = true;
      table = new long[1];
      return;
    }
    table[place] = hash;
    if (++size > table.length / 2) {
      grow();
    }
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    Arrays.stream(old).filter(hash -> hash != NONE).forEach(hash -> table[place(hash)] = hash);
  }

  private int place(long hash) {
    int place = (int) hash & (table.length - 1);
    while (table[place] != NONE && table[place] != hash) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  /** Writes the set. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(everything ? -1 : size);
    if (!everything) {
      for (long hash : table) {
        if (hash != NONE) {
          out.writeLong(hash);
        }
      }
    }
  }

  /**
   * Reads a set.
   *
   * @throws IOException also when it is none that was written
   */
  public static LineHashes read(DataInput in) throws IOException {
    LineHashes read = new LineHashes();
    int size = in.readInt();
    if (size < -1 || size > MOST) {
      throw new IOException("a set of lines cannot have " + size + " of them");
    }
    read.everything = size < 0;
    for (int i = 0; i < size; i++) {
      read.add(in.readLong());
    }
    return read;
  }
}
