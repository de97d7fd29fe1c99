package org.machinami.store.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Disk;
import org.machinami.store.ledger.Checkpoint;

/**
 * The key by which an operator signs: a file of two PEM blocks, the private half (PKCS #8) and the
 * public half, readable by its owner only. Immutable; safe for use by many threads.
 */
public final class SigningKey {
  /** Its file in a data directory. */
  public static final String NAME = "checkpoint-key.pem";

  private static final String PRIVATE_BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String PRIVATE_END = "-----END PRIVATE KEY-----";

  private final PrivateKey secret;
  private final VerifyingKey verifying;

  private SigningKey(PrivateKey secret, VerifyingKey verifying) {
    this.secret = secret;
    this.verifying = verifying;
  }

  /** The key of a data directory; it is made when there is none yet. */
  public static synchronized SigningKey of(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.exists(file)) {
      make(file);
    }
    return read(file);
  }

  /**
   * Reads a key.
   *
   * @throws StoreException NOT_A_KEY, UNREADABLE
   */
  public static SigningKey read(Path file) {
    try {
      String text = Files.readString(file);
      int begin = text.indexOf(PRIVATE_BEGIN);
      int end = text.indexOf(PRIVATE_END);
      int open = text.indexOf("-----BEGIN PUBLIC KEY-----");
      if (begin < 0 || end < begin || open < 0) {
        throw wrong(file, "it lacks the private or the public half", null);
      }
      byte[] encoded =
          Base64.getMimeDecoder()
              .decode(text.substring(begin + PRIVATE_BEGIN.length(), end).strip());
      PrivateKey secret =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      int close = text.indexOf("-----END PUBLIC KEY-----", open);
      VerifyingKey verifying =
          VerifyingKey.parse(text.substring(open, close + "-----END PUBLIC KEY-----".length()));
      SigningKey key = new SigningKey(secret, verifying);
      byte[] probe = {1};
      if (!verifying.verifies(probe, key.sign(probe))) {
        throw wrong(file, "its two halves do not belong together", null);
      }
      return key;
    } catch (IOException e) {
      throw Disk.reading(file, e);
    } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw wrong(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static StoreException wrong(Path file, String why, Exception cause) {
    return new StoreException(
        Code.NOT_A_KEY,
        file
            + " is not a key to sign checkpoints with: "
            + why
            + ". It must hold an Ed25519 key as PEM: a PRIVATE KEY and its PUBLIC KEY.",
        cause);
  }

  private static void make(Path file) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      PublicKey open =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded()));
      String text =
          PRIVATE_BEGIN
              + "\n"
              + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
              + "\n"
              + PRIVATE_END
              + "\n"
              + VerifyingKey.of(open).pem();
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
      Files.writeString(file, text);
      Disk.syncDirectory(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw Disk.writing(file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 15 has Ed25519", e);
    }
  }

  /** Its public half. */
  public VerifyingKey verifying() {
    return verifying;
  }

  /** States that a ledger had come so far. */
  public SignedCheckpoint checkpoint(String base, Checkpoint reached, Instant time) {
    return SignedCheckpoint.sign(base, reached, time, this);
  }

  byte[] sign(byte[] statement) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(secret);
      signer.update(statement);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was tried when it was read", e);
    }
  }
}
