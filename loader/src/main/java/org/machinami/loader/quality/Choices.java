package org.machinami.loader.quality;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The different texts of a column while there are few. Not thread-safe. */
final class Choices {

  private static final int MOST = 50;
  private static final int LONGEST = 100;
  private static final int SLOTS = 128; // a power of two, more than twice as many

  /** A text and the first row that has it. */
  private record Choice(String text, int hash, long row) {
    boolean is(char[] other, int offset, int length) {
      if (text.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (text.charAt(i) != other[offset + i]) {
          return false;
        }
      }
      return true;
    }
  }

  private Choice[] slots = new Choice[SLOTS];
  private int count;

  /** Whether there are too many to be choices. */
  boolean isFull() {
    return slots.length == 0;
  }

  void add(char[] text, int offset, int length, int hash, long row) {
    if (length > LONGEST) {
      slots = new Choice[0];
      return;
    }
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    while (slots[slot] != null) {
      Choice choice = slots[slot];
      if (choice.hash == hash && choice.is(text, offset, length)) {
        return;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (++count > MOST) {
      slots = new Choice[0];
      return;
    }
    slots[slot] = new Choice(new String(text, offset, length), hash, row);
  }

  int count() {
    return count;
  }

  /** Texts that differ from another only in width, case or spaces, by their first rows. */
  SortedMap<Long, String> variants() {
    Map<String, Choice> plain = new HashMap<>();
    SortedMap<Long, String> variants = new TreeMap<>();
    for (Choice choice : slots) {
      if (choice == null) {
        continue;
      }
      Choice other = plain.putIfAbsent(folded(choice.text), choice);
      if (other != null) {
        boolean later = choice.row > other.row;
        variants.put(
            later ? choice.row : other.row,
            (later ? choice : other).text + " / " + (later ? other : choice).text);
      }
    }
    return variants;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}
