package org.machinami.store.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.BlobWriter;
import org.machinami.store.ledger.Hash;

/**
 * Makes versions of graphs and files; safe for use by many threads, each with writers of its own.
 */
public final class VersionWriter {
  /** Length of a file's blocks but the last, bytes. */
  static final int BLOCK = 4 << 20;

  private final BlobWriter blobs;
  private final Executor executor;
  private final Path temporary;
  private final int sortBytes;

  /**
   * Over these blobs, which the caller closes.
   *
   * @param executor for the work beside the callers' threads; must not be bounded to one thread's
   *     queue
   * @param temporary directory for sorted runs
   * @param sortBytes memory of one graph writer before it writes runs
   */
  public VersionWriter(BlobWriter blobs, Executor executor, Path temporary, int sortBytes) {
    this.blobs = blobs;
    this.executor = executor;
    this.temporary = temporary;
    this.sortBytes = sortBytes;
  }

  /** A writer for one graph; to be closed. */
  public GraphWriter newGraph() {
    return new SortingGraphWriter(
        blobs, executor, temporary, sortBytes, Chunking.LINES, Chunking.PARTS);
  }

  /**
   * Changes to a version of a graph; to be closed.
   *
   * @param repeated takes note of the added lines that are in the graph already
   * @throws StoreException BLOB_MISSING, DAMAGED, UNREADABLE; WRONG_KIND when it is one of a file
   */
  public GraphPatch patch(Hash base, LineHashes repeated) {
    return new GraphPatch(blobs, executor, Chunking.LINES, Chunking.PARTS, base, repeated);
  }

  /**
   * Makes a version of a file; reads the stream to its end, does not close it.
   *
   * @throws StoreException UNREADABLE when the stream fails, DISK_FULL, UNWRITABLE
   */
  public Hash writeFile(InputStream in) {
    List<FileManifest.Block> blocks = new ArrayList<>();
    try {
      byte[] block = in.readNBytes(BLOCK);
      while (block.length > 0) {
        blocks.add(new FileManifest.Block(blobs.put(block, 0, block.length), block.length));
        block = block.length < BLOCK ? new byte[0] : in.readNBytes(BLOCK);
      }
    } catch (IOException e) {
      throw new StoreException(
          Code.UNREADABLE,
          "a file could not be read after "
              + blocks.stream().mapToLong(FileManifest.Block::bytes).sum()
              + " bytes: "
              + e.getMessage(),
          e);
    }
    byte[] manifest = FileManifest.write(blocks);
    return blobs.put(manifest, 0, manifest.length);
  }
}
