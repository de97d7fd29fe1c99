package org.machinami.web.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.egress.Egress;
import org.machinami.web.config.OpenIdSettings;
import org.machinami.web.language.Language;
import org.machinami.web.openid.NotConfirmed.Why;

/** The catalogue as a client of one provider. Thread-safe. */
public final class OpenIdClient implements Closeable {
  private static final String ACCESS_DENIED = "access_denied";

  private final OpenIdSettings settings;
  private final URI callback;
  private final URI signedOut;
  private final Egress egress;
  private final ProviderRequests requests;
  private final Discovery discovery;

  private OpenIdClient(
      OpenIdSettings settings, URI callback, URI signedOut, Egress egress, Clock clock) {
    this.settings = settings;
    this.callback = callback;
    this.signedOut = signedOut;
    this.egress = egress;
    this.requests = new ProviderRequests(egress, settings.loopback());
    this.discovery = new Discovery(settings, requests, clock);
  }

  /**
   * Asks nobody yet: a provider that is away keeps no catalogue from starting.
   *
   * @param callback the one address that the provider sends people back to
   * @param signedOut the one that it sends them back to when they have signed out
   */
  public static OpenIdClient open(
      OpenIdSettings settings, URI callback, URI signedOut, Clock clock) {
    return new OpenIdClient(settings, callback, signedOut, Egress.open(settings.egress()), clock);
  }

  /** What the provider is called. */
  public String name() {
    return settings.name();
  }

