package org.machinami.web.account;

import java.util.List;
import java.util.Objects;

/**
 * Who is signed in, as the pages of the desks say it.
 *
 * @param token for the forms of the page
 */
public record Who(String name, String organisation, List<Grant> grants, String token) {
  public Who {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(token, "token");
    grants = List.copyOf(grants);
  }

  /** Whether they hold one of the roles, by their ids. */
  public boolean is(String... roles) {
    return grants.stream().anyMatch(grant -> List.of(roles).contains(grant.role().id()));
  }
}
