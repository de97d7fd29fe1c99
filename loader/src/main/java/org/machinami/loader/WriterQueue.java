package org.machinami.loader;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.mapping.TripleSink;
import org.machinami.store.graph.GraphWriter;

/**
 * Hands lines in blocks to a graph writer on a thread of its own, so that mapping and sorting go on
 * at once. The number of blocks is bounded: a slow writer holds the mapping up. Lines are taken
 * from one thread.
 */
final class WriterQueue implements TripleSink, AutoCloseable {

  private static final int BLOCKS = 6;
  private static final int BLOCK_BYTES = 1 << 19;
  private static final int BLOCK_LINES = 1 << 13;

  /** Lines one after the other. */
  private static final class Block {
    private byte[] bytes = new byte[BLOCK_BYTES];
    private final int[] ends = new int[BLOCK_LINES];
    private int lines;
    private int length;

    boolean add(byte[] buffer, int offset, int size) {
      if (lines == BLOCK_LINES || (lines > 0 && length + size > bytes.length)) {
        return false;
      }
      if (size > bytes.length) {
        bytes = new byte[size];
      }
      System.arraycopy(buffer, offset, bytes, length, size);
      length += size;
      ends[lines++] = length;
      return true;
    }

    void write(GraphWriter writer) {
      int start = 0;
      for (int i = 0; i < lines; i++) {
        writer.line(bytes, start, ends[i] - start);
        start = ends[i];
      }
    }

    void clear() {
      lines = 0;
      length = 0;
    }
  }

  private final GraphWriter writer;
  private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "graph-writer");
            made.setDaemon(true);
            return made;
          });
  private Block current = new Block();
  private int made = 1;
  private Future<?> last;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  WriterQueue(GraphWriter writer) {
    this.writer = writer;
  }

  @Override
  public void line(byte[] buffer, int offset, int length, String graph) {
    if (!current.add(buffer, offset, length)) {
      handOver();
      current.add(buffer, offset, length);
    }
  }

  private void handOver() {
    rethrow();
    Block full = current;
    last = thread.submit(() -> write(full));
    current = next();
  }

  private void write(Block block) {
    try {
      if (failure.get() == null) {
        block.write(writer);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    } finally {
      block.clear();
      free.add(block);
    }
  }

  private void rethrow() {
    Throwable thrown = failure.get();
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  private Block next() {
    Block block = free.poll();
    if (block == null && made < BLOCKS) {
      made++;
      return new Block();
    }
    try {
      return block == null ? free.take() : block;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits until all lines are with the writer, which may then be used directly. */
  void drain() {
    handOver();
    try {
      last.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    rethrow();
  }

  private static LoadException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new LoadException(Fault.ENVIRONMENT, e, "load.interrupted");
  }

  @Override
  public void close() {
    failure.compareAndSet(null, new CancellationException());
    thread.shutdown();
    try {
      // The writer is not thread-safe: nothing may run in it when its owner closes it.
      while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }
}
