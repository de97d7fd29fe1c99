package org.machinami.web.account;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Optional;
import java.util.Set;

/** Puts a {@link SignedInFilter} before each resource that is {@link For} somebody. */
public final class SignedInFeature implements DynamicFeature {
  private final Accounts accounts;
  private final Desks desks;

  SignedInFeature(Accounts accounts, Desks desks) {
    this.accounts = accounts;
    this.desks = desks;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Optional<For> who = Optional.ofNullable(resource.getResourceMethod().getAnnotation(For.class));
    who.or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(For.class)))
        .ifPresent(
            found -> context.register(new SignedInFilter(accounts, desks, Set.of(found.value()))));
  }
}
