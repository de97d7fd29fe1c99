package org.machinami.loader.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of UTF-8 that knows how text is written in N-Triples. Not thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples">canonical N-Triples</a>
 */
final class Bytes {

  /** What the reader puts where bytes are no text. */
  private static final char UNDECODABLE = '\uFFFF';

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** ASCII that stands for itself inside a literal. */
  private static final boolean[] LITERAL = new boolean[128];

  /** ASCII that stands for itself in a key of an IRI: unreserved of RFC 3986. */
  private static final boolean[] UNRESERVED = new boolean[128];

  /** ASCII that may stand in an IRI. */
  private static final boolean[] IRI = new boolean[128];

  static {
    for (char c = 0x20; c < 0x7f; c++) {
      LITERAL[c] = c != '"' && c != '\\';
      IRI[c] = c > 0x20 && "<>\"{}|^`\\".indexOf(c) < 0;
      UNRESERVED[c] = Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
    }
  }

  private byte[] data;
  private int length;

  Bytes(int capacity) {
    data = new byte[capacity];
  }

  byte[] data() {
    return data;
  }

  int length() {
    return length;
  }

  void truncate(int size) {
    length = size;
  }

  byte[] copy() {
    return Arrays.copyOf(data, length);
  }

  private void ensure(int more) {
    if (data.length - length < more) {
      data = Arrays.copyOf(data, Math.max(data.length * 2, length + more));
    }
  }

  void append(byte b) {
    ensure(1);
    data[length++] = b;
  }

  void append(byte[] bytes) {
    append(bytes, 0, bytes.length);
  }

  void append(byte[] bytes, int offset, int size) {
    ensure(size);
    System.arraycopy(bytes, offset, data, length, size);
    length += size;
  }

  /** Appends a part of this buffer. */
  void repeat(int offset, int size) {
    ensure(size);
    System.arraycopy(data, offset, data, length, size);
    length += size;
  }

  /** Appends ASCII as it is. */
  void ascii(char[] text, int from, int to) {
    ensure(to - from);
    for (int i = from; i < to; i++) {
      data[length++] = (byte) text[i];
    }
  }

  /** Appends ASCII as it is. */
  void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      append((byte) text.charAt(i));
    }
  }

  /** The inside of a literal. */
  void literal(char[] text, int from, int to) {
    ensure((to - from) * 6);
    byte[] out = data;
    int n = length;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c < 0x80) {
        if (LITERAL[c]) {
          out[n++] = (byte) c;
        } else {
          n = escape(c, out, n);
        }
      } else if (c < 0x800) {
        out[n++] = (byte) (0xc0 | (c >> 6));
        out[n++] = (byte) (0x80 | (c & 0x3f));
      } else if (!Character.isSurrogate(c)) {
        if (c == UNDECODABLE) {
          throw new RowRefusal("row.undecodable");
        }
        out[n++] = (byte) (0xe0 | (c >> 12));
        out[n++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        out[n++] = (byte) (0x80 | (c & 0x3f));
      } else {
        n = supplementary(codePoint(text, i++, to), out, n);
      }
    }
    length = n;
  }

  private static int escape(char c, byte[] out, int at) {
    int n = at;
    char letter =
        switch (c) {
          case '"' -> '"';
          case '\\' -> '\\';
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          case '\b' -> 'b';
          case '\f' -> 'f';
          default -> 0;
        };
    if (letter != 0) {
      out[n++] = '\\';
      out[n++] = (byte) letter;
      return n;
    }
    throw new RowRefusal("row.control-character", String.format("U+%04X", (int) c));
  }

  /** A key inside an IRI: all but unreserved characters (RFC 3987) percent-encoded. */
  void key(char[] text, int from, int to) {
    ensure((to - from) * 9);
    byte[] out = data;
    int n = length;
    if (text[from] == '.' && (to - from == 1 || (to - from == 2 && text[from + 1] == '.'))) {
      for (int i = from; i < to; i++) {
        n = percent('.', out, n);
      }
      length = n;
      return;
    }
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c < 0x80) {
        if (UNRESERVED[c]) {
          out[n++] = (byte) c;
        } else if (c == 0) {
          throw new RowRefusal("row.control-character", "U+0000");
        } else {
          n = percent(c, out, n);
        }
      } else if (Character.isSurrogate(c)) {
        int point = codePoint(text, i++, to);
        int start = n;
        n = supplementary(point, out, n);
        boolean plain =
            point <= 0xEFFFD && (point & 0xFFFE) != 0xFFFE && (point < 0xE0000 || point >= 0xE1000);
        if (!plain) {
          n = percentAll(out, start, n);
        }
      } else {
        int start = n;
        if (c < 0x800) {
          out[n++] = (byte) (0xc0 | (c >> 6));
        } else {
          out[n++] = (byte) (0xe0 | (c >> 12));
          out[n++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        }
        out[n++] = (byte) (0x80 | (c & 0x3f));
        if (!isUcs(c)) {
          if (c == UNDECODABLE) {
            throw new RowRefusal("row.undecodable");
          }
          n = percentAll(out, start, n);
        }
      }
    }
    length = n;
  }

  /** An IRI as it stands in the data; refused when it holds what no IRI may hold. */
  void iri(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c < 0x80
          ? !IRI[c]
          : c < 0xa0 || c >= 0xfff0 || c == 0x3000 || c == 0x2028 || c == 0x2029) {
        throw new RowRefusal(
            c == UNDECODABLE ? "row.undecodable" : "row.iri", String.format("U+%04X", (int) c));
      }
    }
    literal(text, from, to);
  }

  /** ucschar of RFC 3987 in the basic plane, as in {@link org.machinami.ontology.Iris#encode}. */
  private static boolean isUcs(char c) {
    return (c >= 0xa0 && c <= 0xd7ff)
        || (c >= 0xf900 && c <= 0xfdcf)
        || (c >= 0xfdf0 && c <= 0xffef);
  }

  private static int percent(int b, byte[] out, int at) {
    out[at] = '%';
    out[at + 1] = HEX[(b >> 4) & 15];
    out[at + 2] = HEX[b & 15];
    return at + 3;
  }

  private static int percentAll(byte[] out, int start, int end) {
    byte[] raw = Arrays.copyOfRange(out, start, end);
    int n = start;
    for (byte b : raw) {
      n = percent(b, out, n);
    }
    return n;
  }

  private static int codePoint(char[] text, int at, int to) {
    if (!Character.isHighSurrogate(text[at])
        || at + 1 >= to
        || !Character.isLowSurrogate(text[at + 1])) {
      throw new RowRefusal("row.undecodable");
    }
    return Character.toCodePoint(text[at], text[at + 1]);
  }

  private static int supplementary(int point, byte[] out, int at) {
    out[at] = (byte) (0xf0 | (point >> 18));
    out[at + 1] = (byte) (0x80 | ((point >> 12) & 0x3f));
    out[at + 2] = (byte) (0x80 | ((point >> 6) & 0x3f));
    out[at + 3] = (byte) (0x80 | (point & 0x3f));
    return at + 4;
  }
}
