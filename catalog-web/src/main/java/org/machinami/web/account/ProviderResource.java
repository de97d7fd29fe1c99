package org.machinami.web.account;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.openid.NotConfirmed;
import org.machinami.web.openid.OpenIdClient;
import org.machinami.web.openid.Person;
import org.machinami.web.openid.Proofs;
import org.machinami.web.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /account/provider}: to the OpenID provider, and back from it. Whoever comes back without
 * the cookie of this attempt has not begun it in this browser.
 */
@Path("account/provider")
public final class ProviderResource {
  /** Where the provider sends people back to, below the base. */
  static final String CALLBACK = "account/provider/callback";

  private static final Logger log = LoggerFactory.getLogger(ProviderResource.class);
  private static final String HOME = "account";

  private final Accounts accounts;
  private final Desks desks;
  private final Optional<OpenIdClient> provider;

  ProviderResource(Accounts accounts, Desks desks, Optional<OpenIdClient> provider) {
    this.accounts = accounts;
    this.desks = desks;
    this.provider = provider;
  }

  @GET
  public Response begin(
      @Context ContainerRequestContext request,
      @QueryParam("return") @DefaultValue("") String back) {
    Asked asked = Asked.of(request);
    ProviderCookie cookie =
        new ProviderCookie(Secret.random(), asked.pinned(), ReturnPath.read(back).orElse(""));
    try {
      URI to = require().authorization(new Proofs(cookie.secret().text()), asked.language());
      return answer(to, desks.cookies().provider(cookie.text()));
    } catch (NotConfirmed e) {
      return signIn(asked.prefix(), cookie.back(), e);
    }
  }

  private OpenIdClient require() {
    return provider.orElseThrow(() -> Problem.notFound("account/provider"));
  }

  @GET
  @Path("callback")
  public Response callback(
      @Context ContainerRequestContext request,
      @Context Request connection,
      @HeaderParam(HttpHeaders.USER_AGENT) @DefaultValue("") String userAgent,
      @CookieParam(SessionCookie.PROVIDER) @DefaultValue("") String kept,
      @CookieParam(SessionCookie.NAME) @DefaultValue("") String before) {
    OpenIdClient client = require();
    Optional<ProviderCookie> found = ProviderCookie.read(kept);
    if (found.isEmpty()) {
      return signIn(Asked.of(request).prefix(), "", "token");
    }
    ProviderCookie cookie = found.get();
    String prefix = cookie.pinned().map(Language::tag).map(tag -> tag + "/").orElse("");
    String address = Request.getRemoteAddr(connection);
    if (!accounts.mayAsk(address).isZero()) {
      return signIn(prefix, cookie.back(), "too-often");
    }
    try {
      Person person =
          client.person(
              request.getUriInfo().getQueryParameters(),
              new Proofs(cookie.secret().text()),
              (issuer, subject) -> accounts.records().findByIdentity(issuer, subject).isEmpty());
      Optional<Secret> session = accounts.signIn(person, address, userAgent);
      if (session.isEmpty()) {
        return signIn(prefix, cookie.back(), "unknown");
      }
      // What the browser had before is no session of this sign-in, whoever gave it.
      Secret.read(before).ifPresent(old -> accounts.sessions().end(old.hash()));
      return answer(
          URI.create(prefix + (cookie.back().isEmpty() ? HOME : cookie.back())),
          desks.cookies().session(session.get()),
          desks.cookies().token(person.token()),
          desks.cookies().noProvider());
    } catch (NotConfirmed e) {
      return signIn(prefix, cookie.back(), e);
    }
  }

  private Response signIn(String prefix, String back, NotConfirmed why) {
    log.warn("Nobody was signed in by the OpenID provider: {}", why.getMessage());
    return signIn(prefix, back, why.why().id());
  }

  private Response signIn(String prefix, String back, String said) {
    String on = back.isEmpty() ? "" : "&return=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    return answer(
        URI.create(prefix + "account/sign-in?said=" + said + on), desks.cookies().noProvider());
  }

  private static Response answer(URI to, NewCookie... cookies) {
    return Response.seeOther(to)
        .cookie(cookies)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Robots-Tag", "noindex")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
