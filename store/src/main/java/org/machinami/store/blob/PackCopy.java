package org.machinami.store.blob;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Tail;

/**
 * Copies the packs of a directory to another one: of each the complete records that the copy lacks.
 */
public final class PackCopy {
  private final Path from;
  private final Path to;

  /** From one directory of packs, which may be growing, to another, which nobody else writes. */
  public PackCopy(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies what is new.
   *
   * @return bytes copied
   * @throws StoreException DAMAGED when a copied pack is not the beginning of its original;
   *     DISK_FULL, UNWRITABLE, UNREADABLE
   */
  public long copy() {
    long bytes = 0;
    for (Path pack : PackNames.packs(from)) {
      Path copy = to.resolve(pack.getFileName());
      long end = records(pack);
      long start = Tail.length(copy);
      if (start > end || !sameEnd(pack, copy, start)) {
        throw new StoreException(
            Code.DAMAGED,
            copy + " is not the beginning of " + pack + ". Make the backup in an empty directory.");
      }
      if (start < end) {
        Tail.copy(pack, copy, start, end);
        bytes += end - start;
      }
      bytes += index(pack);
    }
    return bytes;
  }

  private static long records(Path pack) {
    if (Files.exists(PackNames.index(pack))) {
      return Tail.length(pack);
    }
    try (OpenPack open = OpenPack.open(pack)) {
      open.extend();
      return open.indexed();
    }
  }

  private static boolean sameEnd(Path pack, Path copy, long length) {
    int compared = (int) Math.min(length, 1 << 16);
    return Arrays.equals(
        Tail.read(pack, length - compared, compared), copyEnd(copy, length, compared));
  }

  private static byte[] copyEnd(Path copy, long length, int compared) {
    return compared == 0 ? new byte[0] : Tail.read(copy, length - compared, compared);
  }

  private long index(Path pack) {
    Path index = PackNames.index(pack);
    Path copy = to.resolve(index.getFileName());
    if (!Files.exists(index) || Files.exists(copy)) {
      return 0;
    }
    long length = Tail.length(index);
    Tail.copy(index, copy, 0, length);
    return length;
  }
}
