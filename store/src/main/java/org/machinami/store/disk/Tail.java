package org.machinami.store.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies what an append-only file has more than its copy. */
public final class Tail {
  private static final int BUFFER = 1 << 20;

  private Tail() {}

  /** The length of a file; 0 when it is not there. */
  public static long length(Path file) {
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  /**
   * Copies the bytes from the copy's end to a place, durably.
   *
   * @param start where the copy ends; what it has beyond is cut off
   * @param end up to where to copy
   */
  public static void copy(Path file, Path copy, long start, long end) {
    try (RandomAccessFile out = new RandomAccessFile(copy.toFile(), "rw")) {
      out.setLength(start);
      out.seek(start);
      byte[] buffer = new byte[BUFFER];
      long at = start;
      while (at < end) {
        int length = (int) Math.min(buffer.length, end - at);
        read(file, at, buffer, length);
        out.write(buffer, 0, length);
        at += length;
      }
      out.getFD().sync();
    } catch (IOException e) {
      throw Disk.writing(copy, e);
    }
    Disk.syncDirectory(copy.toAbsolutePath().getParent());
  }

  /** Reads bytes of a file. */
  public static byte[] read(Path file, long from, int length) {
    byte[] bytes = new byte[length];
    read(file, from, bytes, length);
    return bytes;
  }

  private static void read(Path file, long from, byte[] buffer, int length) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(from);
      in.readFully(buffer, 0, length);
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }
}
