package org.machinami.store.graph;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.machinami.store.blob.Zstandard;
import org.machinami.store.disk.Disk;

/** Reads a run that {@link RunWriter} wrote. Not for use by several threads. */
final class RunReader implements LineCursor {
  private final Path file;
  private final DataInputStream in;
  private final Zstandard zstandard;
  private byte[] block = new byte[0];
  private ByteBuffer numbers = ByteBuffer.wrap(block);
  private int length;
  private int at;
  private int restsLeft;
  private int subject;
  private int subjectLength;
  private int rest;
  private int restLength;

  RunReader(Path file, Zstandard zstandard) {
    this.file = file;
    this.zstandard = zstandard;
    try {
      this.in = new DataInputStream(new BufferedInputStream(new FileInputStream(file.toFile())));
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  @Override
  public boolean nextSubject() {
    while (nextRest()) {
      // the caller did not want these
    }
    if (at == length && !nextBlock()) {
      return false;
    }
    subjectLength = numbers.getInt(at);
    subject = at + 4;
    restsLeft = numbers.getInt(subject + subjectLength);
    at = subject + subjectLength + 4;
    return true;
  }

  private boolean nextBlock() {
    try (Zstandard.Lease lease = zstandard.lease()) {
      int size = in.read() < 0 ? -1 : in.readInt();
      if (size < 0) {
        return false;
      }
      int storedLength = in.readInt();
      byte[] stored = lease.scratch(storedLength);
      in.readFully(stored, 0, storedLength);
      if (block.length < size) {
        block = new byte[size];
        numbers = ByteBuffer.wrap(block);
      }
      if (!lease.decompress(stored, 0, storedLength, block, size)) {
        throw new IOException("a block cannot be decompressed");
      }
      length = size;
      at = 0;
      return true;
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  @Override
  public boolean nextRest() {
    if (restsLeft == 0) {
      return false;
    }
    restsLeft--;
    restLength = numbers.getInt(at);
    rest = at + 4;
    at = rest + restLength;
    return true;
  }

  @Override
  public byte[] bytes() {
    return block;
  }

  @Override
  public int subjectOffset() {
    return subject;
  }

  @Override
  public int subjectLength() {
    return subjectLength;
  }

  @Override
  public int restOffset() {
    return rest;
  }

  @Override
  public int restLength() {
    return restLength;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }
}
