package org.machinami.web.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * Where somebody sets a password by a one-time link.
 *
 * @param link the secret of the link
 * @param mistake message key
 */
public record LinkView(String link, Account account, Optional<String> mistake, String token)
    implements View {
  public LinkView {
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(mistake, "mistake");
    Objects.requireNonNull(token, "token");
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "account-link.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("account.link");
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
