package org.machinami.store.blob;

import java.util.Arrays;

/**
 * The bytes of a blob in an array that is used again for the next one. Not for use by several
 * threads.
 */
public final class BlobBuffer {
  private byte[] bytes = new byte[0];
  private int length;

  /** The array; only the first {@link #length} bytes belong to the blob. */
  public byte[] bytes() {
    return bytes;
  }

  /** Length of the blob. */
  public int length() {
    return length;
  }

  /** A copy of the blob alone. */
  public byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  byte[] make(int newLength) {
    if (bytes.length < newLength) {
      bytes = new byte[newLength];
    }
    length = newLength;
    return bytes;
  }
}
