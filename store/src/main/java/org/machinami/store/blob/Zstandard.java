package org.machinami.store.blob;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Zstandard contexts with a scratch array each, kept for the next use: a context costs more than
 * compressing a small blob. Safe for use by many threads; each holds a {@link Lease} for itself.
 */
public final class Zstandard implements AutoCloseable {
  private static final int LEVEL = 1;
  private static final int KEPT = 8;
  private static final int KEPT_SCRATCH = 4 << 20;

  private final Deque<Lease> free = new ArrayDeque<>();
  private boolean closed;

  /** Takes contexts; close gives them back. */
  public synchronized Lease lease() {
    return free.isEmpty() ? new Lease() : free.pop();
  }

  private synchronized void giveBack(Lease lease) {
    if (closed || free.size() >= KEPT) {
      lease.destroy();
    } else {
      if (lease.scratch.length > KEPT_SCRATCH) {
        lease.scratch = new byte[0];
      }
      free.push(lease);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    free.forEach(Lease::destroy);
    free.clear();
  }

  /** Contexts in one thread's hands. */
  public final class Lease implements AutoCloseable {
    private final ZstdCompressCtx compressor = new ZstdCompressCtx().setLevel(LEVEL);
    private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();
    private byte[] scratch = new byte[0];

    private Lease() {}

    /** An array of at least this length; its content is lost with the next call. */
    public byte[] scratch(int length) {
      if (scratch.length < length) {
        scratch = new byte[Math.max(length, Math.min(2 * scratch.length, KEPT_SCRATCH))];
      }
      return scratch;
    }

    /** The longest frame for so many bytes. */
    public static int bound(int length) {
      return (int) Zstd.compressBound(length);
    }

    /** Compresses into the target; returns the length of the frame. */
    public int compress(byte[] source, int offset, int length, byte[] target, int targetOffset) {
      return compressor.compressByteArray(
          target, targetOffset, target.length - targetOffset, source, offset, length);
    }

    /** Decompresses a frame; false when it is not one of exactly that many bytes. */
    public boolean decompress(
        byte[] source, int offset, int storedLength, byte[] target, int length) {
      try {
        return length
            == decompressor.decompressByteArray(target, 0, length, source, offset, storedLength);
      } catch (ZstdException e) {
        return false;
      }
    }

    private void destroy() {
      compressor.close();
      decompressor.close();
    }

    @Override
    public void close() {
      giveBack(this);
    }
  }
}
