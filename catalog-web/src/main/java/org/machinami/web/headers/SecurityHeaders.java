package org.machinami.web.headers;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;

/** What a browser may do with an answer; a resource that needs more has set the header itself. */
public final class SecurityHeaders implements ContainerResponseFilter {
  /** No script but our files, no frame, nothing from elsewhere. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    setIfAbsent(headers, "Content-Security-Policy", POLICY);
    setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
    setIfAbsent(headers, "Referrer-Policy", "strict-origin-when-cross-origin");
    setIfAbsent(headers, "X-Frame-Options", "DENY");
    setIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
  }

  private static void setIfAbsent(
      MultivaluedMap<String, Object> headers, String name, String value) {
    if (!headers.containsKey(name)) {
      headers.putSingle(name, value);
    }
  }
}
