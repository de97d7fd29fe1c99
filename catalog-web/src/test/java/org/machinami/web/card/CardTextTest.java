package org.machinami.web.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class CardTextTest {
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private static List<String> lines(String text, double width, int most) {
    return CardText.lines(text, FONT, CONTEXT, width, most, Locale.JAPANESE);
  }

  private static double width(String text) {
    return FONT.getStringBounds(text, CONTEXT).getWidth();
  }

  @Test
  void everyLine_fits_andNothingIsLost() {
    String text = "Railway lines of Tokyo and their operators";
    List<String> lines = lines(text, 150, 10);
    assertTrue(lines.size() > 1, lines.toString());
    lines.forEach(line -> assertTrue(width(line) <= 150, line));
    assertEquals(text, String.join(" ", lines));
  }

  @Test
  void more_thanFits_isCutWithAnEllipsis() {
    List<String> lines = lines("one two three four five six seven eight nine ten", 90, 2);
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).endsWith("…"), lines.toString());
    assertTrue(width(lines.get(1)) <= 90, lines.toString());
  }

  @Test
  void aWordWiderThanTheLine_isCut_betweenCharacters() {
    List<String> lines = lines("𠮷".repeat(40), 100, 100);
    assertEquals("𠮷".repeat(40), String.join("", lines));
    lines.forEach(line -> assertTrue(Character.isHighSurrogate(line.charAt(0)), line));
  }

  @Test
  void emptyText_isNoLine() {
    assertEquals(List.of(), lines(" \u0000\n ", 100, 2));
  }
}
