package org.machinami.web.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.machinami.store.ledger.Hash;

/** 256 random bits that somebody holds and that we know by their hash alone. */
record Secret(String text) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** A text that can be one; whether it is, its hash tells. */
  static Optional<Secret> read(String text) {
    return Optional.of(text).filter(t -> t.matches("[A-Za-z0-9_-]{43}")).map(Secret::new);
  }

  /**
   * What is kept: 64 hexadecimal digits. Nobody can try out 256 bits, so that no salt is needed.
   */
  String hash() {
    return Hash.of(text.getBytes(StandardCharsets.US_ASCII)).hex();
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
