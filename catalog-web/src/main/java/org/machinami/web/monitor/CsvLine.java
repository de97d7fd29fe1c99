package org.machinami.web.monitor;

import java.util.List;
import java.util.stream.Collectors;
import org.machinami.web.download.SpreadsheetText;

/**
 * A line of CSV; text that a spreadsheet would run is disarmed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class CsvLine {
  private CsvLine() {}

  /** With its end. */
  public static String of(List<String> values) {
    return values.stream()
        .map(SpreadsheetText::of)
        .map(CsvLine::quoted)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
