package org.machinami.web.steward.form;

import java.nio.charset.StandardCharsets;
import org.machinami.store.ledger.Hash;

/** Short names for long texts. */
final class Digest {

  private Digest() {}

  /** The first digits of the SHA-256 of a text. */
  static String of(String text, int hexDigits) {
    return Hash.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, hexDigits);
  }
}
