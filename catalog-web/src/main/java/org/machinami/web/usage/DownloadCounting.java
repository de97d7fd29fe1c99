package org.machinami.web.usage;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;

/** Counts downloads of files and data; what the client has already is none. */
@Downloaded
public final class DownloadCounting implements ContainerResponseFilter {
  private final Usage usage;
  private final Visitors visitors = new Visitors();

  public DownloadCounting(Usage usage) {
    this.usage = usage;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == Response.Status.OK.getStatusCode() && visitors.isUse(request)) {
      usage.downloaded(request.getUriInfo().getPathParameters().getFirst("id"));
    }
  }
}
