package org.machinami.store.blob;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.machinami.store.disk.Disk;
import org.machinami.store.ledger.Hash;

/** Walks through every record of a pack and says of each whether it is sound. */
public final class PackScan {
  /** What a walk meets. */
  public interface Visitor {
    /** A record whose checksum is right (and, when asked for, whose content has its hash). */
    void sound(Hash hash, long offset, long size);

    /**
     * Bytes that are no sound record, with sound ones after them; the hash says which it claims to
     * be, or null.
     */
    void damaged(long offset, long length, String why);
  }

  private PackScan() {}

  /**
   * Walks.
   *
   * @param content true: decompress and hash every blob; false: compare checksums only
   * @return where the last sound record ends; what follows is a torn tail
   */
  public static long walk(Path pack, boolean content, Visitor visitor) {
    ByteBuffer mapped = Disk.map(pack);
    try (Zstandard zstandard = new Zstandard();
        Zstandard.Lease lease = zstandard.lease()) {
      return walk(mapped, content, lease, visitor);
    }
  }

  private static long walk(
      ByteBuffer mapped, boolean content, Zstandard.Lease lease, Visitor visitor) {
    long end = 0; // of the last sound record
    long at = 0;
    String why = "there is no record";
    byte[] payload = new byte[0];
    BlobBuffer blob = new BlobBuffer();
    while (at + PackRecord.HEAD <= mapped.capacity()) {
      PackRecord described = PackRecord.parse(mapped.slice((int) at, PackRecord.HEAD));
      boolean whole = described != null && at + described.size() <= mapped.capacity();
      if (whole) {
        if (payload.length < described.storedLength()) {
          payload = new byte[described.storedLength()];
        }
        mapped.get((int) at + PackRecord.HEAD, payload, 0, described.storedLength());
        if (described.matches(payload, 0)) {
          if (at > end) {
            visitor.damaged(end, at - end, why);
          }
          if (content && !hashes(described, payload, blob, lease)) {
            visitor.damaged(at, described.size(), "the content is not that of " + described.hash());
          } else {
            visitor.sound(described.hash(), at, described.size());
          }
          at += described.size();
          end = at;
          continue;
        }
        why = "the checksum of " + described.hash() + " is wrong";
      }
      at = nextMagic(mapped, at + 1);
    }
    return end;
  }

  private static boolean hashes(
      PackRecord described, byte[] payload, BlobBuffer blob, Zstandard.Lease lease) {
    if (!described.compressed()) {
      return Hash.of(payload, 0, described.length()).equals(described.hash());
    }
    byte[] target = blob.make(described.length());
    return lease.decompress(payload, 0, described.storedLength(), target, described.length())
        && Hash.of(target, 0, described.length()).equals(described.hash());
  }

  private static long nextMagic(ByteBuffer mapped, long from) {
    for (int at = (int) from; at + PackRecord.HEAD <= mapped.capacity(); at++) {
      if (mapped.get(at) == (byte) (PackRecord.MAGIC >>> 24)
          && mapped.getInt(at) == PackRecord.MAGIC) {
        return at;
      }
    }
    return mapped.capacity();
  }

  /** The sound records of a pack, without a look at their content. */
  static long index(Path pack, BiConsumer<PackIndex.Entry, Long> sound, Visitor damage) {
    return walk(
        pack,
        false,
        new Visitor() {
          @Override
          public void sound(Hash hash, long offset, long size) {
            sound.accept(new PackIndex.Entry(hash, (int) offset), size);
          }

          @Override
          public void damaged(long offset, long length, String why) {
            damage.damaged(offset, length, why);
          }
        });
  }
}
