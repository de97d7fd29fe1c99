package org.machinami.web.account;

import java.util.Objects;
import java.util.Optional;

/**
 * A role, and the organisation that it is held for. Written {@code steward:sample-city}, {@code
 * approver}.
 *
 * @param publisher id of the organisation as in {@code /publishers/{id}}; empty for all of them
 */
public record Grant(Role role, String publisher) implements Comparable<Grant> {
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  public Grant {
    Objects.requireNonNull(role, "role");
    boolean mayHave = role == Role.STEWARD || role == Role.APPROVER;
    if (!publisher.isEmpty() && !(mayHave && publisher.matches(ID))) {
      throw new IllegalArgumentException("publisher: " + role + " is not held for " + publisher);
    }
    if (publisher.isEmpty() && role == Role.STEWARD) {
      throw new IllegalArgumentException("publisher: a steward is one of an organisation");
    }
  }

  /** From its written form; empty when it is none. */
  public static Optional<Grant> read(String text) {
    int colon = text.indexOf(':');
    String role = colon < 0 ? text : text.substring(0, colon);
    String publisher = colon < 0 ? "" : text.substring(colon + 1);
    try {
      return colon >= 0 && publisher.isEmpty()
          ? Optional.empty()
          : Role.find(role).map(found -> new Grant(found, publisher));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it counts for an organisation. */
  boolean covers(String organisation) {
    return publisher.isEmpty() || publisher.equals(organisation);
  }

  @Override
  public int compareTo(Grant other) {
    int byRole = role.compareTo(other.role);
    return byRole == 0 ? publisher.compareTo(other.publisher) : byRole;
  }

  /** As it is written. */
  @Override
  public String toString() {
    return publisher.isEmpty() ? role.id() : role.id() + ":" + publisher;
  }
}
