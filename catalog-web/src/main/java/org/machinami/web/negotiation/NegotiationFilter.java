package org.machinami.web.negotiation;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * Takes language prefix and suffix off the path before a resource is chosen, and keeps what they
 * said.
 */
@PreMatching
@Priority(Priorities.HEADER_DECORATOR)
public final class NegotiationFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    Asked asked = AskedReader.read(request);
    request.setProperty(Asked.PROPERTY, asked);
    if (!asked.path().equals(asked.requestPath())) {
      UriInfo uri = request.getUriInfo();
      String query = asked.query().isEmpty() ? "" : "?" + asked.query();
      request.setRequestUri(URI.create(uri.getBaseUri() + asked.path() + query));
    }
  }
}
