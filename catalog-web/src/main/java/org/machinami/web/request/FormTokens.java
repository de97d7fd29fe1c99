package org.machinami.web.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that show that a form was fetched from here, by the browser that sends it, not long ago.
 * Those of an earlier run of the server are not known any more. Thread-safe.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">Signed
 *     double-submit cookie</a>
 */
public final class FormTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final Duration LONGEST = Duration.ofHours(24);

  private final SecretKeySpec key;
  private final Clock clock;

  public FormTokens(Clock clock) {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, ALGORITHM);
    this.clock = clock;
  }

  /**
   * A token for the form that a browser gets now.
   *
   * @param secret that the browser's cookie carries
   */
  public String issue(String secret) {
    long now = clock.instant().getEpochSecond();
    return now + "." + signature(now, secret);
  }

  /** Whether a text looks like a token, be it of an earlier run or another browser. */
  public static boolean isOne(String token) {
    return token.matches("[0-9]{1,18}\\.[0-9a-f]{64}");
  }

  public boolean accepts(String token, String secret) {
    if (!isOne(token)) {
      return false;
    }
    int dot = token.indexOf('.');
    long issued = Long.parseLong(token.substring(0, dot));
    long age = clock.instant().getEpochSecond() - issued;
    return age >= 0
        && age <= LONGEST.toSeconds()
        && MessageDigest.isEqual(
            token.substring(dot + 1).getBytes(StandardCharsets.US_ASCII),
            signature(issued, secret).getBytes(StandardCharsets.US_ASCII));
  }

  private String signature(long issued, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signed = (issued + " " + secret).getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
