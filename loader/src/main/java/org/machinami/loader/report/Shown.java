package org.machinami.loader.report;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.machinami.loader.Messages;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.TermText;

/** Places and values as people read them. */
public final class Shown {

  private static final int LONGEST = 200;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n]]");

  private Shown() {}

  /** Without what a terminal would take for a command. */
  static String plain(String text) {
    return CONTROL.matcher(text).replaceAll("\uFFFD");
  }

  /** A value as in Turtle, on one line and not too long. */
  public static String value(Node value) {
    String text = plain(TermText.of(value)).replace('\n', ' ');
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** {@code dataset.ttl:12}, or the file with row and column. */
  public static String place(Position at, Locale locale) {
    StringBuilder place = new StringBuilder(at.file());
    at.line().ifPresent(line -> place.append(':').append(line));
    at.row().ifPresent(row -> place.append(Messages.text(locale, "report.quality.row", row)));
    at.column()
        .ifPresent(column -> place.append(Messages.text(locale, "report.quality.column", column)));
    return plain(place.toString());
  }

  /** What goes, with a minus sign before it, and what comes, with a plus sign. */
  public static String difference(Repair repair) {
    StringBuilder lines = new StringBuilder();
    if (repair instanceof Repair.Patch patch) {
      patch.removes().forEach(triple -> line(lines, "- ", statement(triple)));
      patch.adds().forEach(triple -> line(lines, "+ ", statement(triple)));
    } else if (repair instanceof Repair.NewValue cell) {
      line(lines, "- ", plain(cell.before()));
      line(lines, "+ ", plain(cell.after()));
    }
    return lines.toString();
  }

  private static String statement(Triple triple) {
    return plain(TermText.of(triple)).replace('\n', ' ');
  }

  private static void line(StringBuilder lines, String sign, String text) {
    lines.append(lines.isEmpty() ? "" : "\n").append(sign).append(text);
  }
}
