package org.machinami.loader.harvest;

import java.nio.charset.StandardCharsets;

/**
 * Cuts a line of N-Quads or N-Triples into its terms without making objects of them. It knows the
 * form that nearly all lines have: canonical escapes, absolute IRIs, valid UTF-8. A line that is
 * anything else is left to a full parser, which says whether it is only unusual or broken.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/">N-Quads</a>
 */
final class StatementLine {
  private StatementLine() {}

  /**
   * Fills the statement from the line.
   *
   * @return false when the line is not in the plain form; the statement's slices are then undefined
   */
  static boolean cut(byte[] bytes, int start, int end, Statement statement) {
    statement.bytes = bytes;
    int at = spaces(bytes, start, end);
    statement.subjectStart = at;
    at = resource(bytes, at, end);
    if (at < 0) {
      return false;
    }
    statement.subjectEnd = at;
    at = spaces(bytes, at, end);
    statement.predicateStart = at;
    if (at >= end || bytes[at] != '<') {
      return false;
    }
    at = iri(bytes, at, end);
    if (at < 0) {
      return false;
    }
    statement.predicateEnd = at;
    at = spaces(bytes, at, end);
    statement.objectStart = at;
    at = at < end && bytes[at] == '"' ? literal(bytes, at, end) : resource(bytes, at, end);
    if (at < 0) {
      return false;
    }
    statement.objectEnd = at;
    at = spaces(bytes, at, end);
    statement.graphStart = at;
    statement.graphEnd = at;
    if (at < end && bytes[at] != '.') {
      at = resource(bytes, at, end);
      if (at < 0) {
        return false;
      }
      statement.graphEnd = at;
      at = spaces(bytes, at, end);
    }
    return at < end && bytes[at] == '.' && spaces(bytes, at + 1, end) == end;
  }

  static int spaces(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** The end of the IRI or blank node that starts here, or -1. */
  static int resource(byte[] bytes, int start, int end) {
    if (start >= end) {
      return -1;
    }
    if (bytes[start] == '<') {
      return iri(bytes, start, end);
    }
    if (bytes[start] != '_' || start + 2 >= end || bytes[start + 1] != ':') {
      return -1;
    }
    int at = start + 2;
    while (at < end && labelByte(bytes[at])) {
      at++;
    }
    // A dot may stand inside a label but not at its end.
    while (bytes[at - 1] == '.') {
      at--;
    }
    return at > start + 2 ? at : -1;
  }

  private static boolean labelByte(byte value) {
    return (value >= 'a' && value <= 'z')
        || (value >= 'A' && value <= 'Z')
        || (value >= '0' && value <= '9')
        || value == '_'
        || value == '-'
        || value == '.'
        || value == ':';
  }

  private static int iri(byte[] bytes, int start, int end) {
    boolean absolute = false;
    for (int at = start + 1; at < end; at++) {
      byte value = bytes[at];
      if (value == '>') {
        return absolute ? at + 1 : -1;
      }
      if (value >= 0 && value <= ' ') {
        return -1;
      }
      switch (value) {
        case '<', '"', '{', '}', '|', '^', '`', '\\' -> {
          return -1;
        }
        case '/', '?', '#' -> {
          if (!absolute) {
            return -1;
          }
        }
        case ':' -> absolute = absolute || at > start + 1;
        default -> {
          if (value < 0) {
            int next = utf8(bytes, at, end);
            if (next < 0) {
              return -1;
            }
            at = next - 1;
          }
        }
      }
    }
    return -1;
  }

  /** The end of the literal that starts here, or -1. */
  static int literal(byte[] bytes, int start, int end) {
    int at = start + 1;
    while (at < end && bytes[at] != '"') {
      byte value = bytes[at];
      if (value == '\\') {
        if (at + 1 >= end || !canonicalEscape(bytes[at + 1])) {
          return -1;
        }
        at += 2;
      } else if (value < 0) {
        at = utf8(bytes, at, end);
        if (at < 0) {
          return -1;
        }
      } else if (value < ' ' && value != '\t') {
        return -1;
      } else {
        at++;
      }
    }
    if (at >= end) {
      return -1;
    }
    at++;
    if (at < end && bytes[at] == '@') {
      int tag = at + 1;
      at = tag;
      while (at < end && (Character.isLetterOrDigit(bytes[at] & 0xff) || bytes[at] == '-')) {
        at++;
      }
      return at > tag ? at : -1;
    }
    if (at + 2 < end && bytes[at] == '^' && bytes[at + 1] == '^' && bytes[at + 2] == '<') {
      return iri(bytes, at + 2, end);
    }
    return at;
  }

  private static boolean canonicalEscape(byte value) {
    return value == 'n' || value == 'r' || value == '"' || value == '\\' || value == 't';
  }

  /** The place after the UTF-8 sequence that starts here, or -1 where it is not a valid one. */
  private static int utf8(byte[] bytes, int start, int end) {
    int lead = bytes[start] & 0xff;
    int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || start + more >= end) {
      return -1;
    }
    int point = lead & (0x3f >> more);
    for (int k = 1; k <= more; k++) {
      int value = bytes[start + k] & 0xff;
      if ((value & 0xc0) != 0x80) {
        return -1;
      }
      point = point << 6 | (value & 0x3f);
    }
    boolean valid =
        switch (more) {
          case 2 -> point >= 0x800 && (point < 0xd800 || point > 0xdfff);
          case 3 -> point >= 0x10000 && point <= 0x10ffff;
          default -> true;
        };
    return valid ? start + more + 1 : -1;
  }

  static byte[] term(String iri) {
    return ("<" + iri + ">").getBytes(StandardCharsets.UTF_8);
  }
}
