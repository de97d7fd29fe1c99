package org.machinami.loader.harvest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.machinami.store.ledger.Hash;

/** SHA-256 as text. */
final class Digests {
  private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

  private Digests() {}

  /** 128 bits in hexadecimal. */
  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  /**
   * 50 bits in ten letters and digits: among a million names, two are equal once in some 2,000
   * catalogues.
   */
  static String brief(String text) {
    byte[] digest = Hash.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    long bits = java.nio.ByteBuffer.wrap(digest).getLong();
    StringBuilder letters = new StringBuilder(10);
    for (int k = 0; k < 10; k++) {
      letters.append(BASE32[(int) (bits >>> (59 - 5 * k)) & 31]);
    }
    return letters.toString();
  }
}
