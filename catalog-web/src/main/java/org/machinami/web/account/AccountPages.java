package org.machinami.web.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.machinami.web.page.Answers;

/** The pages of accounts, and the door of all desks. */
public final class AccountPages {
  private AccountPages() {}

  /** As JAX-RS singletons. */
  public static List<Object> resources(
      Accounts accounts, String base, Organisations organisations, Answers answers) {
    Desks desks = Desks.at(base, Clock.systemUTC());
    return List.of(
        new SignedInFeature(accounts, desks),
        new SignInResource(accounts, desks, Optional.empty(), answers),
        new AccountResource(accounts, organisations, answers),
        new LinkResource(accounts, desks, answers),
        new KeptFormResource(accounts, answers));
  }
}
