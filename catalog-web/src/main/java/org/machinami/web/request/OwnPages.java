package org.machinami.web.request;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether a form comes from a page of ours, as far as the browser says. Browsers name the origin of
 * every form that they send. Immutable.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#origin-header">Fetch, Origin</a>
 * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch Metadata</a>
 */
public final class OwnPages {
  private final URI base;

  /**
   * Knows the pages below a base.
   *
   * @param base canonical base IRI
   */
  public OwnPages(String base) {
    this.base = URI.create(base);
  }

  /**
   * Whether a request was sent from one of them.
   *
   * @param header the value of a header of the request by its name, null when it has none
   */
  public boolean sent(UnaryOperator<String> header) {
    Optional<String> site = Optional.ofNullable(header.apply("Sec-Fetch-Site"));
    Optional<String> origin = Optional.ofNullable(header.apply("Origin"));
    String host = String.valueOf(header.apply(HttpHeaders.HOST));
    return origin.map(from -> isOwn(from, host)).orElse(true)
        && site.map(List.of("same-origin", "none")::contains).orElse(true);
  }

  private boolean isOwn(String origin, String host) {
    String from = origin.replaceFirst("^https?://", "");
    return from.equals(base.getRawAuthority()) || from.equals(host);
  }
}
