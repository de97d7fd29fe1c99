package org.machinami.store.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.machinami.ontology.Sha256;

/** A SHA-256 hash: 32 bytes as four big-endian longs; ordered as unsigned bytes. */
public record Hash(long a, long b, long c, long d) implements Comparable<Hash> {
  /** Length in bytes. */
  public static final int BYTES = 32;

  /** The hash of the given pieces, one after the other. */
  public static Hash of(byte[]... pieces) {
    MessageDigest digest = sha256();
    for (byte[] piece : pieces) {
      digest.update(piece);
    }
    return wrap(digest.digest());
  }

  /** The hash of a part of an array. */
  public static Hash of(byte[] buffer, int offset, int length) {
    MessageDigest digest = sha256();
    digest.update(buffer, offset, length);
    return wrap(digest.digest());
  }

  /**
   * Reads 64 hexadecimal digits.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static Hash parse(String hex) {
    if (hex.length() != 2 * BYTES) {
      throw new IllegalArgumentException("a hash has 64 hexadecimal digits, not " + hex.length());
    }
    return wrap(HexFormat.of().parseHex(hex));
  }

  /** A hash from its 32 bytes. */
  public static Hash wrap(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return read(ByteBuffer.wrap(bytes));
  }

  /** Reads 32 bytes from where the buffer stands. */
  public static Hash read(ByteBuffer buffer) {
    return new Hash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  /** A digest to be fed piece by piece; {@link #wrap} its result. */
  public static MessageDigest sha256() {
    return Sha256.newDigest();
  }

  /** Writes 32 bytes where the buffer stands. */
  public void write(ByteBuffer buffer) {
    buffer.putLong(a).putLong(b).putLong(c).putLong(d);
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    write(buffer);
    return buffer.array();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  @Override
  public int compareTo(Hash other) {
    int order = Long.compareUnsigned(a, other.a);
    order = order != 0 ? order : Long.compareUnsigned(b, other.b);
    order = order != 0 ? order : Long.compareUnsigned(c, other.c);
    return order != 0 ? order : Long.compareUnsigned(d, other.d);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(a);
  }

  @Override
  public String toString() {
    return hex();
  }
}
