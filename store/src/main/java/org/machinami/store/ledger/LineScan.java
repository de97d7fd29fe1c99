package org.machinami.store.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;

/**
 * Runs over the lines of a file from a place on; the bytes of a line are valid until the next one.
 */
final class LineScan {
  private final RandomAccessFile file;
  private final long limit;
  private byte[] buffer = new byte[64 << 10];
  private int lineStart;
  private int lineEnd;
  private int filled;
  private long filePosition; // of buffer[filled]

  LineScan(RandomAccessFile file, long from, long limit) {
    this.file = file;
    this.filePosition = from;
    this.limit = limit;
  }

  /** Goes to the next complete line; false when what is left has no newline. */
  boolean next() throws IOException {
    lineStart = lineEnd;
    int searched = lineStart;
    while (true) {
      for (; searched < filled; searched++) {
        if (buffer[searched] == '\n') {
          lineEnd = searched + 1;
          return true;
        }
      }
      int before = lineStart;
      if (!fill()) {
        return false;
      }
      searched -= before - lineStart;
    }
  }

  private boolean fill() throws IOException {
    if (lineStart > 0) {
      System.arraycopy(buffer, lineStart, buffer, 0, filled - lineStart);
      filled -= lineStart;
      lineEnd -= lineStart;
      lineStart = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
    }
    int wanted = (int) Math.min(buffer.length - filled, limit - filePosition);
    if (wanted <= 0) {
      return false;
    }
    file.seek(filePosition);
    int read = file.read(buffer, filled, wanted);
    if (read <= 0) {
      return false;
    }
    filled += read;
    filePosition += read;
    return true;
  }

  byte[] buffer() {
    return buffer;
  }

  int offset() {
    return lineStart;
  }

  /** Length with the newline. */
  int length() {
    return lineEnd - lineStart;
  }

  /** Where the line begins in the file. */
  long position() {
    return filePosition - filled + lineStart;
  }
}
