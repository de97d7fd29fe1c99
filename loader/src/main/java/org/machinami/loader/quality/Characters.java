package org.machinami.loader.quality;

/** Classes of characters, as bits, looked up by their code. */
final class Characters {
  static final int DIGIT = 1;

  /** Stands in a number besides digits. */
  static final int SIGN = 1 << 1;

  static final int SPACE = 1 << 2;
  static final int LINE_BREAK = 1 << 3;

  /** Depends on the platform, or is broken. */
  static final int ODD = 1 << 4;

  /** Parts several values. */
  static final int SEPARATOR = 1 << 5;

  static final int OTHER = 1 << 6;

  static final byte[] CLASSES = new byte[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c < CLASSES.length; c++) {
      CLASSES[c] = (byte) classOf((char) c);
    }
  }

  private Characters() {}

  private static int classOf(char c) {
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    return switch (c) {
      case '+', '-', '.' -> SIGN;
      case '\n', '\r' -> LINE_BREAK;
      case ' ', '\t', '\u00A0', '\u3000' -> SPACE;
      case ',', ';', '、', '，', '；', '|', '｜', '/' -> SEPARATOR;
      default -> isOdd(c) ? ODD : OTHER;
    };
  }

  /**
   * The characters that JIS X 0208 lacks and NEC and IBM added for looks, private ones, control
   * characters and what stands for undecodable bytes. Kanji that were added for names are not among
   * them.
   */
  private static boolean isOdd(char c) {
    return c < 0x20
        || (c >= 0x7F && c < 0xA0)
        || (c >= '①' && c <= '⑳')
        || (c >= 'Ⅰ' && c <= 'ⅿ')
        || (c >= '\u3220' && c <= '\u33FF')
        || (c >= '\uE000' && c <= '\uF8FF')
        || c >= '\uFFFC'
        || c == '№'
        || c == '℡'
        || c == '〝'
        || c == '〟';
  }
}
