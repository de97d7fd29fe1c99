package org.machinami.web.account;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.machinami.web.openid.OpenIdClient;
import org.machinami.web.page.Answers;

/** The pages of accounts, and the door of all desks. */
public final class AccountPages {
  private AccountPages() {}

  /** The one address that an OpenID provider sends people back to. */
  public static URI callback(String base) {
    return URI.create(base + ProviderResource.CALLBACK);
  }

  /** Where the OpenID provider sends people back to when they have signed out. */
  public static URI signedOut(String base) {
    return URI.create(base + ProviderSignOutResource.DONE);
  }

  /**
   * As JAX-RS singletons.
   *
   * @param provider that people may sign in with
   */
  public static List<Object> resources(
      Accounts accounts,
      Optional<OpenIdClient> provider,
      String base,
      Organisations organisations,
      Answers answers) {
    Desks desks = Desks.at(base, Clock.systemUTC());
    return List.of(
        new SignedInFeature(accounts, desks),
        new SignInResource(accounts, desks, provider.map(OpenIdClient::name), answers),
        new ProviderResource(accounts, desks, provider),
        new ProviderSignOutResource(desks, provider, answers),
        new AccountResource(accounts, organisations, answers),
        new LinkResource(accounts, desks, answers),
        new KeptFormResource(accounts, answers));
  }
}
