package org.machinami.store.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.BlobWriter;

/**
 * Hashes, compresses and appends finished chunks beside the thread that makes them, and lists them
 * in their order. Not for use by several threads.
 */
final class ChunkSealer {
  private static final int AHEAD = 16; // chunks that may wait
  private static final int SMALL = 16 << 10;

  private final BlobWriter blobs;
  private final Executor executor;
  private final ListWriter lists;
  private final BlockingQueue<byte[]> buffers = new ArrayBlockingQueue<>(AHEAD + 1);
  private final Deque<CompletableFuture<Part>> sealing = new ArrayDeque<>();
  private boolean any;

  ChunkSealer(BlobWriter blobs, Executor executor, Chunking lists) {
    this.blobs = blobs;
    this.executor = executor;
    this.lists = new ListWriter(blobs, lists);
    for (int i = 0; i <= AHEAD; i++) {
      buffers.add(new byte[0]);
    }
  }

  /** An array for the next chunk; waits while too many are being sealed. */
  byte[] buffer() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          byte[] buffer = buffers.take();
          return buffer.length == 0 ? new byte[SMALL] : buffer;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Takes a chunk; returns an array for the next. */
  byte[] seal(byte[] chunk, int length, int lines) {
    enqueue(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return put(chunk, length, lines);
              } finally {
                buffers.add(chunk);
              }
            },
            executor));
    return buffer();
  }

  /** Takes a part that is already written, if {@link #takes} its level. */
  void append(Part part) {
    enqueue(CompletableFuture.completedFuture(part));
  }

  /** Whether a part of that level may come next. */
  boolean takes(int level) {
    if (level > 0) {
      list(0);
    }
    return lists.takes(level);
  }

  private void enqueue(CompletableFuture<Part> part) {
    any = true;
    sealing.add(part);
    list(AHEAD);
  }

  /** Lists the parts that came first, until so many are left. */
  private void list(int left) {
    while (sealing.size() > left) {
      lists.add(await(sealing.remove()));
    }
  }

  private Part put(byte[] chunk, int length, int lines) {
    int subjectEnd = Bytes.indexOf(chunk, 0, length, '>') + 1;
    byte[] subject = Arrays.copyOf(chunk, Math.min(subjectEnd, length));
    return new Part(blobs.put(chunk, 0, length), 0, lines, length, subject);
  }

  GraphVersion finish(byte[] lastChunk, int length, int lines) {
    if (!any) {
      return new GraphVersion(blobs.put(lastChunk, 0, length), lines);
    }
    if (lines > 0) {
      buffers.add(seal(lastChunk, length, lines));
    }
    list(0);
    Part whole = lists.finish();
    return new GraphVersion(whole.hash(), whole.triples());
  }

  /** Waits for chunks that are still being sealed; failures do not matter any more. */
  void abandon() {
    for (CompletableFuture<Part> part : sealing) {
      part.handle((done, failure) -> done).join();
    }
    sealing.clear();
  }

  private static Part await(CompletableFuture<Part> sealing) {
    try {
      return sealing.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw new StoreException(failure.code(), failure.getMessage(), failure);
      }
      throw new StoreException(Code.UNWRITABLE, "a chunk could not be written: " + e.getCause(), e);
    }
  }
}
