package org.machinami.loader.report;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.machinami.loader.Messages;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.TermText;
import org.machinami.shapes.explain.DatatypeWords;

/** Places and values as people read them. */
public final class Shown {

  private static final int LONGEST = 200;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n]]");

  private Shown() {}

  /** Without what a terminal would take for a command. */
  static String plain(String text) {
    return CONTROL.matcher(text).replaceAll("\uFFFD");
  }

  /** A value for people, on one line and not too long; its datatype by its name. */
  public static String value(Node value, Locale locale) {
    return cut(words(value, locale));
  }

  /** A value as in Turtle, on one line and not too long. */
  static String term(Node value) {
    return cut(TermText.of(value));
  }

  private static String cut(String text) {
    String line = plain(text).replace('\n', ' ');
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static String words(Node value, Locale locale) {
    if (!value.isLiteral()
        || !value.getLiteralLanguage().isEmpty()
        || value.getLiteralDatatypeURI().endsWith("#string")) {
      return TermText.of(value);
    }
    String text = TermText.of(NodeFactory.createLiteralString(value.getLiteralLexicalForm()));
    return Messages.text(
        locale, "report.typed", text, DatatypeWords.name(value.getLiteralDatatypeURI(), locale));
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
  public static String difference(Repair repair, Locale locale) {
    StringBuilder lines = new StringBuilder();
    if (repair instanceof Repair.Patch patch) {
      patch.removes().forEach(triple -> line(lines, "- ", statement(triple, locale)));
      patch.adds().forEach(triple -> line(lines, "+ ", statement(triple, locale)));
    } else if (repair instanceof Repair.NewCells cells) {
      boolean several = cells.cells().size() > 1;
      for (Repair.Cell cell : cells.cells()) {
        String column = several ? cell.at().column().orElse("") + ": " : "";
        line(lines, "- ", cut(column + quoted(cell.before())));
        line(lines, "+ ", cut(column + quoted(cell.after())));
      }
    }
    return lines.toString();
  }

  /** With marks around it, so that spaces at its ends are seen. */
  private static String quoted(String text) {
    return TermText.of(NodeFactory.createLiteralString(text));
  }

  private static String statement(Triple triple, Locale locale) {
    return plain(TermText.of(triple.getPredicate()) + " " + words(triple.getObject(), locale))
        .replace('\n', ' ');
  }

  private static void line(StringBuilder lines, String sign, String text) {
    lines.append(lines.isEmpty() ? "" : "\n").append(sign).append(text);
  }
}
