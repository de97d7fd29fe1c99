package org.machinami.web.request;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What is known of a browser that sends a form: whether it came from a page of ours, its cookie,
 * the token of its form. Thread-safe.
 */
final class Browsers {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final URI base;
  private final FormTokens tokens;

  /**
   * @param base canonical base IRI
   */
  Browsers(String base, Clock clock) {
    this.base = URI.create(base);
    this.tokens = new FormTokens(clock);
  }

  FormTokens tokens() {
    return tokens;
  }

  /**
   * Whether a form comes from a page of ours, as far as the browser says. Browsers name the origin
   * of every form that they send.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#origin-header">Fetch, Origin</a>
   * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch Metadata</a>
   */
  boolean isOwnPage(HttpHeaders headers) {
    String site = headers.getHeaderString("Sec-Fetch-Site");
    String origin = headers.getHeaderString("Origin");
    boolean own = origin == null || isOwn(origin, headers.getHeaderString(HttpHeaders.HOST));
    return own && (site == null || List.of("same-origin", "none").contains(site));
  }

  private boolean isOwn(String origin, String host) {
    String from = origin.replaceFirst("^https?://", "");
    return from.equals(base.getRawAuthority()) || from.equals(host);
  }

  /** The cookie by which the browser is known again; scripts cannot read it. */
  NewCookie cookie(Supporter browser) {
    return new NewCookie.Builder(Supporter.COOKIE)
        .value(browser.secret())
        .path(base.getRawPath())
        .maxAge((int) REMEMBERED.toSeconds())
        .httpOnly(true)
        .secure(base.getScheme().equals("https"))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
