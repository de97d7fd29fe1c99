package org.machinami.store.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.ledger.Checkpoint;
import org.machinami.store.ledger.Hash;

class SignedCheckpointTest {
  private static final Checkpoint REACHED = new Checkpoint(7, Hash.of(new byte[] {1, 2}));

  @TempDir Path directory;

  private SignedCheckpoint checkpoint() {
    return SigningKey.of(directory)
        .checkpoint("https://city.example/", REACHED, Instant.parse("2026-12-01T09:00:00.5Z"));
  }

  @Test
  void parse_whatWasWritten_isTheSameAndSigned() {
    SignedCheckpoint checkpoint = checkpoint();
    SignedCheckpoint read = SignedCheckpoint.parse("c", checkpoint.text());
    assertEquals(checkpoint, read);
    assertTrue(read.signed());
    assertEquals(Instant.parse("2026-12-01T09:00:00Z"), read.time());
  }

  @Test
  void signed_anyByteChanged_isNot() {
    String text = checkpoint().text();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == '1' ? '2' : '1';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      try {
        assertFalse(SignedCheckpoint.parse("c", changed).signed(), changed);
      } catch (StoreException e) {
        assertEquals(Code.NOT_A_CHECKPOINT, e.code());
      }
    }
  }

  @Test
  void parse_somethingElse_saysWhat() {
    StoreException e =
        assertThrows(StoreException.class, () -> SignedCheckpoint.parse("a.txt", "{}\n"));
    assertTrue(e.getMessage().startsWith("a.txt is not a checkpoint: it does not begin with"));
    String crlf = checkpoint().text().replace("\n", "\r\n");
    assertThrows(StoreException.class, () -> SignedCheckpoint.parse("a.txt", crlf));
  }

  @Test
  void key_isMadeOnceAndForItsOwnerOnly() throws Exception {
    VerifyingKey key = SigningKey.of(directory).verifying();
    assertEquals(key, SigningKey.of(directory).verifying());
    assertEquals(key, VerifyingKey.parse(key.pem()));
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Set.copyOf(Files.getPosixFilePermissions(directory.resolve(SigningKey.NAME))));
  }

  @Test
  void read_halvesOfTwoKeys_isRefused() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other"));
    SigningKey.of(directory);
    Path file = directory.resolve(SigningKey.NAME);
    String text = Files.readString(file);
    String open = SigningKey.of(other).verifying().pem();
    Files.writeString(file, text.substring(0, text.indexOf("-----BEGIN PUBLIC")) + open);
    StoreException e = assertThrows(StoreException.class, () -> SigningKey.read(file));
    assertEquals(Code.NOT_A_KEY, e.code());
    assertTrue(e.getMessage().contains("do not belong together"), e.getMessage());
  }
}
