package org.machinami.web.account;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * That one is on the way to sign out at the OpenID provider.
 *
 * @param provider what it is called
 * @param to where it ends sessions
 */
public record ProviderSignOutView(String provider, URI to) implements View {
  public ProviderSignOutView {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(to, "to");
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "provider-sign-out.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("account.sign-out");
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
