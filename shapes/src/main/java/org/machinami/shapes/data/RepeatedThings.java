package org.machinami.shapes.data;

import java.util.Arrays;

/**
 * Finds the things that rows may contradict each other on, in one pass and in bounded memory. It
 * keeps eight bytes a thing, with its parts ({@code <x#geometry>} belongs to {@code <x>}): 48 bits
 * of the hash of its name, so that a thing is hardly ever suspected in vain, and 16 of what was
 * said of it, so that one contradiction in 65,536 is overlooked. Not thread-safe.
 */
final class RepeatedThings implements FactSink {

  /**
   * So many things are told apart, 64 MB; of those that come after them only these are compared.
   */
  static final int MOST = 6_000_000;

  /** So many suspected things are remembered; more of them are not compared. */
  static final int MOST_SUSPECTED = 1 << 18;

  private static final int SAID_BITS = 16;
  private static final long SAID = (1L << SAID_BITS) - 1;
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private final int most;
  private long[] table = new long[1 << 10];
  private int size;
  private boolean full;
  private final LongSet suspected = new LongSet(MOST_SUSPECTED);

  // Of the row that is coming:
  private long[] names = new long[8];
  private long[] said = new long[8];
  private int things;

  RepeatedThings() {
    this(MOST);
  }

  RepeatedThings(int most) {
    this.most = most;
  }

  @Override
  public void fact(byte[] text, int subjectFrom, int subjectTo, int predicate, int from, int to) {
    int part = part(text, subjectFrom, subjectTo);
    long name = TermHash.of(text, subjectFrom, part);
    long fact = TermHash.mix(TermHash.of(text, part, subjectTo), predicate);
    int place = 0;
    while (place < things && names[place] != name) {
      place++;
    }
    if (place == things) {
      begin(name);
    }
    said[place] += TermHash.mix(fact, TermHash.of(text, from, to)) * PRIME;
  }

  private void begin(long name) {
    if (things == names.length) {
      names = Arrays.copyOf(names, 2 * things);
      said = Arrays.copyOf(said, 2 * things);
    }
    names[things] = name;
    said[things++] = 0;
  }

  /** Where the name of a part begins behind that of the thing; the end where there is none. */
  private static int part(byte[] text, int from, int to) {
    int at = from;
    while (at < to - 1 && text[at] != '#') {
      at++;
    }
    return at;
  }

  /** The key of the thing that a subject is, or is a part of. */
  static long key(byte[] text, int from, int to) {
    return TermHash.of(text, from, part(text, from, to));
  }

  /** The facts of a row have come. */
  void endRow() {
    for (int i = 0; i < things; i++) {
      take(names[i], said[i]);
    }
    things = 0;
  }

  private void take(long name, long fact) {
    long entry = (name & ~SAID) | ((fact >>> (Long.SIZE - SAID_BITS)) & SAID);
    if (entry == 0) {
      entry = 1; // 0 marks a free place
    }
    int place = slot(entry);
    if (table[place] == 0) {
      if (size == most) {
        full = true;
        return;
      }
      table[place] = entry;
      if (++size > table.length / 4 * 3) {
        grow();
      }
    } else if (table[place] != entry) {
      full |= !suspected.add(name);
    }
  }

  /** The place of the thing, or a free one. */
  private int slot(long entry) {
    int mixed = (int) (entry >>> Integer.SIZE) * 0x9E3779B1;
    int place = mixed >>> (Integer.SIZE - bits());
    while (table[place] != 0 && ((table[place] ^ entry) & ~SAID) != 0) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private int bits() {
    return Integer.numberOfTrailingZeros(table.length);
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    for (long entry : old) {
      if (entry != 0) {
        table[slot(entry)] = entry;
      }
    }
  }

  /** Whether nothing has to be looked at again. */
  boolean isEmpty() {
    return suspected.isEmpty();
  }

  /** Whether there were more things than can be told apart: not all of them were compared. */
  boolean isFull() {
    return full;
  }

  /** Whether rows may contradict each other on the thing of that key. */
  boolean isSuspected(long key) {
    return suspected.contains(key);
  }

  /** Forgets the things, but not the suspected ones. */
  void settle() {
    table = new long[1];
  }
}
