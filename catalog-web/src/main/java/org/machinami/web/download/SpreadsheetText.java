package org.machinami.web.download;

import java.util.regex.Pattern;

/** Text that a spreadsheet shows and does not run. */
public final class SpreadsheetText {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9,]*(\\.[0-9]+)?");

  private SpreadsheetText() {}

  /**
   * The text with an apostrophe before it where a spreadsheet would take it for a formula; line
   * breaks become spaces.
   *
   * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
   */
  public static String of(String text) {
    String line = text.replaceAll("[\\r\\n\\t]+", " ").strip();
    boolean formula =
        !line.isEmpty()
            && "=+-@＝＋－＠".indexOf(line.charAt(0)) >= 0
            && !NUMBER.matcher(line).matches();
    return formula ? "'" + line : line;
  }
}
