package org.machinami.loader.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * An input stream that a thread of its own keeps some buffers ahead, so that unpacking and parsing
 * use two cores. To be read by one thread.
 */
final class ReadAhead extends InputStream {
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int BUFFERS = 4;
  private static final byte[] END = new byte[0];

  private final InputStream source;
  private final BlockingQueue<byte[]> filled = new ArrayBlockingQueue<>(BUFFERS);
  private final Thread thread;
  private volatile IOException failure;
  private byte[] current = new byte[0];
  private int position;

  private ReadAhead(InputStream source) {
    this.source = source;
    this.thread = new Thread(this::fill, "harvest-read-ahead");
    thread.setDaemon(true);
  }

  static ReadAhead of(InputStream source) {
    ReadAhead stream = new ReadAhead(source);
    stream.thread.start();
    return stream;
  }

  private void fill() {
    try {
      try {
        while (true) {
          byte[] buffer = new byte[BUFFER_BYTES];
          int length = source.readNBytes(buffer, 0, buffer.length);
          if (length == 0) {
            break;
          }
          filled.put(length == buffer.length ? buffer : Arrays.copyOf(buffer, length));
        }
      } catch (IOException e) {
        failure = e;
      } catch (RuntimeException e) {
        failure = new IOException(e);
      }
      filled.put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int read() throws IOException {
    return more() ? current[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!more()) {
      return -1;
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean more() throws IOException {
    if (position < current.length) {
      return true;
    }
    try {
      current = filled.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException("reading was stopped").initCause(e);
    }
    position = 0;
    if (current.length > 0) {
      return true;
    }
    filled.offer(END);
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    thread.interrupt();
    source.close();
  }
}
