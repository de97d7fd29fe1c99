package org.machinami.web.steward.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first lines of a large dump, so that a test need not read all of it. */
final class Beginning extends FilterInputStream {
  private static final int LINES = 400_000;

  private int left = LINES;

  Beginning(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = super.read(bytes, offset, length);
    for (int i = offset; i < offset + count; i++) {
      if (bytes[i] == '\n' && --left == 0) {
        return i + 1 - offset;
      }
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }
}
