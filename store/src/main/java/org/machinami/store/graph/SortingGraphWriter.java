package org.machinami.store.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.jena.graph.Triple;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.BlobWriter;
import org.machinami.store.blob.Zstandard;
import org.machinami.store.disk.Disk;

/**
 * Sorts in memory; when that is full, writes a run beside the next lines' coming in; merges at the
 * end.
 */
final class SortingGraphWriter implements GraphWriter {
  private static final int RUNS_AT_ONCE = 64;

  private final Executor executor;
  private final Path temporary;
  private final int sortBytes;
  private final Zstandard zstandard = new Zstandard();
  private final LineHashes repeated = new LineHashes();
  private final NTriplesWriter lineWriter = new NTriplesWriter();
  private final ChunkCutter cutter;
  private final ChunkSealer sealer;

  private LineArena arena;
  private CompletableFuture<LineArena> spilling = CompletableFuture.completedFuture(null);
  private final List<Path> runs = new ArrayList<>();
  private boolean finished;

  /**
   * A writer of one graph.
   *
   * @param temporary directory for runs; made when it is needed
   * @param sortBytes memory for lines; twice that while a run is being written
   */
  SortingGraphWriter(
      BlobWriter blobs,
      Executor executor,
      Path temporary,
      int sortBytes,
      Chunking lines,
      Chunking parts) {
    this.executor = executor;
    this.temporary = temporary;
    this.sortBytes = sortBytes;
    this.sealer = new ChunkSealer(blobs, executor, parts);
    this.cutter = new ChunkCutter(lines, sealer, repeated);
    this.arena = new LineArena(sortBytes);
  }

  @Override
  public void line(byte[] buffer, int offset, int length) {
    requireUnfinished();
    arena.add(buffer, offset, length);
    if (arena.full()) {
      spill();
    }
  }

  @Override
  public void triple(Triple triple) {
    lineWriter.write(triple);
    line(lineWriter.bytes(), 0, lineWriter.length());
  }

  private void requireUnfinished() {
    if (finished) {
      throw new StoreException(Code.CLOSED, "this graph writer is finished; take a new one.");
    }
  }

  private void spill() {
    LineArena full = arena;
    LineArena emptied = spilled();
    arena = emptied == null ? new LineArena(sortBytes) : emptied;
    mergeFullLevel();
    Path run = newRun();
    spilling =
        CompletableFuture.supplyAsync(
            () -> {
              writeRun(run, List.of(full.sorted()));
              full.clear();
              return full;
            },
            executor);
  }

  /** Waits for the run that is being written; gives back its arena. */
  private LineArena spilled() {
    try {
      return spilling.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw new StoreException(failure.code(), failure.getMessage(), failure);
      }
      throw new StoreException(Code.UNWRITABLE, "a sorted run failed: " + e.getCause(), e);
    }
  }

  private Path newRun() {
    try {
      Files.createDirectories(temporary);
      Path run = Files.createTempFile(temporary, "run-", ".sorted");
      runs.add(run);
      return run;
    } catch (IOException e) {
      throw Disk.writing(temporary, e);
    }
  }

  private void writeRun(Path run, List<LineCursor> from) {
    try (RunWriter out = new RunWriter(run, zstandard)) {
      LineMerge.merge(from, out);
      out.finish();
    }
  }

  private void mergeFullLevel() {
    if (runs.size() < RUNS_AT_ONCE) {
      return;
    }
    List<Path> old = new ArrayList<>(runs);
    Path merged = newRun();
    List<LineCursor> cursors = new ArrayList<>();
    try {
      old.forEach(run -> cursors.add(new RunReader(run, zstandard)));
      writeRun(merged, cursors);
    } finally {
      cursors.forEach(LineCursor::close);
    }
    old.forEach(Disk::deleteQuietly);
    runs.removeAll(old);
  }

  @Override
  public GraphVersion finish() {
    requireUnfinished();
    finished = true;
    spilled();
    List<LineCursor> cursors = new ArrayList<>();
    try {
      runs.forEach(run -> cursors.add(new RunReader(run, zstandard)));
      cursors.add(arena.sorted());
      LineMerge.merge(cursors, cutter);
      return cutter.finish();
    } finally {
      cursors.forEach(LineCursor::close);
      close();
    }
  }

  @Override
  public LineHashes repeated() {
    return repeated;
  }

  @Override
  public void close() {
    finished = true;
    spilling.handle((done, failure) -> done).join();
    sealer.abandon();
    runs.forEach(Disk::deleteQuietly);
    runs.clear();
    arena = new LineArena(0);
    zstandard.close();
  }
}
