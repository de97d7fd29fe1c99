package org.machinami.shapes.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers for terms as N-Triples writes them, found by their bytes. Not thread-safe. */
final class TermTable {

  private final List<byte[]> terms = new ArrayList<>();
  private int[] slots = new int[64];

  /** The number of an IRI, which it gets when it has none. */
  int iri(String iri) {
    return number(("<" + iri + ">").getBytes(StandardCharsets.UTF_8));
  }

  private int number(byte[] term) {
    int found = find(term, 0, term.length);
    if (found >= 0) {
      return found;
    }
    terms.add(term);
    if (terms.size() * 4 > slots.length) {
      slots = new int[slots.length * 2];
      for (int i = 0; i < terms.size(); i++) {
        place(i);
      }
    } else {
      place(terms.size() - 1);
    }
    return terms.size() - 1;
  }

  private void place(int number) {
    byte[] term = terms.get(number);
    int slot = slot(term, 0, term.length);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = number + 1;
  }

  /** The number of a term, or -1. */
  int find(byte[] bytes, int from, int to) {
    int slot = slot(bytes, from, to);
    while (slots[slot] != 0) {
      byte[] term = terms.get(slots[slot] - 1);
      if (Arrays.equals(term, 0, term.length, bytes, from, to)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private int slot(byte[] bytes, int from, int to) {
    return (int) (TermHash.of(bytes, from, to) >>> 32) & (slots.length - 1);
  }

  int size() {
    return terms.size();
  }

  String iri(int number) {
    byte[] term = terms.get(number);
    return new String(term, 1, term.length - 2, StandardCharsets.UTF_8);
  }
}
