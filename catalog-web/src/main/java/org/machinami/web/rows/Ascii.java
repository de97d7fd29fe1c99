package org.machinami.web.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Comparisons of bytes in lines that are not worth a string. */
final class Ascii {
  private Ascii() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  static boolean contains(byte[] bytes, int from, int to, byte[] part) {
    for (int at = from; at + part.length <= to; at++) {
      if (bytes[at] == part[0]
          && Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
