package org.machinami.store.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.BlobWriter;
import org.machinami.store.ledger.Hash;

/**
 * Hashes, compresses and appends finished chunks beside the thread that sorts. Not for use by
 * several threads.
 */
final class ChunkSealer {
  private static final int AHEAD = 2; // chunks that may wait
  private static final int SMALL = 16 << 10;

  private final BlobWriter blobs;
  private final Executor executor;
  private final BlockingQueue<byte[]> buffers = new ArrayBlockingQueue<>(AHEAD + 1);
  private final List<CompletableFuture<Chunk>> chunks = new ArrayList<>();

  ChunkSealer(BlobWriter blobs, Executor executor) {
    this.blobs = blobs;
    this.executor = executor;
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
    chunks.add(
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

  private Chunk put(byte[] chunk, int length, int lines) {
    int subjectEnd = Bytes.indexOf(chunk, 0, length, '>') + 1;
    byte[] subject = Arrays.copyOf(chunk, Math.min(subjectEnd, length));
    return new Chunk(blobs.put(chunk, 0, length), lines, length, subject);
  }

  GraphVersion finish(byte[] lastChunk, int length, int lines) {
    if (chunks.isEmpty()) {
      return new GraphVersion(blobs.put(lastChunk, 0, length), lines);
    }
    List<Chunk> all = new ArrayList<>();
    if (lines > 0) {
      buffers.add(seal(lastChunk, length, lines));
    }
    long triples = 0;
    for (CompletableFuture<Chunk> sealed : chunks) {
      Chunk chunk = await(sealed);
      triples += chunk.triples();
      all.add(chunk);
    }
    byte[] manifest = GraphManifest.write(all);
    Hash hash = blobs.put(manifest, 0, manifest.length);
    return new GraphVersion(hash, triples);
  }

  /** Waits for chunks that are still being sealed; failures do not matter any more. */
  void abandon() {
    for (CompletableFuture<Chunk> sealed : chunks) {
      sealed.handle((chunk, failure) -> chunk).join();
    }
  }

  private static Chunk await(CompletableFuture<Chunk> sealed) {
    try {
      return sealed.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw new StoreException(failure.code(), failure.getMessage(), failure);
      }
      throw new StoreException(Code.UNWRITABLE, "a chunk could not be written: " + e.getCause(), e);
    }
  }
}
