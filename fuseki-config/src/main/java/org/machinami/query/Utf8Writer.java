package org.machinami.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Characters as UTF-8 without a lock and without an encoder: Jena's Turtle writer hands over one
 * character at a time, and the JDK's writers take a lock for each. Not thread-safe.
 */
final class Utf8Writer extends Writer {
  private static final int BUFFER = 4 << 10;
  private static final int ROOM = 5; // for half a pair and a character of four bytes

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int length;
  private char high;

  /**
   * @param out takes the bytes; closed with this
   */
  Utf8Writer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int character) throws IOException {
    if (length > BUFFER - ROOM) {
      drain();
    }
    char c = (char) character;
    if (c < 0x80 && high == 0) {
      buffer[length++] = (byte) c;
    } else {
      encode(c);
    }
  }

  private void encode(char c) {
    if (high != 0) {
      char first = high;
      high = 0;
      if (Character.isLowSurrogate(c)) {
        put(new String(new char[] {first, c}));
        return;
      }
      buffer[length++] = '?'; // half a pair, as the JDK's encoders write it
      encode(c);
    } else if (Character.isHighSurrogate(c)) {
      high = c;
    } else {
      put(String.valueOf(c));
    }
  }

  private void put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  @Override
  public void write(char[] characters, int offset, int count) throws IOException {
    for (int i = offset; i < offset + count; i++) {
      write(characters[i]);
    }
  }

  @Override
  public void write(String text, int offset, int count) throws IOException {
    for (int i = offset; i < offset + count; i++) {
      write(text.charAt(i));
    }
  }

  private void drain() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (high != 0) {
      high = 0;
      write('?');
    }
    flush();
    out.close();
  }
}
