package org.machinami.store.ledger;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Where the lines of a ledger are, sparsely, and which sequence numbers an idempotency key may
 * have: some 16 bytes a key, one offset for 64 lines or 256 kB. Not for use by several threads.
 */
final class LedgerIndex {
  private static final int LINES = 64;
  private static final int BYTES = 256 << 10;

  /** A line and where it begins. */
  record Place(long sequence, long offset) {}

  private long[] sequences = new long[16];
  private long[] offsets = new long[16];
  private int places;

  private long[] keyHashes = new long[64];
  private long[] keySequences = new long[64];
  private int keys;

  private long head;
  private long end;
  private Hash last;

  LedgerIndex(Hash genesis) {
    this.last = genesis;
  }

  /** The last sequence number; 0 when there is none. */
  long head() {
    return head;
  }

  /** Where the last line ends, bytes. */
  long end() {
    return end;
  }

  /** Hash of the last line. */
  Hash last() {
    return last;
  }

  /** Takes note of the next line. */
  void add(CommitLine.Frame frame, long length) {
    if (places == 0
        || frame.sequence() - sequences[places - 1] >= LINES
        || end - offsets[places - 1] >= BYTES) {
      if (places == sequences.length) {
        sequences = Arrays.copyOf(sequences, 2 * places);
        offsets = Arrays.copyOf(offsets, 2 * places);
      }
      sequences[places] = frame.sequence();
      offsets[places++] = end;
    }
    if (frame.keyHash() != 0) {
      addKey(frame.keyHash(), frame.sequence());
    }
    head = frame.sequence();
    last = frame.hash();
    end += length;
  }

  /** The nearest known line at or before one. */
  Place place(long sequence) {
    int found = Arrays.binarySearch(sequences, 0, places, sequence);
    int at = found >= 0 ? found : -found - 2;
    return new Place(sequences[at], offsets[at]);
  }

  /**
   * The sequence number of a key for which the predicate says that it is the one; 0 when there is
   * none.
   */
  long find(long keyHash, LongPredicate match) {
    int mask = keyHashes.length - 1;
    for (int slot = (int) keyHash & mask; keySequences[slot] != 0; slot = (slot + 1) & mask) {
      if (keyHashes[slot] == keyHash && match.test(keySequences[slot])) {
        return keySequences[slot];
      }
    }
    return 0;
  }

  private void addKey(long keyHash, long sequence) {
    if (2 * keys >= keyHashes.length) {
      long[] oldHashes = keyHashes;
      long[] oldSequences = keySequences;
      keyHashes = new long[2 * oldHashes.length];
      keySequences = new long[2 * oldHashes.length];
      for (int i = 0; i < oldHashes.length; i++) {
        if (oldSequences[i] != 0) {
          insertKey(oldHashes[i], oldSequences[i]);
        }
      }
    }
    insertKey(keyHash, sequence);
    keys++;
  }

  private void insertKey(long keyHash, long sequence) {
    int mask = keyHashes.length - 1;
    int slot = (int) keyHash & mask;
    while (keySequences[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keyHashes[slot] = keyHash;
    keySequences[slot] = sequence;
  }
}
