package org.machinami.loader.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** Looks at the ends of a zip before its directory is read into memory. */
final class ZipDirectory {

  private static final int LOCAL = 0x04034B50;
  private static final int END = 0x06054B50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private ZipDirectory() {}

  /**
   * Refuses what is no zip and what has a directory of more bytes or entries than there may be. The
   * directory lies between its offset and the end record, whatever its size is said to be.
   */
  static void requireBounded(SeekableByteChannel file, String name, int entries, long bytes)
      throws IOException {
    long size = file.size();
    ByteBuffer head = read(file, 0, (int) Math.min(4, size));
    int first = size < END_SIZE ? 0 : head.getInt(0);
    if (first != LOCAL && first != END) {
      throw new LoadException(Fault.DATA, "archive.no-zip", name);
    }
    int length = (int) Math.min(size, LONGEST_COMMENT + END_SIZE);
    ByteBuffer tail = read(file, size - length, length);
    for (int at = length - END_SIZE; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        int count = tail.getShort(at + 10) & 0xFFFF;
        long offset = tail.getInt(at + 16) & 0xFFFFFFFFL;
        long end = size - length + at;
        // 0xFFFF and 0xFFFFFFFF say that a record of Zip64 has the numbers.
        if (offset == 0xFFFFFFFFL) {
          offset = Math.max(0, end - (tail.getInt(at + 12) & 0xFFFFFFFFL));
        }
        if ((count > entries && count != 0xFFFF) || end - offset > bytes) {
          throw new LoadException(Fault.DATA, "archive.entries", name, entries);
        }
        return;
      }
    }
    throw new LoadException(Fault.DATA, "archive.broken", name);
  }

  private static ByteBuffer read(SeekableByteChannel file, long from, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(from);
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = file.read(buffer);
    }
    return buffer;
  }
}
