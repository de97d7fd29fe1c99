package org.machinami.web.openid;

import java.util.Objects;
import java.util.Optional;

/**
 * Somebody whom the provider has confirmed.
 *
 * @param issuer the provider
 * @param subject what it calls them, for ever
 * @param email that it has verified
 * @param token the ID token by which it has confirmed them, to be shown to it again
 */
public record Person(String issuer, String subject, Optional<String> email, String token) {
  public Person {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(token, "token");
  }

  @Override
  public String toString() {
    return "Person[" + issuer + " " + subject + "]";
  }
}
