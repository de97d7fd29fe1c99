package org.machinami.web.download;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/**
 * Writes in the encoding of Japanese Windows. Characters that it has under another code point are
 * written so; others become the geta mark, the printers' sign for a missing character, and are
 * counted.
 */
final class Cp932 extends FilterWriter {
  static final Charset CHARSET = Charset.forName("windows-31j");

  private static final char GETA = '〓';

  /** The same characters, which JIS and Microsoft gave different code points. */
  private static final Map<Character, Character> SAME =
      Map.of(
          '\u301C', '\uFF5E', '\u2016', '\u2225', '\u2212', '\uFF0D', '\u2014', '\u2015', '\u00A2',
          '\uFFE0', '\u00A3', '\uFFE1', '\u00AC', '\uFFE2');

  private final CharsetEncoder encoder = CHARSET.newEncoder();
  private long replaced;

  Cp932(OutputStream out) {
    super(new OutputStreamWriter(out, CHARSET));
  }

  /** How many characters the encoding lacked so far. */
  long replaced() {
    return replaced;
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    out.write(encodable(text.substring(offset, offset + length)));
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length), 0, length);
  }

  @Override
  public void write(int c) throws IOException {
    write(Character.toString((char) c), 0, 1);
  }

  @Override
  public Writer append(CharSequence text) throws IOException {
    write(text.toString(), 0, text.length());
    return this;
  }

  private String encodable(String text) {
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              char one = (char) point;
              if (Character.isBmpCodePoint(point) && encoder.canEncode(one)) {
                out.append(one);
              } else if (Character.isBmpCodePoint(point) && SAME.containsKey(one)) {
                out.append(SAME.get(one).charValue());
              } else {
                out.append(GETA);
                replaced++;
              }
            });
    return out.toString();
  }
}
