package org.machinami.loader.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** The bytes of an entry: counted while they come out, and held against its checksum at the end. */
final class BoundedEntry extends FilterInputStream {

  private final ZipArchive archive;
  private final ArchiveEntry entry;
  private final CRC32 checksum = new CRC32();
  private long passed;

  BoundedEntry(ZipArchive archive, ArchiveEntry entry, InputStream in) {
    super(in);
    this.archive = archive;
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = in.read(buffer, offset, length);
    } catch (ZipException | EOFException e) {
      throw archive.damaged(entry);
    }
    if (n < 0) {
      if (checksum.getValue() != entry.packed().getCrc() || passed != entry.packed().getSize()) {
        throw archive.damaged(entry);
      }
      return n;
    }
    passed += n;
    archive.count(entry, passed, n);
    checksum.update(buffer, offset, n);
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] skipped = new byte[(int) Math.min(n, 8_192)];
    long left = n;
    while (left > 0) {
      int read = read(skipped, 0, (int) Math.min(left, skipped.length));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return n - left;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
