package org.machinami.loader.excel;

/** Takes apart references such as {@code AB12} and {@code A1:B2}. */
final class CellReference {

  private static final int LETTERS = 26;

  private CellReference() {}

  /** Number of the column, from 0; -1 where there is none. */
  static int column(String reference) {
    int column = 0;
    for (int at = 0; at < reference.length() && at < 4; at++) {
      char c = reference.charAt(at);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * LETTERS + c - 'A' + 1;
    }
    return column - 1;
  }

  /** Number of the row, from 1; 0 where there is none. */
  static int row(String reference) {
    int row = 0;
    boolean digits = false;
    for (int at = 0; at < reference.length() && row < 100_000_000; at++) {
      char c = reference.charAt(at);
      if (c >= '0' && c <= '9') {
        row = row * 10 + c - '0';
        digits = true;
      } else if (digits) {
        break;
      }
    }
    return row;
  }

  /** The letters of a column, from 0. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }
}
