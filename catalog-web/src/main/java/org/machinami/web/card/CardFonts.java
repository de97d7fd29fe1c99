package org.machinami.web.card;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's font for Japanese and English, looked for once. */
final class CardFonts {
  private static final Logger log = LoggerFactory.getLogger(CardFonts.class);
  private static final String SAMPLE = "街並みデータカタログ都市 Machinami";
  private static final List<String> PREFERRED =
      List.of(
          "Noto Sans CJK JP",
          "Noto Sans JP",
          "BIZ UDPGothic",
          "IPAexGothic",
          "IPAGothic",
          "Takao PGothic",
          "VL PGothic",
          "Hiragino Sans",
          "Yu Gothic",
          "Meiryo");

  private CardFonts() {}

  /** Empty, and said in the log, when nothing can draw Japanese. */
  static Optional<String> find() {
    try {
      List<String> installed =
          List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
      Optional<String> found =
          Stream.concat(PREFERRED.stream().filter(installed::contains), installed.stream())
              .filter(family -> new Font(family, Font.PLAIN, 12).canDisplayUpTo(SAMPLE) < 0)
              .findFirst();
      if (found.isEmpty()) {
        log.info(
            "No installed font has Japanese, so there are no share cards. "
                + "Install one (Debian: fonts-noto-cjk) and start again.");
      }
      return found;
    } catch (Error | RuntimeException e) {
      // A JRE without its font libraries fails in one of several ways, errors of linking among
      // them.
      log.info(
          "Fonts cannot be used here ({}), so there are no share cards. "
              + "Debian: install fontconfig and fonts-noto-cjk, and start again.",
          e.toString());
      return Optional.empty();
    }
  }
}
