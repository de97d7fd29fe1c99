package org.machinami.web.account;

import java.util.Optional;

/**
 * The page of ours that somebody goes on to after they have signed in: a path below the base
 * without a slash before it. Addresses of anything else are none.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html">OWASP,
 *     Unvalidated redirects</a>
 */
final class ReturnPath {
  private static final String SEGMENT = "[A-Za-z0-9_~-][A-Za-z0-9_.~-]*";
  private static final String OWN =
      "(account|steward|monitor|approve)(/" + SEGMENT + ")*(\\?[A-Za-z0-9_.~=&%+-]*)?";
  private static final int MOST = 300;

  private ReturnPath() {}

  static Optional<String> read(String text) {
    return Optional.of(text)
        .filter(path -> path.length() <= MOST && path.matches(OWN) && !path.contains(".."));
  }
}
