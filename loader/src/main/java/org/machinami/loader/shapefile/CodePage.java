package org.machinami.loader.shapefile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding that a {@code .cpg} names, in any of the ways in which programs write it. */
final class CodePage {

  private static final Pattern NUMBER =
      Pattern.compile("(?:(?:ANSI|OEM|CP|LDID/)? ?)?([0-9]{3,5})");

  private CodePage() {}

  /** The encoding; empty where the name is not known. */
  static Optional<Charset> of(String text) {
    String name = text.replace("\uFEFF", "").strip().toUpperCase(Locale.ROOT);
    if (name.matches("S(HIFT)?[-_]?JIS|MS932|WINDOWS-31J")) {
      return Optional.of(Charset.forName("windows-31j"));
    }
    Matcher number = NUMBER.matcher(name);
    if (number.matches()) {
      switch (number.group(1)) {
        case "932" -> {
          return Optional.of(Charset.forName("windows-31j"));
        }
        case "65001" -> {
          return Optional.of(StandardCharsets.UTF_8);
        }
        default -> name = "windows-" + number.group(1);
      }
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
