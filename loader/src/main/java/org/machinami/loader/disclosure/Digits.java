package org.machinami.loader.disclosure;

/** The digits of a cell that holds nothing else but what parts groups of them. Not thread-safe. */
final class Digits {

  private static final int MOST = 19;

  final byte[] values = new byte[MOST];
  int length;

  /** Whether the cell is such a number; its digits are in {@link #values} then. */
  boolean take(char[] text, int offset, int size) {
    length = 0;
    for (int at = offset; at < offset + size; at++) {
      char c = text[at];
      int digit = c >= '0' && c <= '9' ? c - '0' : c >= '０' && c <= '９' ? c - '０' : -1;
      if (digit < 0) {
        if (!parts(c)) {
          return false;
        }
      } else if (length == MOST) {
        return false;
      } else {
        values[length++] = (byte) digit;
      }
    }
    return true;
  }

  private static boolean parts(char c) {
    return switch (c) {
      case ' ', '-', '(', ')', '\u3000', '－', '‐', '−', 'ー', '（', '）' -> true;
      default -> false;
    };
  }

  /** Whether it is a number of a mobile phone in Japan. */
  boolean isMobile() {
    return length == 11 && values[0] == 0 && values[1] >= 6 && values[2] == 0;
  }

  /** Whether it is the number of a phone in a house or an office. */
  boolean isFixedLine() {
    return length == 10 && values[0] == 0 && values[1] != 0 && !isFreeOfCharge();
  }

  private boolean isFreeOfCharge() {
    return (values[1] == 1 && values[2] == 2 && values[3] == 0)
        || (values[1] == 5 && values[2] == 7 && values[3] == 0);
  }
}
