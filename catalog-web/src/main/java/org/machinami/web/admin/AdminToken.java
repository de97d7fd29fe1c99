package org.machinami.web.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret of one run of the server. */
public record AdminToken(String text) {
  private static final int BYTES = 32;

  public AdminToken {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text: an empty token protects nothing");
    }
  }

  /** A new one. */
  public static AdminToken random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new AdminToken(HexFormat.of().formatHex(bytes));
  }

  /** Whether a header carries it; takes the same time whatever the header says. */
  boolean opens(String authorization) {
    byte[] expected = ("Bearer " + text).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the secret, for logs. */
  @Override
  public String toString() {
    return "AdminToken[hidden]";
  }
}
