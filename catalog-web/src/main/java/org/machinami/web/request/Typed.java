package org.machinami.web.request;

import java.text.Normalizer;

/** Words from a form, without the characters that nobody typed on purpose or that deceive. */
public final class Typed {
  private Typed() {}

  /** One line. */
  public static String line(String text) {
    return clean(text).replaceAll("\\s+", " ").strip();
  }

  /** Several lines, parted by "\n", with one empty line between paragraphs at most. */
  public static String lines(String text) {
    return clean(text)
        .replaceAll("\r\n?", "\n")
        .replaceAll("[\\t\\x0B\\f\\r ]*\n", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(Typed::isShown)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /**
   * Controls but for line breaks and tabs, halves of characters, characters that no text may hold,
   * and marks that turn the direction of what follows are left out.
   *
   * @see <a href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">UAX 9,
   *     2</a>
   */
  private static boolean isShown(int c) {
    boolean control =
        Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r' && c != '\t';
    boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean none = Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE;
    return !control && !turning && !none;
  }
}
