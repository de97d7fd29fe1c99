package org.machinami.loader.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** Stops a compressed file that unpacks to more than it may, or is damaged. */
final class CappedStream extends FilterInputStream {

  /** What unpacks. */
  @FunctionalInterface
  interface Unpacking<T> {
    T next() throws IOException;
  }

  private final String name;
  private final long most;
  private long passed;

  CappedStream(String name, InputStream in, SourceLimits limits) {
    super(in);
    this.name = name;
    this.most = limits.unpackedBytes();
  }

  /** A stream whose beginning says already whether it is what its name says. */
  static CappedStream open(String name, Unpacking<InputStream> unpacking, SourceLimits limits) {
    return new CappedStream(name, sound(name, unpacking), limits);
  }

  /**
   * What is unpacked next.
   *
   * @throws LoadException when the file is damaged or cut
   */
  static <T> T sound(String name, Unpacking<T> unpacking) {
    try {
      return unpacking.next();
    } catch (IOException e) {
      throw new LoadException(Fault.DATA, e, "source.packed-broken", name, e.toString());
    }
  }

  @Override
  public int read() {
    int b = sound(name, super::read);
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int n = sound(name, () -> super.read(buffer, offset, length));
    count(Math.max(n, 0));
    return n;
  }

  @Override
  public long skip(long n) {
    long skipped = sound(name, () -> super.skip(n));
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
