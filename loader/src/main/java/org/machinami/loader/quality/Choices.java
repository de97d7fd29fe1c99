package org.machinami.loader.quality;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

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

  /**
   * A text that differs from another only in width, case or spaces.
   *
   * @param row that has it first
   * @param isOdd whether the other is the plain form of both
   */
  record Variant(long row, String text, String other, boolean isOdd) {}

  /** Such texts, in the order of their rows: the odd one of two, else the later. */
  List<Variant> variants() {
    Map<String, Choice> plain = new HashMap<>();
    List<Variant> variants = new ArrayList<>();
    List<Choice> all = new ArrayList<>(Arrays.asList(slots));
    all.removeIf(Objects::isNull);
    all.sort(Comparator.comparingLong(Choice::row));
    for (Choice choice : all) {
      Choice first = plain.putIfAbsent(folded(choice.text), choice);
      if (first != null) {
        boolean firstIsOdd = isPlain(choice.text) && !isPlain(first.text);
        Choice odd = firstIsOdd ? first : choice;
        Choice other = firstIsOdd ? choice : first;
        variants.add(
            new Variant(odd.row, odd.text, other.text, isPlain(other.text) && !isPlain(odd.text)));
        if (firstIsOdd) {
          plain.put(folded(choice.text), choice);
        }
      }
    }
    variants.sort(Comparator.comparingLong(Variant::row));
    return variants;
  }

  private static boolean isPlain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().equals(text);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}
