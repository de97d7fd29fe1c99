package org.machinami.web.cli;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Hash;

/** The N-Triples of several graph versions, one after the other. Not for use by several threads. */
final class LinesStream extends InputStream {
  private final GraphVersions versions;
  private final Iterator<Hash> rest;
  private GraphLines lines;
  private int position;
  private int end;

  LinesStream(GraphVersions versions, List<Hash> graphs) {
    this.versions = versions;
    this.rest = List.copyOf(graphs).iterator();
  }

  @Override
  public int read() {
    return fill() ? lines.buffer()[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int copied = 0;
    while (copied < length && fill()) {
      int count = Math.min(length - copied, end - position);
      System.arraycopy(lines.buffer(), position, target, offset + copied, count);
      position += count;
      copied += count;
    }
    return copied == 0 && length > 0 ? -1 : copied;
  }

  /** Whether there is at least one byte at the position. */
  private boolean fill() {
    while (position == end) {
      if (lines != null && lines.next()) {
        position = lines.offset();
        end = position + lines.length();
      } else if (rest.hasNext()) {
        close();
        lines = versions.lines(rest.next());
        position = 0;
        end = 0;
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    if (lines != null) {
      lines.close();
    }
  }
}
