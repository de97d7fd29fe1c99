package org.machinami.web.account;

import jakarta.ws.rs.core.NewCookie;
import java.net.URI;

/** The cookies of the desks: scripts cannot read them, other sites cannot have them sent. */
final class SessionCookie {
  /** That of a session. */
  static final String NAME = "machinami-session";

  /** That of the sign-in page, before there is a session. */
  static final String SIGN_IN = "machinami-sign-in";

  /** That of somebody who is at the OpenID provider. */
  static final String PROVIDER = "machinami-provider";

  /** That of somebody who was confirmed by the OpenID provider: what shows it whom. */
  static final String TOKEN = "machinami-id-token";

  /** In place of a token that browsers would not keep. */
  static final String NO_TOKEN = "-";

  /** What browsers keep in a cookie, less what stands around it. */
  private static final int MOST_TOKEN = 3_500;

  /** Longer than anybody takes to say who they are. */
  private static final int PROVIDER_SECONDS = 600;

  private final URI base;

  SessionCookie(String base) {
    this.base = URI.create(base);
  }

  /** Goes with the browser, like the session. */
  NewCookie session(Secret secret) {
    return cookie(NAME, "").value(secret.text()).build();
  }

  NewCookie signIn(Secret secret) {
    return cookie(SIGN_IN, "account").value(secret.text()).build();
  }

  NewCookie provider(String text) {
    return cookie(PROVIDER, "account/provider").value(text).maxAge(PROVIDER_SECONDS).build();
  }

  /** Goes with the browser, like the session. */
  NewCookie token(String token) {
    boolean fits = token.length() <= MOST_TOKEN;
    return cookie(TOKEN, "account").value(fits ? token : NO_TOKEN).build();
  }

  NewCookie noToken() {
    return cookie(TOKEN, "account").value("").maxAge(0).build();
  }

  NewCookie noProvider() {
    return cookie(PROVIDER, "account/provider").value("").maxAge(0).build();
  }

  NewCookie noSession() {
    return cookie(NAME, "").value("").maxAge(0).build();
  }

  NewCookie noSignIn() {
    return cookie(SIGN_IN, "account").value("").maxAge(0).build();
  }

  private NewCookie.Builder cookie(String name, String path) {
    return new NewCookie.Builder(name)
        .path(base.getRawPath() + path)
        .httpOnly(true)
        .secure(base.getScheme().equals("https"))
        .sameSite(NewCookie.SameSite.LAX);
  }
}
