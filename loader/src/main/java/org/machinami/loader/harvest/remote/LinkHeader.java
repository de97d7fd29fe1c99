package org.machinami.loader.harvest.remote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a Link header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288, Web Linking</a>
 */
final class LinkHeader {
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*+)>((?:\\s*+;\\s*+[^\\s=;,]++(?:\\s*+=\\s*+(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s;,\"]*+))?+)*+)");
  private static final Pattern RELATION =
      Pattern.compile(
          ";\\s*+rel\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\\s;,\"]++))", Pattern.CASE_INSENSITIVE);

  private LinkHeader() {}

  /** The target of the first link to the document that follows, as it stands there. */
  static Optional<String> next(String header) {
    Matcher links = LINK.matcher(header);
    while (links.find()) {
      Matcher relation = RELATION.matcher(links.group(2));
      if (relation.find()) {
        String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
        if (List.of(names.toLowerCase(Locale.ROOT).split("\\s+")).contains("next")) {
          return Optional.of(links.group(1).strip()).filter(target -> !target.isEmpty());
        }
      }
    }
    return Optional.empty();
  }
}
