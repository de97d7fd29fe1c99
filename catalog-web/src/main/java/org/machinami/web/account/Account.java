package org.machinami.web.account;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Somebody who works at the desks.
 *
 * @param id made by us: eight letters and digits
 * @param login the name to sign in with, often an e-mail address; lower case
 * @param name as people call them
 * @param organisation in their own words, empty for none
 * @param active whether they may sign in
 * @param hasPassword whether one is set
 * @param grants what they may do, in order
 */
public record Account(
    String id,
    String login,
    String name,
    String organisation,
    boolean active,
    boolean hasPassword,
    Instant created,
    List<Grant> grants) {
  private static final int MOST_LOGIN = 120;

  public Account {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(created, "created");
    if (!isLogin(login)) {
      throw new IllegalArgumentException("login is none: " + login);
    }
    grants = grants.stream().distinct().sorted().toList();
  }

  /** How a login is compared, whatever keyboard it comes from. */
  public static String login(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a text, as {@link #login(String)} gives it, can be one. */
  public static boolean isLogin(String text) {
    return text.length() <= MOST_LOGIN && text.matches("[a-z0-9][a-z0-9._+@-]{1,}");
  }

  boolean has(Role role) {
    return grants.stream().anyMatch(grant -> grant.role() == role);
  }
}
