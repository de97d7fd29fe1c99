package org.machinami.web.openid;

import java.util.Objects;
import java.util.Optional;

/**
 * Somebody whom the provider has confirmed.
 *
 * @param issuer the provider
 * @param subject what it calls them, for ever
 * @param email that it has verified
 */
public record Person(String issuer, String subject, Optional<String> email) {
  public Person {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(email, "email");
  }
}
