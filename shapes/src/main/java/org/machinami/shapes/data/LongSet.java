package org.machinami.shapes.data;

/** A bounded set of numbers. Not thread-safe. */
final class LongSet {

  private static final long NONE = 0; // marks a free place; a number of this value is held as 1

  private final int most;
  private long[] places = new long[64];
  private int size;

  LongSet(int most) {
    this.most = most;
  }

  /** Adds a number; false when it is not there and there is no room. */
  boolean add(long number) {
    long held = held(number);
    int place = place(held);
    if (places[place] == held) {
      return true;
    }
    if (size == most) {
      return false;
    }
    places[place] = held;
    if (++size * 2 > places.length) {
      grow();
    }
    return true;
  }

  boolean contains(long number) {
    long held = held(number);
    return places[place(held)] == held;
  }

  boolean isEmpty() {
    return size == 0;
  }

  private static long held(long number) {
    return number == NONE ? 1 : number;
  }

  private int place(long held) {
    int place = (int) TermHash.mix(0, held) & (places.length - 1);
    while (places[place] != NONE && places[place] != held) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] old = places;
    places = new long[2 * old.length];
    for (long held : old) {
      if (held != NONE) {
        places[place(held)] = held;
      }
    }
  }
}
