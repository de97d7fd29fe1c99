package org.machinami.web.rdf;

import java.io.InputStream;
import org.machinami.store.graph.GraphLines;

/** Lines as one stream of bytes. Does not close the lines. */
final class LineInput extends InputStream {
  private final GraphLines lines;
  private int at;
  private int end;

  LineInput(GraphLines lines) {
    this.lines = lines;
  }

  private boolean fill() {
    while (at == end) {
      if (!lines.next()) {
        return false;
      }
      at = lines.offset();
      end = at + lines.length();
    }
    return true;
  }

  @Override
  public int read() {
    return fill() ? lines.buffer()[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int copied = 0;
    while (copied < length && fill()) {
      int part = Math.min(length - copied, end - at);
      System.arraycopy(lines.buffer(), at, target, offset + copied, part);
      at += part;
      copied += part;
    }
    return copied == 0 ? -1 : copied;
  }
}
