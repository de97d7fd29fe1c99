package org.machinami.store.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.ledger.Checkpoint;
import org.machinami.store.ledger.Hash;

/**
 * A statement, signed by the operator, that a ledger had a certain last line at a certain time.
 *
 * @param base the base IRI that the ledger is bound to
 * @param reached sequence and hash of the last line; each line holds the hash of the one before, so
 *     this hash stands for all of them
 * @param time when it was signed
 * @param key of the operator; whoever checks must know from elsewhere that it is theirs
 * @param signature over the lines before its own, base64
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8032">RFC 8032, Ed25519</a>
 */
public record SignedCheckpoint(
    String base, Checkpoint reached, Instant time, VerifyingKey key, String signature) {
  private static final String TITLE = "machinami-checkpoint 1";
  private static final List<String> FIELDS =
      List.of("base: ", "sequence: ", "hash: ", "time: ", "key: ed25519 ", "signature: ");

  public SignedCheckpoint {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(reached, "reached");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(signature, "signature");
    time = time.truncatedTo(ChronoUnit.SECONDS);
    if (base.lines().count() != 1) {
      throw new IllegalArgumentException("base: it must be one line");
    }
  }

  /** Signs. */
  static SignedCheckpoint sign(String base, Checkpoint reached, Instant time, SigningKey key) {
    SignedCheckpoint unsigned = new SignedCheckpoint(base, reached, time, key.verifying(), "");
    byte[] signature = key.sign(unsigned.statement());
    return new SignedCheckpoint(
        base, reached, time, key.verifying(), Base64.getEncoder().encodeToString(signature));
  }

  /** Whether the signature is that of the key that the checkpoint names. */
  public boolean signed() {
    try {
      byte[] bytes = Base64.getDecoder().decode(signature);
      // The last digit of base64 has bits that nothing decodes to: one signature has one text.
      return Base64.getEncoder().encodeToString(bytes).equals(signature)
          && key.verifies(statement(), bytes);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The file. */
  public String text() {
    return new String(statement(), StandardCharsets.UTF_8) + FIELDS.get(5) + signature + "\n";
  }

  private byte[] statement() {
    String text =
        TITLE
            + "\n"
            + FIELDS.get(0)
            + base
            + "\n"
            + FIELDS.get(1)
            + reached.sequence()
            + "\n"
            + FIELDS.get(2)
            + reached.hash().hex()
            + "\n"
            + FIELDS.get(3)
            + time
            + "\n"
            + FIELDS.get(4)
            + key.base64()
            + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a file.
   *
   * @param name of the file, for the message
   * @throws StoreException NOT_A_CHECKPOINT when it is anything else; its signature is not looked
   *     at
   */
  public static SignedCheckpoint parse(String name, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(TITLE)) {
      throw wrong(name, "it does not begin with \"" + TITLE + "\"");
    }
    if (lines.size() != FIELDS.size() + 1) {
      throw wrong(name, "it has " + lines.size() + " lines instead of " + (FIELDS.size() + 1));
    }
    String[] values = new String[FIELDS.size()];
    for (int i = 0; i < values.length; i++) {
      String line = lines.get(i + 1);
      if (!line.startsWith(FIELDS.get(i))) {
        throw wrong(name, "line " + (i + 2) + " does not begin with \"" + FIELDS.get(i) + "\"");
      }
      values[i] = line.substring(FIELDS.get(i).length());
    }
    try {
      SignedCheckpoint checkpoint =
          new SignedCheckpoint(
              values[0],
              new Checkpoint(Long.parseLong(values[1]), Hash.parse(values[2])),
              Instant.parse(values[3]),
              VerifyingKey.parse(values[4]),
              values[5]);
      if (!checkpoint.text().equals(text)) {
        throw wrong(
            name, "it is not written as checkpoints are, so that its signature cannot hold");
      }
      return checkpoint;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(name, e.getMessage());
    }
  }

  private static StoreException wrong(String name, String why) {
    return new StoreException(
        Code.NOT_A_CHECKPOINT,
        name + " is not a checkpoint: " + why + ". Use the file as it was given to you.");
  }
}
