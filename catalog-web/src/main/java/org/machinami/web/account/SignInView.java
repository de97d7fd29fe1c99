package org.machinami.web.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * The sign-in page.
 *
 * @param login what was typed
 * @param back path to go on to, empty for none
 * @param notice message key of why it is shown, or shown again
 * @param provider what the OpenID provider is called, where there is one
 */
public record SignInView(
    String login, String back, Optional<String> notice, Optional<String> provider, String token)
    implements View {
  public SignInView {
    Objects.requireNonNull(login, "login");
    Objects.requireNonNull(back, "back");
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(token, "token");
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "sign-in.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("account.sign-in");
  }

  @Override
  public String section() {
    return "";
  }

  @Override
  public List<Representation> representations() {
    return List.of();
  }
}
