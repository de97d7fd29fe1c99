package org.machinami.web.usage;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;

/** Counts openings of a dataset's page, those included that a browser shows from what it has. */
@Viewed
public final class ViewCounting implements ContainerResponseFilter {
  private final Usage usage;
  private final Visitors visitors = new Visitors();

  public ViewCounting(Usage usage) {
    this.usage = usage;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    boolean shown =
        status == Response.Status.OK.getStatusCode()
            || status == Response.Status.NOT_MODIFIED.getStatusCode();
    if (shown && visitors.isUse(request) && isPage(request)) {
      usage.viewed(request.getUriInfo().getPathParameters().getFirst("id"));
    }
  }

  private static boolean isPage(ContainerRequestContext request) {
    return Asked.of(request)
        .choose(Representation.ALL)
        .filter(Representation.HTML::equals)
        .isPresent();
  }
}
