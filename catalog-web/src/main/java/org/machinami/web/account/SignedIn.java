package org.machinami.web.account;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormTokens;

/**
 * Who sends a request, in a session that is open. Only resources that are {@link For} it have one.
 */
public final class SignedIn {
  private static final String PROPERTY = "org.machinami.web.signed-in";

  private final Account account;
  private final String session;
  private final Secret secret;
  private final FormTokens tokens;

  SignedIn(Account account, String session, Secret secret, FormTokens tokens) {
    this.account = account;
    this.session = session;
    this.secret = secret;
    this.tokens = tokens;
  }

  /**
   * Who sent a request.
   *
   * @throws IllegalStateException when its resource is not {@link For} anybody
   */
  public static SignedIn of(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) instanceof SignedIn found) {
      return found;
    }
    throw new IllegalStateException(
        request.getUriInfo().getPath() + " asks who is signed in and is not annotated with @For");
  }

  void in(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }

  public Account account() {
    return account;
  }

  /** Id of the session. */
  String session() {
    return session;
  }

  /** The token that a form of a page for them carries in the field "token". */
  public String formToken() {
    return tokens.issue(secret.text());
  }

  /**
   * Whether a form was fetched by them. The filter has asked this for forms; who reads a body of
   * another kind asks.
   */
  public boolean accepts(String formToken) {
    return tokens.accepts(formToken, secret.text());
  }

  public boolean has(Role role) {
    return account.has(role);
  }

  /** Ids of the organisations whose steward they are. */
  public List<String> publishers() {
    return account.grants().stream()
        .filter(grant -> grant.role() == Role.STEWARD)
        .map(Grant::publisher)
        .toList();
  }

  /** Ids of the organisations that they are the approver of by name. */
  public List<String> decidesFor() {
    return account.grants().stream()
        .filter(grant -> grant.role() == Role.APPROVER && !grant.publisher().isEmpty())
        .map(Grant::publisher)
        .toList();
  }

  /** Whether no organisation is another's for them: administrators, approvers of all. */
  public boolean worksForAll() {
    return account.grants().stream()
        .anyMatch(
            grant ->
                grant.role() == Role.ADMINISTRATOR
                    || (grant.role() == Role.APPROVER && grant.publisher().isEmpty()));
  }

  /** Whether they are a steward of an organisation. */
  public boolean isStewardOf(String publisher) {
    return holds(Role.STEWARD, publisher);
  }

  /** Whether they may prepare the datasets of an organisation: its stewards and administrators. */
  public boolean mayPrepareFor(String publisher) {
    return isStewardOf(publisher) || has(Role.ADMINISTRATOR);
  }

  /** Whether they may decide on what an organisation submits, who ever submitted it. */
  public boolean isApproverOf(String publisher) {
    return holds(Role.APPROVER, publisher);
  }

  private boolean holds(Role role, String publisher) {
    return account.grants().stream()
        .anyMatch(grant -> grant.role() == role && grant.covers(publisher));
  }

  /** What the head of a desk's page says of them. */
  public Who who() {
    return new Who(account.name(), account.organisation(), account.grants(), formToken());
  }

  /**
   * Refuses what the filter could not look into.
   *
   * @throws Problem 403 when the token is not theirs
   */
  public void requireToken(String formToken, String about) {
    if (!accepts(formToken)) {
      throw Problem.of(Kind.FORBIDDEN, about);
    }
  }
}
