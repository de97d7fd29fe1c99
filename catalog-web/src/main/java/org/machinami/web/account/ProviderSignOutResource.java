package org.machinami.web.account;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.openid.NotConfirmed;
import org.machinami.web.openid.OpenIdClient;
import org.machinami.web.openid.Proofs;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /account/provider/sign-out}: on to the OpenID provider, so that the session there ends,
 * too, and back from it. The session here is over by then. Only who has just signed out here goes
 * on: a link of somebody else's signs nobody out.
 *
 * @see <a href="https://openid.net/specs/openid-connect-rpinitiated-1_0.html">OpenID Connect
 *     RP-Initiated Logout 1.0</a>
 */
@Path(ProviderSignOutResource.PATH)
public final class ProviderSignOutResource {
  static final String PATH = "account/provider/sign-out";

  /** Where the provider sends people back to, below the base. */
  static final String DONE = PATH + "/done";

  private static final Logger log = LoggerFactory.getLogger(ProviderSignOutResource.class);
  private static final int OK = 200;

  private final Desks desks;
  private final Optional<OpenIdClient> provider;
  private final Answers answers;

  ProviderSignOutResource(Desks desks, Optional<OpenIdClient> provider, Answers answers) {
    this.desks = desks;
    this.provider = provider;
    this.answers = answers;
  }

  private OpenIdClient require() {
    return provider.orElseThrow(() -> Problem.notFound(PATH));
  }

  /**
   * Goes on by itself. It is a page because the form that signed out may send a browser to
   * addresses of ours only.
   */
  @GET
  public Response on(
      @Context ContainerRequestContext request,
      @CookieParam(SessionCookie.PROVIDER) @DefaultValue("") String kept,
      @CookieParam(SessionCookie.TOKEN) @DefaultValue("") String token) {
    OpenIdClient client = require();
    Asked asked = Asked.of(request);
    Optional<ProviderCookie> attempt = ProviderCookie.read(kept);
    if (attempt.isEmpty()) {
      return home(asked);
    }
    try {
      Optional<URI> to =
          client.signOut(
              Optional.of(token).filter(text -> !text.equals(SessionCookie.NO_TOKEN)),
              new Proofs(attempt.get().secret().text()),
              asked.language());
      if (to.isEmpty()) {
        return said(asked.prefix(), "out-here");
      }
      return answers
          .once(request, OK, new ProviderSignOutView(client.name(), to.get()))
          .header("Refresh", "0; url=" + to.get())
          .header("Referrer-Policy", "no-referrer")
          .header("X-Robots-Tag", "noindex")
          .cookie(desks.cookies().noToken())
          .build();
    } catch (NotConfirmed e) {
      log.warn("Nobody was signed out at the OpenID provider: {}", e.getMessage());
      return said(asked.prefix(), "out-here");
    }
  }

  /** Nobody has signed out here: their account, or the sign-in page before it. */
  private static Response home(Asked asked) {
    return Response.seeOther(URI.create(asked.prefix() + "account"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Who comes back has signed out there, or this browser has not sent them. */
  @GET
  @Path("done")
  public Response done(
      @Context ContainerRequestContext request,
      @CookieParam(SessionCookie.PROVIDER) @DefaultValue("") String kept,
      @QueryParam("state") @DefaultValue("") String state) {
    require();
    Optional<ProviderCookie> attempt =
        ProviderCookie.read(kept)
            .filter(cookie -> new Proofs(cookie.secret().text()).isSignOutState(state));
    if (attempt.isEmpty()) {
      return home(Asked.of(request));
    }
    String prefix = attempt.get().pinned().map(Language::tag).map(tag -> tag + "/").orElse("");
    return said(prefix, "out-everywhere");
  }

  private Response said(String prefix, String what) {
    NewCookie[] over = {desks.cookies().noProvider(), desks.cookies().noToken()};
    return Response.seeOther(URI.create(prefix + "account/sign-in?said=" + what))
        .cookie(over)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
