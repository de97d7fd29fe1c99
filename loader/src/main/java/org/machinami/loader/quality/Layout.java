package org.machinami.loader.quality;

/** Finds spaces that stand in a text for looks only. */
final class Layout {

  /** A label of more characters is a sentence. */
  private static final int LONGEST_LABEL = 40;

  private static final char LATIN = 0xFF;
  private static final char WIDE_SPACE = '\u3000';

  private Layout() {}

  /** At the ends, several together, or between three single characters of Japanese (東 京 都). */
  static boolean isThere(char[] text, int offset, int length) {
    return isThere(text, offset, length, 3);
  }

  /** In a header, which is no name of a person, also between two (氏 名). */
  static boolean isInHeader(String text) {
    return !text.isEmpty() && isThere(text.toCharArray(), 0, text.length(), 2);
  }

  private static boolean isThere(char[] text, int offset, int length, int letters) {
    int end = offset + length;
    if (isSpace(text[offset]) || isSpace(text[end - 1])) {
      return true;
    }
    if (length > LONGEST_LABEL) {
      return false;
    }
    boolean spaced = length % 2 == 1 && length / 2 + 1 >= letters;
    for (int at = offset; at < end; at++) {
      boolean space = isSpace(text[at]);
      if (space && isSpace(text[at - 1]) && isWide(text, at, end)) {
        return true;
      }
      boolean between = (at - offset) % 2 == 1;
      spaced &= space == between && (space || text[at] > LATIN);
    }
    return spaced;
  }

  /**
   * Whether two spaces are more than a slip: a full-width one is among them, or a third follows.
   */
  private static boolean isWide(char[] text, int at, int end) {
    return text[at] == WIDE_SPACE
        || text[at - 1] == WIDE_SPACE
        || (at + 1 < end && isSpace(text[at + 1]));
  }

  private static boolean isSpace(char c) {
    return (Characters.CLASSES[c] & Characters.SPACE) != 0;
  }
}
