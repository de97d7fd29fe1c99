package org.machinami.web.page;

import java.util.Collection;
import java.util.Locale;

/**
 * How wide a column of a table is, known before its rows are read: a table that takes its widths
 * from its cells moves while they come in.
 */
public enum ColumnWidth {
  W4(4),
  W6(6),
  W8(8),
  W10(10),
  W12(12),
  W14(14),
  W16(16),
  W20(20);

  /** What a letter, a digit or a space takes, in em, in the wider ones of the usual fonts. */
  private static final double NARROW = 0.57;

  private static final int FIRST_FULL_WIDTH = 0x1100;

  private final int em;

  ColumnWidth(int em) {
    this.em = em;
  }

  /** The least width that holds each of the texts on one line, or the greatest that there is. */
  public static ColumnWidth of(Collection<String> texts) {
    double widest = texts.stream().mapToDouble(ColumnWidth::width).max().orElse(0);
    for (ColumnWidth width : values()) {
      if (width.em >= widest) {
        return width;
      }
    }
    return W20;
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(c -> c < FIRST_FULL_WIDTH ? NARROW : 1).sum();
  }

  /** The class of the {@code col} in the style. */
  public String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
