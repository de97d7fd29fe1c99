package org.machinami.web.account;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;

/** {@code /account/kept/{secret}}: a form that came when its session was over. */
@Path("account/kept/{kept}")
@For
public final class KeptFormResource {
  private static final int OK = 200;

  private final Accounts accounts;
  private final Answers answers;

  KeptFormResource(Accounts accounts, Answers answers) {
    this.accounts = accounts;
    this.answers = answers;
  }

  @GET
  public Response page(@Context ContainerRequestContext request, @PathParam("kept") String kept) {
    SignedIn signedIn = SignedIn.of(request);
    SessionRecords.KeptForm form =
        Secret.read(kept)
            .flatMap(secret -> accounts.sessions().findForm(secret, signedIn.account().id()))
            .orElseThrow(() -> Problem.notFound("account/kept"));
    byte[] body = form.body().getBytes(StandardCharsets.ISO_8859_1);
    Map<String, String> fields = new LinkedHashMap<>(SignedInFilter.fields(body, form.path()));
    fields.remove("token");
    return answers.once(request, OK, new KeptFormView(signedIn.who(), form.path(), fields)).build();
  }
}
