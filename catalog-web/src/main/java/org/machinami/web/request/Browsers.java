package org.machinami.web.request;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * What is known of a browser that sends a form: whether it came from a page of ours, its cookie,
 * the token of its form. Thread-safe.
 */
final class Browsers {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final URI base;
  private final OwnPages pages;
  private final FormTokens tokens;

  /**
   * @param base canonical base IRI
   */
  Browsers(String base, Clock clock) {
    this.base = URI.create(base);
    this.pages = new OwnPages(base);
    this.tokens = new FormTokens(clock);
  }

  FormTokens tokens() {
    return tokens;
  }

  /** Whether a form comes from a page of ours, as far as the browser says. */
  boolean isOwnPage(HttpHeaders headers) {
    return pages.sent(headers::getHeaderString);
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
