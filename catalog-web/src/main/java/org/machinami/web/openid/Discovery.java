package org.machinami.web.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.machinami.web.config.OpenIdSettings;

/**
 * What the provider says of itself, asked again after an hour; its keys are asked for when a token
 * names one that is not known. Thread-safe.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery 1.0</a>
 */
final class Discovery {
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  /** Signatures by a key pair only: "none" is no signature, and a shared secret is no proof. */
  private static final Set<JWSAlgorithm> SIGNATURES = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

  private final OpenIdSettings settings;
  private final ProviderRequests requests;
  private final Clock clock;
  private Provider known;

  Discovery(OpenIdSettings settings, ProviderRequests requests, Clock clock) {
    this.settings = settings;
    this.requests = requests;
    this.clock = clock;
  }

  /** The provider as it described itself, and what checks its tokens. */
  record Provider(OIDCProviderMetadata metadata, IDTokenValidator tokens, Instant asked) {}

  /**
   * Asks, unless it is known.
   *
   * @throws NotConfirmed when it does not answer, or not as the specification says
   */
  synchronized Provider provider() throws NotConfirmed {
    Instant now = clock.instant();
    if (known == null || known.asked().plus(GOOD_FOR).isBefore(now)) {
      known = ask(now);
    }
    return known;
  }

  private Provider ask(Instant now) throws NotConfirmed {
    Issuer issuer = new Issuer(settings.issuer());
    try {
      HTTPResponse answer =
          new OIDCProviderConfigurationRequest(issuer).toHTTPRequest().send(requests);
      answer.ensureStatusCode(HTTPResponse.SC_OK);
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
      if (!metadata.getIssuer().equals(issuer)) {
        throw unusable("it calls itself " + metadata.getIssuer(), null);
      }
      if (metadata.getAuthorizationEndpointURI() == null
          || !OpenIdSettings.isSafe(metadata.getAuthorizationEndpointURI(), settings.loopback())
          || metadata.getTokenEndpointURI() == null
          || metadata.getJWKSetURI() == null) {
        throw unusable("it names no safe address to sign in, no token endpoint or no keys", null);
      }
      return new Provider(metadata, tokens(issuer, metadata), now);
    } catch (IOException | GeneralException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  private IDTokenValidator tokens(Issuer issuer, OIDCProviderMetadata metadata)
      throws IOException, NotConfirmed {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), requests).build();
    List<JWSAlgorithm> offered = metadata.getIDTokenJWSAlgs();
    Set<JWSAlgorithm> algorithms = new HashSet<>(offered == null ? List.of() : offered);
    algorithms.retainAll(SIGNATURES);
    if (algorithms.isEmpty()) {
      throw unusable("it signs by none of " + SIGNATURES, null);
    }
    return new IDTokenValidator(
        issuer,
        new ClientID(settings.clientId()),
        new JWSVerificationKeySelector<>(algorithms, keys),
        null);
  }

  private NotConfirmed unusable(String why, Throwable cause) {
    return new NotConfirmed(
        NotConfirmed.Why.UNAVAILABLE,
        "the OpenID provider " + settings.issuer() + " cannot be used: " + why,
        cause);
  }
}
