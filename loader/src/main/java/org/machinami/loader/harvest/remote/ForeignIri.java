package org.machinami.loader.harvest.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses as people type them into other catalogues, made IRIs where that is possible. */
final class ForeignIri {
  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps");

  private ForeignIri() {}

  /** The address of something on the web; characters that no IRI has are encoded. */
  static Optional<String> web(String text) {
    Optional<String> iri = any(text);
    return iri.filter(
            found ->
                SCHEMES.contains(found.substring(0, found.indexOf(':')).toLowerCase(Locale.ROOT)))
        .filter(ForeignIri::hasHost);
  }

  /** An absolute IRI of any scheme but those that run something. */
  static Optional<String> any(String text) {
    String encoded = encoded(text.strip());
    int colon = encoded.indexOf(':');
    if (colon < 2 || !encoded.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
      return Optional.empty();
    }
    String scheme = encoded.substring(0, colon).toLowerCase(Locale.ROOT);
    if (Set.of("javascript", "data", "vbscript", "file").contains(scheme)
        || encoded.length() == colon + 1) {
      return Optional.empty();
    }
    return Optional.of(encoded);
  }

  private static boolean hasHost(String iri) {
    int start = iri.indexOf("://");
    if (start < 0) {
      return false;
    }
    String rest = iri.substring(start + 3);
    String authority = rest.split("[/?#]", 2)[0];
    return !authority.isEmpty() && authority.indexOf('@') < 0 && parses(iri);
  }

  private static boolean parses(String iri) {
    try {
      return new URI(URI.create(iri).toASCIIString()).getScheme() != null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return false;
    }
  }

  private static String encoded(String text) {
    StringBuilder iri = new StringBuilder(text.length() + 16);
    for (int k = 0; k < text.length(); ) {
      int letter = text.codePointAt(k);
      int width = Character.charCount(letter);
      if (letter <= ' '
          || letter == 0x7f
          || "<>\"{}|^`\\".indexOf(letter) >= 0
          || Character.isISOControl(letter)
          || Character.isWhitespace(letter)) {
        percent(iri, text.substring(k, k + width));
      } else if (letter == '%' && !isEscape(text, k)) {
        iri.append("%25");
      } else {
        iri.appendCodePoint(letter);
      }
      k += width;
    }
    return iri.toString();
  }

  private static boolean isEscape(String text, int at) {
    return text.length() > at + 2
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  private static void percent(StringBuilder iri, String letter) {
    for (byte value : letter.getBytes(StandardCharsets.UTF_8)) {
      iri.append('%').append(String.format(Locale.ROOT, "%02X", value & 0xff));
    }
  }
}
