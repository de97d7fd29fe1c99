package org.machinami.loader.excel;

/** A text in runs of different looks, and the reading (furigana) beside it. */
final class RichText {

  private RichText() {}

  /** The text of the element that the reader stands on, without looks and without the reading. */
  static String read(Xml xml, int most) {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int reading = 0; // depth of the phonetic run that is being passed over
    boolean inText = false;
    while (depth > 0 && xml.next()) {
      if (xml.isStart()) {
        depth++;
        if (reading == 0 && xml.name().equals("rPh")) {
          reading = depth;
        }
        inText = reading == 0 && xml.name().equals("t");
      } else if (xml.isEnd()) {
        if (depth == reading) {
          reading = 0;
        }
        depth--;
        inText = false;
      } else if (inText && xml.isText()) {
        xml.addText(text, most);
      }
    }
    return unescaped(text.toString());
  }

  /** Characters that XML cannot hold are written as _x000D_. */
  private static String unescaped(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      plain.append(text, from, at);
      if (at + 7 <= text.length()
          && text.charAt(at + 6) == '_'
          && text.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        plain.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
        from = at + 7;
      } else {
        plain.append("_x");
        from = at + 2;
      }
      at = text.indexOf("_x", from);
    }
    return plain.append(text, from, text.length()).toString();
  }
}
