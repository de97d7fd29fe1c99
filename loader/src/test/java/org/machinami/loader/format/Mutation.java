package org.machinami.loader.format;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Damages bytes in one to four ways, the same for the same seed. */
final class Mutation {

  private static final String[] WORDS = {
    "\0",
    "\"",
    ",",
    "\n",
    "\r\n",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    "</a>",
    "<a>",
    "&x;",
    "-1",
    "999999999999",
    "1e999",
    "NaN",
    "\uFEFF",
    "\u3042",
    "\uD842\uDFB7",
    "'",
    "\\",
    "#",
    ";",
    "\u001E",
    "PK\u0003\u0004",
    "null"
  };

  private final Random random;

  Mutation(long seed) {
    this.random = new Random(seed);
  }

  byte[] of(byte[] original) {
    byte[] bytes = original;
    for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
    switch (random.nextInt(8)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
      }
      case 1 -> {
        byte[] other = bytes.clone();
        for (int i = at; i < at + length; i++) {
          other[i] = (byte) random.nextInt();
        }
        return other;
      }
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 3 -> {
        return joined(bytes, at, new byte[0], at + length);
      }
      case 4 -> {
        byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
        return joined(bytes, at, piece, at);
      }
      case 5 -> {
        String word = WORDS[random.nextInt(WORDS.length)];
        return joined(bytes, at, word.getBytes(java.nio.charset.StandardCharsets.UTF_8), at);
      }
      case 6 -> {
        byte[] extreme = bytes.clone();
        byte value = (byte) (random.nextBoolean() ? 0xFF : random.nextBoolean() ? 0x7F : 0);
        Arrays.fill(extreme, at, Math.min(extreme.length, at + 4), value);
        return extreme;
      }
      default -> {
        int from = random.nextInt(bytes.length);
        byte[] moved = bytes.clone();
        int size = Math.min(length, bytes.length - Math.max(at, from));
        System.arraycopy(bytes, from, moved, at, size);
        return moved;
      }
    }
  }

  private static byte[] joined(byte[] bytes, int at, byte[] between, int on) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, at);
    all.writeBytes(between);
    all.write(bytes, on, bytes.length - on);
    return all.toByteArray();
  }
}
