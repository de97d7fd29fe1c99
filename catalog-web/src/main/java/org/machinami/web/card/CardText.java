package org.machinami.web.card;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words in lines of a width. */
final class CardText {
  /** Longer words are cut before they are measured. */
  private static final int LONGEST = 300;

  private CardText() {}

  /**
   * At most so many lines, the last one ending in "…" where there is more.
   *
   * @param width in pixels
   */
  static List<String> lines(
      String text, Font font, FontRenderContext context, double width, int most, Locale locale) {
    String clean = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (clean.length() > LONGEST) {
      clean = clean.substring(0, LONGEST);
    }
    BreakIterator breaks = BreakIterator.getLineInstance(locale);
    breaks.setText(clean);
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < clean.length()) {
      int end = lineEnd(clean, start, breaks, font, context, width);
      String line = clean.substring(start, end).strip();
      if (lines.size() == most - 1 && end < clean.length()) {
        lines.add(shortened(clean.substring(start), font, context, width));
        return lines;
      }
      lines.add(line);
      start = end;
    }
    return lines;
  }

  /** The last place to break at that fits; in the middle of a word that is wider than the line. */
  private static int lineEnd(
      String text,
      int start,
      BreakIterator breaks,
      Font font,
      FontRenderContext context,
      double width) {
    int fits = start;
    for (int end = breaks.following(start); end != BreakIterator.DONE; end = breaks.next()) {
      if (width(text.substring(start, end).stripTrailing(), font, context) > width) {
        break;
      }
      fits = end;
    }
    if (fits > start) {
      return fits;
    }
    int cut = start + Math.max(1, longest(text.substring(start), font, context, width));
    return cut < text.length() && Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut;
  }

  private static String shortened(String text, Font font, FontRenderContext context, double width) {
    double room = width - width("…", font, context);
    int end = longest(text, font, context, room);
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }

  /** Number of characters from the start that fit. */
  private static int longest(String text, Font font, FontRenderContext context, double width) {
    int end = 0;
    while (end < text.length() && width(text.substring(0, end + 1), font, context) <= width) {
      end++;
    }
    return end;
  }

  private static double width(String text, Font font, FontRenderContext context) {
    return font.getStringBounds(text, context).getWidth();
  }
}
