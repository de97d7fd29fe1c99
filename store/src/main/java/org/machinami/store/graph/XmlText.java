package org.machinami.store.graph;

/**
 * Text as an XML document can hold it.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0 section 2.2, characters</a>
 */
public final class XmlText {
  private XmlText() {}

  /** The text with U+FFFD in the place of each character that XML 1.0 lacks. */
  public static String clean(String text) {
    if (isClean(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> isCharacter(c) ? c : 0xFFFD).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Whether XML 1.0 has all characters of the text. */
  static boolean isClean(String text) {
    return text.codePoints().allMatch(XmlText::isCharacter);
  }

  private static boolean isCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
