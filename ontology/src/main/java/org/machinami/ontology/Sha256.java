package org.machinami.ontology;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which versions, and nodes without a name, are told apart. */
public final class Sha256 {

  private Sha256() {}

  /** A new digest; not thread-safe. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
