package org.machinami.web.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.egress.EgressLimits;

/**
 * The OpenID provider that people may sign in with.
 *
 * @param issuer its address as it writes it itself
 * @param clientId what it calls this catalogue
 * @param clientSecret that it shares with this catalogue; empty for a client without one
 * @param name what the button on the sign-in page calls it
 * @param loopback whether it may stand on this machine and speak http
 * @param egress what requests to it may do
 */
public record OpenIdSettings(
    URI issuer,
    String clientId,
    Optional<String> clientSecret,
    String name,
    boolean loopback,
    EgressLimits egress) {
  /** More than any provider says at once. */
  static final long MOST_BYTES = 1 << 20;

  /** For each of the two to four requests that a sign-in needs. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  public OpenIdSettings {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(clientSecret, "clientSecret");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(egress, "egress");
  }

  /** Whether an address can be that of an issuer. */
  static boolean isIssuer(String text, boolean loopback) {
    try {
      URI uri = new URI(text);
      boolean address =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return address && isSafe(uri, loopback);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether nobody between can read what goes there: https, or a port of this machine. */
  public static boolean isSafe(URI address, boolean loopback) {
    boolean here = List.of("127.0.0.1", "localhost", "[::1]").contains(address.getHost());
    return "https".equals(address.getScheme())
        || (loopback && here && "http".equals(address.getScheme()));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OpenIdSettings[" + issuer + " " + clientId + "]";
  }
}
