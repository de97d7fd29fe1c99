package org.machinami.store.graph;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.machinami.store.blob.Zstandard;
import org.machinami.store.disk.Disk;

/**
 * Writes a sorted run: blocks of about 256 kB, each with its two lengths and compressed. In a
 * block: length of a subject, the subject, the number of its lines; for each the length of the
 * rest, the rest. Not for use by several threads.
 */
final class RunWriter implements LineSink, AutoCloseable {
  private static final int BLOCK = 256 << 10;
  private static final int HEAD = 9; // a mark, length, stored length

  private final Path file;
  private final OutputStream out;
  private final Zstandard zstandard;
  private byte[] block = new byte[BLOCK + (16 << 10)];
  private int used;
  private int countAt = -1;
  private int count;
  private byte[] subject = new byte[256];
  private int subjectLength;

  RunWriter(Path file, Zstandard zstandard) {
    this.file = file;
    this.zstandard = zstandard;
    try {
      this.out = new FileOutputStream(file.toFile());
    } catch (IOException e) {
      throw Disk.writing(file, e);
    }
  }

  @Override
  public void subject(byte[] bytes, int offset, int length) {
    if (count > 0 && Arrays.equals(subject, 0, subjectLength, bytes, offset, offset + length)) {
      return;
    }
    if (subject.length < length) {
      subject = new byte[2 * length];
    }
    System.arraycopy(bytes, offset, subject, 0, length);
    subjectLength = length;
    begin();
  }

  private void begin() {
    endFragment();
    putInt(subjectLength);
    putBytes(subject, 0, subjectLength);
    countAt = used;
    putInt(0);
  }

  private void endFragment() {
    if (countAt >= 0) {
      ByteBuffer.wrap(block).putInt(countAt, count);
    }
    count = 0;
    if (used >= BLOCK) {
      flush();
    }
  }

  @Override
  public void rest(byte[] bytes, int offset, int length) {
    if (used >= BLOCK) {
      begin(); // goes on in the next block, with the same subject
    }
    putInt(length);
    putBytes(bytes, offset, length);
    count++;
  }

  private void putInt(int value) {
    reserve(4);
    ByteBuffer.wrap(block).putInt(used, value);
    used += 4;
  }

  private void putBytes(byte[] bytes, int offset, int length) {
    reserve(length);
    System.arraycopy(bytes, offset, block, used, length);
    used += length;
  }

  private void reserve(int length) {
    if (used + length > block.length) {
      block = Arrays.copyOf(block, Math.max(2 * block.length, used + length));
    }
  }

  private void flush() {
    countAt = -1;
    if (used == 0) {
      return;
    }
    try (Zstandard.Lease lease = zstandard.lease()) {
      byte[] stored = lease.scratch(HEAD + Zstandard.Lease.bound(used));
      int length = lease.compress(block, 0, used, stored, HEAD);
      ByteBuffer.wrap(stored).put(0, (byte) 'B').putInt(1, used).putInt(5, length);
      out.write(stored, 0, HEAD + length);
    } catch (IOException e) {
      throw Disk.writing(file, e);
    }
    used = 0;
  }

  /** Writes what is left; without it, the run is of no use. */
  void finish() {
    endFragment();
    flush();
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw Disk.writing(file, e);
    }
  }
}
