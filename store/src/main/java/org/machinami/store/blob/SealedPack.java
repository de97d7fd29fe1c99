package org.machinami.store.blob;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.machinami.store.disk.Disk;
import org.machinami.store.ledger.Hash;

/** A pack that never changes again: mapped, with its index. */
final class SealedPack implements Pack {
  private final Path file;
  private final ByteBuffer mapped;
  private final PackIndex index;

  private SealedPack(Path file, ByteBuffer mapped, PackIndex index) {
    this.file = file;
    this.mapped = mapped;
    this.index = index;
  }

  /** Null when it has no index that fits. */
  static SealedPack open(Path file) {
    ByteBuffer mapped = Disk.map(file);
    PackIndex index = PackIndex.open(PackNames.index(file), mapped.capacity());
    return index == null ? null : new SealedPack(file, mapped, index);
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public int offset(Hash hash) {
    return index.find(hash);
  }

  @Override
  public boolean copy(long offset, byte[] target, int targetOffset, int length) {
    if (offset + length > mapped.capacity()) {
      return false;
    }
    mapped.get((int) offset, target, targetOffset, length);
    return true;
  }
}
