package org.machinami.store.blob;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.machinami.store.disk.Disk;
import org.machinami.store.ledger.Hash;

/** Walks through every record of a pack and says of each whether it is sound. */
public final class PackScan {
  /** What a walk meets. */
  public interface Visitor {
    /** A record whose checksum is right (and, when asked for, whose content has its hash). */
    void sound(Hash hash, long offset, long size);

    /** Bytes that are no sound record; the hash is the one that they claim to have. */
    void damaged(long offset, long length, String why, Optional<Hash> claimed);
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
    Optional<Hash> claimed = Optional.empty();
    byte[] payload = new byte[0];
    BlobBuffer blob = new BlobBuffer();
    while (at + PackRecord.HEAD <= mapped.capacity()) {
      PackRecord described = PackRecord.parse(mapped.slice((int) at, PackRecord.HEAD));
      if (described == null || at + described.size() > mapped.capacity()) {
        at = nextMagic(mapped, at + 1);
        continue;
      }
      if (payload.length < described.storedLength()) {
        payload = new byte[described.storedLength()];
      }
      mapped.get((int) at + PackRecord.HEAD, payload, 0, described.storedLength());
      if (!described.matches(payload, 0)) {
        why = "the checksum of " + described.hash() + " is wrong";
        claimed = Optional.of(described.hash());
        at = nextMagic(mapped, at + 1);
        continue;
      }
      if (at > end) {
        visitor.damaged(end, at - end, why, claimed);
        why = "there is no record";
        claimed = Optional.empty();
      }
      if (content && !hashes(described, payload, blob, lease)) {
        String wrong = "the content is not that of " + described.hash();
        visitor.damaged(at, described.size(), wrong, Optional.of(described.hash()));
      } else {
        visitor.sound(described.hash(), at, described.size());
      }
      at += described.size();
      end = at;
    }
    if (content && claimed.isPresent()) { // the last record is complete, but wrong
      visitor.damaged(end, mapped.capacity() - end, why, claimed);
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
}
