package org.machinami.store.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of the operator's key.
 *
 * @param base64 its 32 bytes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8410">RFC 8410, Ed25519 keys in X.509</a>
 */
public record VerifyingKey(String base64) {
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";

  /** What stands before the 32 bytes in a SubjectPublicKeyInfo. */
  private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  public VerifyingKey {
    if (Base64.getDecoder().decode(base64).length != 32) {
      throw new IllegalArgumentException("key: an Ed25519 key has 32 bytes, in base64");
    }
  }

  static VerifyingKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return new VerifyingKey(
        Base64.getEncoder()
            .encodeToString(Arrays.copyOfRange(encoded, HEAD.length, encoded.length)));
  }

  /**
   * Reads 32 bytes of base64, or a PEM file.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static VerifyingKey parse(String text) {
    String inner = text.strip();
    if (!inner.startsWith(BEGIN)) {
      return new VerifyingKey(inner);
    }
    byte[] encoded =
        Base64.getMimeDecoder().decode(inner.replace(BEGIN, "").replace(END, "").strip());
    if (encoded.length != HEAD.length + 32
        || !Arrays.equals(encoded, 0, HEAD.length, HEAD, 0, HEAD.length)) {
      throw new IllegalArgumentException("key: it is not the public half of an Ed25519 key");
    }
    return new VerifyingKey(
        Base64.getEncoder()
            .encodeToString(Arrays.copyOfRange(encoded, HEAD.length, encoded.length)));
  }

  /** As a PEM file, which other programs read. */
  public String pem() {
    return BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded()) + "\n" + END + "\n";
  }

  boolean verifies(byte[] statement, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded())));
      verifier.update(statement);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // of a wrong length, or a point that is not on the curve
    }
  }

  private byte[] encoded() {
    byte[] key = Base64.getDecoder().decode(base64);
    byte[] encoded = Arrays.copyOf(HEAD, HEAD.length + key.length);
    System.arraycopy(key, 0, encoded, HEAD.length, key.length);
    return encoded;
  }
}
