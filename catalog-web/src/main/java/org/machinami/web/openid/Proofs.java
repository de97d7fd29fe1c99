package org.machinami.web.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.machinami.store.ledger.Hash;

/**
 * What ties an answer of the provider to the browser that asked: state, nonce and code verifier,
 * each of which follows from the secret in a cookie of that browser, and none from another.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636, PKCE</a>
 */
public record Proofs(String secret) {
  private static final int LEAST = 43;

  public Proofs {
    if (secret.length() < LEAST) {
      throw new IllegalArgumentException("secret: too short to be one");
    }
  }

  String state() {
    return of("state");
  }

  String nonce() {
    return of("nonce");
  }

  String verifier() {
    return of("verifier");
  }

  boolean isState(String text) {
    return same(state(), text);
  }

  String signOutState() {
    return of("sign-out");
  }

  /** Whether somebody comes back whom this browser has sent to sign out. */
  public boolean isSignOutState(String text) {
    return same(signOutState(), text);
  }

  private static boolean same(String own, String text) {
    return MessageDigest.isEqual(
        own.getBytes(StandardCharsets.US_ASCII), text.getBytes(StandardCharsets.UTF_8));
  }

  /** 64 hexadecimal digits. */
  private String of(String use) {
    return Hash.of(("openid " + use + " " + secret).getBytes(StandardCharsets.UTF_8)).hex();
  }

  @Override
  public String toString() {
    return "Proofs[hidden]";
  }
}
