package org.machinami.web.account;

import java.util.Optional;

/**
 * What a password must be: long, and not what everybody tries first. No rules on kinds of letters,
 * which make passwords worse.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">NIST SP 800-63B-4,
 *     3.1.1.2</a>
 */
public final class PasswordRule {
  /** Least number of characters. */
  public static final int LEAST = 12;

  /** Most, so that nobody lets us hash a book. */
  public static final int MOST = 200;

  private static final int LEAST_DIFFERENT = 5;

  private PasswordRule() {}

  /** Message key of what is wrong with a password. */
  public static Optional<String> mistake(String password, String login) {
    int length = password.codePointCount(0, password.length());
    String plain = Account.login(password);
    String name = login.replaceFirst("@.*", "");
    if (length < LEAST) {
      return Optional.of("account.mistake.short");
    }
    if (length > MOST) {
      return Optional.of("account.mistake.long");
    }
    if (plain.codePoints().distinct().count() < LEAST_DIFFERENT
        || plain.replace(login, "").replace(name, "").length() < LEAST / 2
        || "abcdefghijklmnopqrstuvwxyz0123456789012345678901234567890".contains(plain)
        || plain.matches("(password|passw0rd|machinami|パスワード)[0-9!]*")) {
      return Optional.of("account.mistake.guessed");
    }
    return Optional.empty();
  }
}
