package org.machinami.web.account;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;
import org.machinami.web.request.FormTokens;

/**
 * The door of a desk: lets in who is signed in with one of the roles, and forms that a page of ours
 * gave them. Who is not signed in is led to the sign-in page; a form that comes when its session is
 * over is kept for whoever sent it.
 */
@Priority(Priorities.AUTHENTICATION)
final class SignedInFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String TOKEN = "token";

  /** Descriptions of hundreds of distributions fit; Japanese takes nine bytes a character. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int MOST_FIELDS = 20_000;

  private final Accounts accounts;
  private final Desks desks;
  private final Set<Role> roles;

  /**
   * @param roles of which one is needed; none: whoever is signed in
   */
  SignedInFilter(Accounts accounts, Desks desks, Set<Role> roles) {
    this.accounts = accounts;
    this.desks = desks;
    this.roles = Set.copyOf(roles);
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    boolean reads = List.of("GET", "HEAD").contains(request.getMethod());
    String about = Asked.of(request).path();
    if (!reads && !desks.pages().sent(request::getHeaderString)) {
      throw Problem.of(Kind.FORBIDDEN, about);
    }
    Optional<Secret> secret =
        Optional.ofNullable(request.getCookies().get(SessionCookie.NAME))
            .map(Cookie::getValue)
            .flatMap(Secret::read);
    Optional<Session> session = secret.flatMap(accounts.sessions()::find);
    Optional<Account> account =
        session
            .filter(accounts.sessions()::isOpen)
            .flatMap(open -> accounts.findById(open.account()))
            .filter(Account::active);
    if (account.isEmpty()) {
      request.abortWith(signIn(request, session, reads));
      return;
    }
    accounts.sessions().see(session.get());
    SignedIn signedIn =
        new SignedIn(account.get(), session.get().id(), secret.get(), desks.tokens());
    if (!roles.isEmpty() && roles.stream().noneMatch(signedIn::has)) {
      throw Problem.of(Kind.NOT_ALLOWED, about);
    }
    signedIn.in(request);
    if (!reads) {
      form(request, signedIn, session.get());
    }
  }

  /** Looks into a form; a body of another kind is looked into by who reads it. */
  private void form(ContainerRequestContext request, SignedIn signedIn, Session session)
      throws IOException {
    String about = Asked.of(request).path();
    MediaType type = request.getMediaType();
    if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      return;
    }
    if (!isForm(request)) {
      throw Problem.of(Kind.FORBIDDEN, about);
    }
    byte[] bytes = body(request);
    request.setEntityStream(new ByteArrayInputStream(bytes));
    String token = fields(bytes, about).getOrDefault(TOKEN, "");
    if (signedIn.accepts(token)) {
      return;
    }
    if (!FormTokens.isOne(token)) {
      throw Problem.of(Kind.FORBIDDEN, about);
    }
    request.abortWith(seeOther(request, keep(request, session, bytes)));
  }

  /** The fields of a form of a desk, in their order. */
  static Map<String, String> fields(byte[] form, String about) {
    return FormBody.read(new ByteArrayInputStream(form), about, MOST_BYTES, MOST_FIELDS).values();
  }

  private static boolean isForm(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    return type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
  }

  private static byte[] body(ContainerRequestContext request) throws IOException {
    byte[] bytes = request.getEntityStream().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw Problem.of(Kind.CONTENT_TOO_LARGE, Asked.of(request).path());
    }
    return bytes;
  }

  /** To the sign-in page and back; what was typed is kept where we know whose it is. */
  private Response signIn(ContainerRequestContext request, Optional<Session> session, boolean reads)
      throws IOException {
    Asked asked = Asked.of(request);
    String back = asked.path() + (asked.query().isEmpty() ? "" : "?" + asked.query());
    if (!reads) {
      back =
          session.isPresent() && isForm(request) ? keep(request, session.get(), body(request)) : "";
    }
    String path = ReturnPath.read(back).orElse("");
    String query =
        path.isEmpty() ? "" : "?return=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    return seeOther(request, "account/sign-in" + query);
  }

  private String keep(ContainerRequestContext request, Session session, byte[] bytes) {
    Secret kept =
        accounts
            .sessions()
            .keep(
                session.account(),
                new SessionRecords.KeptForm(
                    Asked.of(request).path(), new String(bytes, StandardCharsets.ISO_8859_1)));
    return "account/kept/" + kept.text();
  }

  private static Response seeOther(ContainerRequestContext request, String path) {
    return Response.seeOther(URI.create(Asked.of(request).prefix() + path)).build();
  }

  /** What a desk answers is for one reader and no search engine. */
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getHeaders().putSingle("X-Robots-Tag", "noindex");
  }
}
