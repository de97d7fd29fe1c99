package org.machinami.store.graph;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.machinami.store.blob.BlobBuffer;
import org.machinami.store.blob.BlobWriter;
import org.machinami.store.blob.PackWriter;
import org.machinami.store.ledger.Hash;

/** Real packs that tell which blobs were read. */
final class WatchedBlobs implements BlobWriter {
  private final BlobWriter packs;
  final Set<Hash> read = new HashSet<>();

  WatchedBlobs(Path directory) {
    packs = PackWriter.open(directory, 1 << 20);
  }

  @Override
  public boolean find(Hash hash, BlobBuffer into) {
    read.add(hash);
    return packs.find(hash, into);
  }

  @Override
  public int length(Hash hash) {
    return packs.length(hash);
  }

  @Override
  public boolean contains(Hash hash) {
    return packs.contains(hash);
  }

  @Override
  public Hash put(byte[] buffer, int offset, int length) {
    return packs.put(buffer, offset, length);
  }

  @Override
  public void force() {
    packs.force();
  }

  @Override
  public String place() {
    return packs.place();
  }

  @Override
  public void close() {
    packs.close();
  }
}
