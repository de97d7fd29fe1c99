package org.machinami.web.sparql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Reads a body to its end as long as it is small. One of three ends is called, once: whole, longer
 * than that (with what was read so far; the rest is still in the source), or failed.
 */
final class BoundedBody {
  private final Content.Source source;
  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  /**
   * @param most bytes that count as small
   */
  BoundedBody(Content.Source source, int most) {
    this.source = source;
    this.most = most;
  }

  void read(Consumer<byte[]> whole, Consumer<ByteBuffer> longer, Consumer<Throwable> failed) {
    while (true) {
      Content.Chunk chunk = source.read();
      if (chunk == null) {
        source.demand(() -> read(whole, longer, failed));
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        failed.accept(chunk.getFailure());
        return;
      }
      byte[] bytes = BufferUtil.toArray(chunk.getByteBuffer());
      boolean last = chunk.isLast();
      chunk.release();
      read.writeBytes(bytes);
      if (last && read.size() <= most) {
        whole.accept(read.toByteArray());
        return;
      }
      if (read.size() > most) {
        longer.accept(ByteBuffer.wrap(read.toByteArray()));
        return;
      }
    }
  }
}
