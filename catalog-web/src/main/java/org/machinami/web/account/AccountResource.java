package org.machinami.web.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.request.FormBody;

/** {@code /account}: one's own name, roles, password and sessions. */
@Path("account")
@For
public final class AccountResource {
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final Map<String, String> DONE =
      Map.of("password", "account.done.password", "sessions", "account.done.sessions");

  private final Accounts accounts;
  private final Organisations organisations;
  private final Answers answers;

  AccountResource(Accounts accounts, Organisations organisations, Answers answers) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.answers = answers;
  }

  @GET
  public Response page(
      @Context ContainerRequestContext request, @QueryParam("done") @DefaultValue("") String done) {
    return show(request, OK, Optional.ofNullable(DONE.get(done)), Optional.empty());
  }

  private Response show(
      ContainerRequestContext request,
      int status,
      Optional<String> notice,
      Optional<String> mistake) {
    SignedIn signedIn = SignedIn.of(request);
    Language language = Asked.of(request).language();
    Account account = signedIn.account();
    List<AccountView.RoleLine> roles =
        account.grants().stream()
            .map(
                grant ->
                    new AccountView.RoleLine(
                        grant.role().key(),
                        Optional.of(grant.publisher())
                            .filter(id -> !id.isEmpty())
                            .map(id -> organisations.name(id, language))))
            .toList();
    List<AccountView.SessionLine> sessions =
        accounts.sessions().list(account.id()).stream()
            .map(
                session ->
                    new AccountView.SessionLine(
                        BrowserName.of(session.browser()),
                        session.started(),
                        session.seen(),
                        session.id().equals(signedIn.session())))
            .toList();
    return answers
        .once(
            request,
            status,
            new AccountView(signedIn.who(), account, roles, sessions, notice, mistake))
        .build();
  }

  @POST
  @Path("password")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response password(@Context ContainerRequestContext request, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    FormBody form = FormBody.read(body, "account/password");
    String wanted = form.get("new");
    Optional<String> mistake = PasswordRule.mistake(wanted, signedIn.account().login());
    if (mistake.isEmpty() && !wanted.equals(form.get("again"))) {
      mistake = Optional.of("account.mistake.different");
    }
    if (mistake.isEmpty()
        && signedIn.account().hasPassword()
        && !accounts.isPassword(signedIn.account(), form.get("password"))) {
      mistake = Optional.of("account.mistake.wrong");
    }
    if (mistake.isPresent()) {
      return show(request, WRONG, Optional.empty(), mistake);
    }
    accounts.setPassword(signedIn.account(), wanted, signedIn.session());
    return Response.seeOther(SignInResource.own(request, "account?done=password")).build();
  }

  @POST
  @Path("sessions")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response endOthers(@Context ContainerRequestContext request) {
    SignedIn signedIn = SignedIn.of(request);
    accounts.sessions().endAll(signedIn.account().id(), signedIn.session());
    return Response.seeOther(SignInResource.own(request, "account?done=sessions")).build();
  }
}
