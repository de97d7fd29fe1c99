package org.machinami.web.request;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.machinami.store.ledger.Hash;

/**
 * A browser, by the secret that its cookie carries. Only a hash of it with the request is kept, so
 * that nobody can see which requests the same browser supports.
 */
record Supporter(String secret) {
  static final String COOKIE = "machinami-browser";

  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The browser that sent this value of the cookie, if it is one of ours. */
  static Optional<Supporter> read(String cookie) {
    return Optional.of(cookie).filter(c -> c.matches("[0-9a-f]{32}")).map(Supporter::new);
  }

  static Supporter random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Supporter(HexFormat.of().formatHex(bytes));
  }

  /** What is kept of it for a request: 64 hexadecimal digits. */
  String of(String request) {
    return Hash.of((secret + " " + request).getBytes(StandardCharsets.US_ASCII)).hex();
  }

  @Override
  public String toString() {
    return "Supporter[hidden]";
  }
}
