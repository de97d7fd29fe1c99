package org.machinami.web.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.web.language.Language;

/**
 * What a browser holds while its owner is at the provider: the secret of this attempt, the language
 * that was chosen, and where to go on to.
 *
 * @param pinned the language of the path, empty for none
 * @param back a {@link ReturnPath}, empty for none
 */
record ProviderCookie(Secret secret, Optional<Language> pinned, String back) {
  private static final Pattern TEXT =
      Pattern.compile("([A-Za-z0-9_-]{43})\\.(ja|en|)\\.([A-Za-z0-9_-]{0,400})");

  static Optional<ProviderCookie> read(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String back =
          new String(Base64.getUrlDecoder().decode(matcher.group(3)), StandardCharsets.US_ASCII);
      return Optional.of(
          new ProviderCookie(
              new Secret(matcher.group(1)),
              Language.find(matcher.group(2)),
              ReturnPath.read(back).orElse("")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return secret.text()
        + "."
        + pinned.map(Language::tag).orElse("")
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(back.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "ProviderCookie[hidden]";
  }
}
