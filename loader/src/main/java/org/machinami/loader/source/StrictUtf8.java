package org.machinami.loader.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Bytes that must be UTF-8: parsers put another character in place of what is none, and the text is
 * lost without a word. Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629, syntax of UTF-8</a>
 */
public final class StrictUtf8 extends FilterInputStream {
  private final String name;
  private long line = 1;
  private int following;
  private int least = 0x80;
  private int most = 0xBF;
  private LoadException fault;

  /**
   * @param name of the source, for the message
   */
  public StrictUtf8(String name, InputStream content) {
    super(content);
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value < 0) {
      requireEnd();
    } else {
      take(value);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count < 0) {
      requireEnd();
    }
    for (int i = offset; i < offset + count; i++) {
      take(buffer[i] & 0xFF);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void take(int value) {
    if (following > 0) {
      if (value < least || value > most) {
        throw wrong();
      }
      following--;
      least = 0x80;
      most = 0xBF;
    } else if (value >= 0x80) {
      begin(value);
    } else if (value == '\n') {
      line++;
    }
  }

  /** The first byte of several; the second one has bounds of its own after some. */
  private void begin(int value) {
    if (value < 0xC2 || value > 0xF4) {
      throw wrong();
    }
    following = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
    least = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
    most = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
  }

  private void requireEnd() {
    if (following > 0) {
      throw wrong();
    }
  }

  /** What was wrong with the bytes, for parsers that keep only the words of an exception. */
  public Optional<LoadException> fault() {
    return Optional.ofNullable(fault);
  }

  private LoadException wrong() {
    fault = new LoadException(Fault.DATA, "source.not-utf-8", name, line);
    return fault;
  }
}
