package org.machinami.loader.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** Stops a compressed file that unpacks to more than it may. */
final class CappedStream extends FilterInputStream {

  private final String name;
  private final long most;
  private long passed;

  CappedStream(String name, InputStream in, SourceLimits limits) {
    super(in);
    this.name = name;
    this.most = limits.unpackedBytes();
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  private void count(long n) {
    passed += n;
    if (passed > most) {
      throw new LoadException(Fault.DATA, "source.unpacked", name, most);
    }
  }
}
