package org.machinami.store.blob;

import java.nio.file.Path;
import org.machinami.store.ledger.Hash;

/** A pack that never changes again, with its index, which is mapped. */
final class SealedPack implements Pack {
  private final PackHandle handle;
  private final long length;
  private final PackIndex index;

  private SealedPack(PackHandle handle, long length, PackIndex index) {
    this.handle = handle;
    this.length = length;
    this.index = index;
  }

  /** Null when it has no index that fits. */
  static SealedPack open(Path file) {
    PackHandle handle = PackHandle.open(file);
    long length = handle.length();
    PackIndex index = PackIndex.open(PackNames.index(file), length);
    if (index == null) {
      handle.close();
      return null;
    }
    return new SealedPack(handle, length, index);
  }

  @Override
  public Path file() {
    return handle.file();
  }

  @Override
  public int offset(Hash hash) {
    return index.find(hash);
  }

  @Override
  public boolean copy(long offset, byte[] target, int targetOffset, int length) {
    if (offset + length > this.length) {
      return false;
    }
    handle.copy(offset, target, targetOffset, length);
    return true;
  }

  @Override
  public void close() {
    handle.close();
  }
}
