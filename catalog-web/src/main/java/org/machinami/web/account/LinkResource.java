package org.machinami.web.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;

/** {@code /account/link/{secret}}: sets a password, once. A link that is none, or used, is 404. */
@Path("account/link/{link}")
public final class LinkResource {
  private static final String ABOUT = "account/link";
  private static final int OK = 200;
  private static final int WRONG = 400;

  private final Accounts accounts;
  private final Desks desks;
  private final Answers answers;

  LinkResource(Accounts accounts, Desks desks, Answers answers) {
    this.accounts = accounts;
    this.desks = desks;
    this.answers = answers;
  }

  @GET
  public Response page(
      @Context ContainerRequestContext request,
      @PathParam("link") String link,
      @CookieParam(SessionCookie.SIGN_IN) @DefaultValue("") String cookie) {
    return show(request, link, require(link), cookie, OK, Optional.empty());
  }

  private Account require(String link) {
    return Secret.read(link)
        .flatMap(accounts.sessions()::findLink)
        .flatMap(accounts::findById)
        .filter(Account::active)
        .orElseThrow(() -> Problem.notFound(ABOUT));
  }

  private Response show(
      ContainerRequestContext request,
      String link,
      Account account,
      String cookie,
      int status,
      Optional<String> mistake) {
    Secret browser = Secret.read(cookie).orElseGet(Secret::random);
    return answers
        .once(
            request,
            status,
            new LinkView(link, account, mistake, desks.tokens().issue(browser.text())))
        .header("X-Robots-Tag", "noindex")
        .header("Referrer-Policy", "no-referrer")
        .cookie(desks.cookies().signIn(browser))
        .build();
  }

  @POST
  @Consumes(FormBody.CONTENT_TYPE)
  public Response set(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @PathParam("link") String link,
      @CookieParam(SessionCookie.SIGN_IN) @DefaultValue("") String cookie,
      InputStream body) {
    FormBody form = FormBody.read(body, ABOUT);
    boolean ours =
        desks.pages().sent(headers::getHeaderString)
            && Secret.read(cookie)
                .filter(browser -> desks.tokens().accepts(form.get("token"), browser.text()))
                .isPresent();
    if (!ours) {
      throw Problem.of(Kind.FORBIDDEN, ABOUT);
    }
    Account account = require(link);
    Optional<String> mistake = PasswordRule.mistake(form.get("new"), account.login());
    if (mistake.isEmpty() && !form.get("new").equals(form.get("again"))) {
      mistake = Optional.of("account.mistake.different");
    }
    if (mistake.isPresent()) {
      return show(request, link, account, cookie, WRONG, mistake);
    }
    if (!accounts.sessions().useLink(Secret.read(link).orElseThrow())) {
      throw Problem.notFound(ABOUT);
    }
    accounts.setPassword(account, form.get("new"));
    return Response.seeOther(SignInResource.own(request, "account/sign-in?said=password"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
