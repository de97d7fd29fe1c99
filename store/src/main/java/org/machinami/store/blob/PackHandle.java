package org.machinami.store.blob;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.machinami.store.disk.Disk;

/**
 * The bytes of a pack, through one file handle. Not mapped: what a load or a rebuild reads once
 * would stay resident, 256 MB for each pack. A {@link RandomAccessFile} rather than a channel,
 * because an interrupt of a reading thread closes a channel for all. Thread-safe.
 */
final class PackHandle implements AutoCloseable {
  private final Path file;
  private final RandomAccessFile handle;

  private PackHandle(Path file, RandomAccessFile handle) {
    this.file = file;
    this.handle = handle;
  }

  static PackHandle open(Path file) {
    try {
      return new PackHandle(file, new RandomAccessFile(file.toFile(), "r"));
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  Path file() {
    return file;
  }

  /** How long the file is now, bytes. */
  synchronized long length() {
    try {
      return handle.length();
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  /** Copies bytes of the file, which must have them. */
  synchronized void copy(long offset, byte[] target, int targetOffset, int length) {
    try {
      handle.seek(offset);
      handle.readFully(target, targetOffset, length);
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      handle.close();
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }
}