  /** Where somebody goes to say who they are. */
  public URI authorization(Proofs proofs, Language language) throws NotConfirmed {
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope("openid", "email"),
                new ClientID(settings.clientId()),
                callback)
            .endpointURI(discovery.provider().metadata().getAuthorizationEndpointURI())
            .state(new State(proofs.state()))
            .nonce(new Nonce(proofs.nonce()))
            .codeChallenge(new CodeVerifier(proofs.verifier()), CodeChallengeMethod.S256);
    return request.uiLocales(tags(language)).build().toURI();
  }

  /**
   * Who has come back.
   *
   * @param answer the parameters of the callback
   * @param proofs of the browser that brings it
   * @param emailWanted whether somebody of that subject is not known, so that the address counts
   */
  public Person person(Map<String, List<String>> answer, Proofs proofs, EmailWanted emailWanted)
      throws NotConfirmed {
    Discovery.Provider provider = discovery.provider();
    AuthorizationCode code = code(answer, proofs, provider.metadata());
    OIDCTokens tokens = tokens(code, proofs, provider.metadata());
    try {
      IDTokenClaimsSet claims =
          provider.tokens().validate(tokens.getIDToken(), new Nonce(proofs.nonce()));
      String issuer = claims.getIssuer().getValue();
      String subject = claims.getSubject().getValue();
      Optional<String> email =
          emailWanted.of(issuer, subject)
              ? email(tokens, claims, provider.metadata())
              : Optional.empty();
      return new Person(issuer, subject, email, tokens.getIDTokenString());
    } catch (BadJOSEException | JOSEException e) {
      throw new NotConfirmed(Why.REFUSED, "the ID token does not hold: " + e.getMessage(), e);
    }
  }

  /**
   * Where somebody ends the session that they have at the provider; empty when it says of none.
   *
   * @param token the ID token of their session; empty when it is not at hand
   * @param proofs of the browser that goes there
   * @see <a href="https://openid.net/specs/openid-connect-rpinitiated-1_0.html">OpenID Connect
   *     RP-Initiated Logout 1.0</a>
   */
  public Optional<URI> signOut(Optional<String> token, Proofs proofs, Language language)
      throws NotConfirmed {
    URI endpoint = discovery.provider().metadata().getEndSessionEndpointURI();
    if (endpoint == null || !OpenIdSettings.isSafe(endpoint, settings.loopback())) {
      return Optional.empty();
    }
    return Optional.of(
        new LogoutRequest(
                endpoint,
                token.map(OpenIdClient::parsed).orElse(null),
                null,
                new ClientID(settings.clientId()),
                signedOut,
                new State(proofs.signOutState()),
                tags(language))
            .toURI());
  }

  private static JWT parsed(String token) {
    try {
      return JWTParser.parse(token);
    } catch (java.text.ParseException e) {
      return null; // a browser may bring anything; it goes on without
    }
  }

  private static List<LangTag> tags(Language language) {
    try {
      return List.of(new LangTag(language.tag()));
    } catch (LangTagException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the address of somebody is needed. */
  @FunctionalInterface
  public interface EmailWanted {
    boolean of(String issuer, String subject);
  }

  private AuthorizationCode code(
      Map<String, List<String>> answer, Proofs proofs, OIDCProviderMetadata metadata)
      throws NotConfirmed {
    AuthenticationResponse response;
    try {
      response = AuthenticationResponseParser.parse(callback, answer);
    } catch (ParseException | IllegalArgumentException e) {
      throw new NotConfirmed(Why.REFUSED, "the answer is none: " + e.getMessage(), e);
    }
    if (response.getState() == null || !proofs.isState(response.getState().getValue())) {
      throw new NotConfirmed(Why.REFUSED, "the state is not that of this browser");
    }
    // RFC 9207: an answer of another provider is not sent to the token endpoint of this one.
    boolean other =
        response.getIssuer() == null
            ? metadata.supportsAuthorizationResponseIssuerParam()
            : !response.getIssuer().equals(metadata.getIssuer());
    if (other) {
      throw new NotConfirmed(Why.REFUSED, "the answer is of another issuer");
    }
    if (response instanceof AuthenticationErrorResponse error) {
      ErrorObject said = error.getErrorObject();
      boolean denied = said != null && ACCESS_DENIED.equals(said.getCode());
      throw new NotConfirmed(
          denied ? Why.CANCELLED : Why.REFUSED,
          "the provider says " + (said == null ? "nothing" : said.getCode()));
    }
    AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
    if (code == null) {
      throw new NotConfirmed(Why.REFUSED, "the answer has no code");
    }
    return code;
  }

  private OIDCTokens tokens(AuthorizationCode code, Proofs proofs, OIDCProviderMetadata metadata)
      throws NotConfirmed {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, callback, new CodeVerifier(proofs.verifier()));
    ClientID id = new ClientID(settings.clientId());
    URI endpoint = metadata.getTokenEndpointURI();
    TokenRequest request =
        settings
            .clientSecret()
            .map(
                secret ->
                    new TokenRequest.Builder(endpoint, authentication(id, secret, metadata), grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, id, grant))
            .build();
    try {
      TokenResponse response =
          OIDCTokenResponseParser.parse(request.toHTTPRequest().send(requests));
      if (response instanceof OIDCTokenResponse tokens
          && tokens.getOIDCTokens().getIDToken() != null) {
        return tokens.getOIDCTokens();
      }
      throw new NotConfirmed(
          Why.REFUSED,
          "the code is not taken: "
              + (response.indicatesSuccess()
                  ? "no ID token"
                  : response.toErrorResponse().getErrorObject().getCode()));
    } catch (IOException | ParseException e) {
      throw new NotConfirmed(
          Why.UNAVAILABLE, "the token endpoint cannot be used: " + e.getMessage(), e);
    }
  }

  private static ClientAuthentication authentication(
      ClientID id, String secret, OIDCProviderMetadata metadata) {
    List<ClientAuthenticationMethod> ways = metadata.getTokenEndpointAuthMethods();
    boolean basic = ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic
        ? new ClientSecretBasic(id, new Secret(secret))
        : new ClientSecretPost(id, new Secret(secret));
  }

  /** The verified address: in the ID token, or where the provider keeps what it knows. */
  private Optional<String> email(
      OIDCTokens tokens, IDTokenClaimsSet claims, OIDCProviderMetadata metadata)
      throws NotConfirmed {
    Optional<String> said =
        verified(claims.getStringClaim("email"), claims.getBooleanClaim("email_verified"));
    AccessToken access = tokens.getAccessToken();
    if (said.isPresent() || metadata.getUserInfoEndpointURI() == null || access == null) {
      return said;
    }
    try {
      UserInfoResponse response =
          UserInfoResponse.parse(
              new UserInfoRequest(metadata.getUserInfoEndpointURI(), access)
                  .toHTTPRequest()
                  .send(requests));
      if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) {
        return Optional.empty();
      }
      UserInfo info = response.toSuccessResponse().getUserInfo();
      // Core 5.3.2: what is said of another subject must not be used.
      return info.getSubject().equals(claims.getSubject())
          ? verified(info.getEmailAddress(), info.getEmailVerified())
          : Optional.empty();
    } catch (IOException | ParseException e) {
      throw new NotConfirmed(
          Why.UNAVAILABLE, "the user info endpoint cannot be used: " + e.getMessage(), e);
    }
  }

  private static Optional<String> verified(String email, Boolean isVerified) {
    return Optional.ofNullable(email).filter(address -> Boolean.TRUE.equals(isVerified));
  }

  @Override
  public void close() {
    egress.close();
  }
}
