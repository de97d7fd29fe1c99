package org.machinami.web.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.request.FormBody;

/** {@code /account/sign-in} and {@code /account/sign-out}. */
@Path("account")
public final class SignInResource {
  private static final String HOME = "account";
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int TOO_OFTEN = 429;

  /** What led to the page, by the parameter "said". */
  private static final Map<String, String> SAID =
      Map.of(
          "out", "account.said.out",
          "out-everywhere", "account.said.out-everywhere",
          "out-here", "account.said.out-here",
          "password", "account.said.password",
          "token", "account.said.token",
          "too-often", "account.said.too-often",
          "cancelled", "account.said.cancelled",
          "refused", "account.said.refused",
          "unavailable", "account.said.unavailable",
          "unknown", "account.said.unknown");

  private final Accounts accounts;
  private final Desks desks;
  private final Optional<String> provider;
  private final Answers answers;

  SignInResource(Accounts accounts, Desks desks, Optional<String> provider, Answers answers) {
    this.accounts = accounts;
    this.desks = desks;
    this.provider = provider;
    this.answers = answers;
  }

  @GET
  @Path("sign-in")
  public Response page(
      @Context ContainerRequestContext request,
      @CookieParam(SessionCookie.SIGN_IN) @DefaultValue("") String cookie,
      @QueryParam("return") @DefaultValue("") String back,
      @QueryParam("said") @DefaultValue("") String said) {
    String path = ReturnPath.read(back).orElse("");
    Optional<String> notice =
        path.startsWith("account/kept/")
            ? Optional.of("account.said.kept")
            : Optional.ofNullable(SAID.get(said));
    return show(request, cookie, OK, "", path, notice).build();
  }

  private Response.ResponseBuilder show(
      ContainerRequestContext request,
      String cookie,
      int status,
      String login,
      String back,
      Optional<String> notice) {
    Secret browser = Secret.read(cookie).orElseGet(Secret::random);
    return answers
        .once(
            request,
            status,
            new SignInView(login, back, notice, provider, desks.tokens().issue(browser.text())))
        .header("X-Robots-Tag", "noindex")
        .cookie(desks.cookies().signIn(browser));
  }

  @POST
  @Path("sign-in")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response signIn(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context Request connection,
      @HeaderParam(HttpHeaders.USER_AGENT) @DefaultValue("") String userAgent,
      @CookieParam(SessionCookie.SIGN_IN) @DefaultValue("") String cookie,
      @CookieParam(SessionCookie.NAME) @DefaultValue("") String before,
      InputStream body) {
    FormBody form = FormBody.read(body, "account/sign-in");
    String login = form.get("login");
    String back = ReturnPath.read(form.get("return")).orElse("");
    boolean ours =
        desks.pages().sent(headers::getHeaderString)
            && Secret.read(cookie)
                .filter(browser -> desks.tokens().accepts(form.get("token"), browser.text()))
                .isPresent();
    if (!ours) {
      return show(request, cookie, WRONG, login, back, Optional.of("account.said.token")).build();
    }
    Accounts.Attempt attempt =
        accounts.signIn(login, form.get("password"), Request.getRemoteAddr(connection), userAgent);
    if (attempt instanceof Accounts.Attempt.Wait wait) {
      return show(request, cookie, TOO_OFTEN, login, back, Optional.of("account.said.too-often"))
          .header(HttpHeaders.RETRY_AFTER, wait.left().toSeconds() + 1)
          .build();
    }
    if (attempt instanceof Accounts.Attempt.In in) {
      // What the browser had before is no session of this sign-in, whoever gave it.
      Secret.read(before).ifPresent(old -> accounts.sessions().end(old.hash()));
      return Response.seeOther(own(request, back.isEmpty() ? HOME : back))
          .cookie(
              desks.cookies().session(in.secret()),
              desks.cookies().noSignIn(),
              desks.cookies().noToken())
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    return show(request, cookie, WRONG, login, back, Optional.of("account.said.wrong")).build();
  }

  @POST
  @Path("sign-out")
  @For
  @Consumes(FormBody.CONTENT_TYPE)
  public Response signOut(
      @Context ContainerRequestContext request,
      @CookieParam(SessionCookie.TOKEN) @DefaultValue("") String token) {
    accounts.sessions().end(SignedIn.of(request).session());
    boolean byProvider = provider.isPresent() && !token.isEmpty();
    Asked asked = Asked.of(request);
    NewCookie attempt =
        byProvider
            ? desks
                .cookies()
                .provider(new ProviderCookie(Secret.random(), asked.pinned(), "").text())
            : desks.cookies().noToken();
    String next = byProvider ? ProviderSignOutResource.PATH : "account/sign-in?said=out";
    return Response.seeOther(own(request, next))
        .cookie(desks.cookies().noSession(), attempt)
        .header("Clear-Site-Data", "\"cache\"")
        .build();
  }

  static URI own(ContainerRequestContext request, String path) {
    return URI.create(Asked.of(request).prefix() + path);
  }
}
