package org.machinami.web.account;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do at the desks. */
public enum Role {
  /** Describes, submits and withdraws the datasets of an organisation. */
  STEWARD("steward"),
  /** Decides on what stewards submit; never on what they submitted themselves. */
  APPROVER("approver"),
  /** Watches over all of it. */
  COMMITTEE("committee"),
  /** Stands in for the stewards of all organisations, as where data were loaded by an operator. */
  ADMINISTRATOR("administrator");

  private final String id;

  Role(String id) {
    this.id = id;
  }

  /** The name in records, settings and on the command line. */
  public String id() {
    return id;
  }

  /** The key of what people call it. */
  public String key() {
    return "account.role." + id;
  }

  public static Optional<Role> find(String id) {
    return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
  }
}
