package org.machinami.web.card;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.machinami.web.home.Skyline;

/**
 * Draws cards, {@value #WIDTH} by {@value #HEIGHT} pixels, in the colours of the pages at night.
 */
final class CardDrawing {
  static final int WIDTH = 1200;
  static final int HEIGHT = 630;

  private static final Color SKY = new Color(0x00234B);
  private static final Color FAR = new Color(0x0B3361);
  private static final Color WALL = new Color(0x00428C);
  private static final Color WALL_LIT = new Color(0x0055AD);
  private static final Color STREET = new Color(0x00142B);
  private static final Color MOON = new Color(0xF4E9C8);
  private static final Color LIGHT = new Color(0xFFD43D);
  private static final Color DARK = new Color(0x00316A);
  private static final Color WORDS = Color.WHITE;
  private static final Color QUIET = new Color(0xC0E4FF);

  private static final int MARGIN = 72;
  private static final int GROUND = 590;
  private static final int TALLEST = 190;
  private static final int[] FAR_HOUSES = {90, 150, 60, 120, 100, 170, 70, 130, 95, 155, 80, 140};

  private final String family;

  /**
   * @param family of the font
   */
  CardDrawing(String family) {
    this.family = family;
  }

  /** The picture as PNG. */
  byte[] png(Card card) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      sky(graphics);
      street(graphics, card);
      words(graphics, card);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing a picture in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void sky(Graphics2D graphics) {
    graphics.setColor(SKY);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(MOON);
    graphics.fill(new Ellipse2D.Double(WIDTH - 148, 28, 76, 76));
    graphics.setColor(FAR);
    int step = WIDTH / FAR_HOUSES.length;
    for (int i = 0; i < FAR_HOUSES.length; i++) {
      graphics.fillRect(i * step + 8, GROUND - FAR_HOUSES[i], step - 18, FAR_HOUSES[i]);
    }
    graphics.setColor(STREET);
    graphics.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
  }

  private static void street(Graphics2D graphics, Card card) {
    List<Skyline.Building> buildings = card.skyline().buildings();
    int tallest =
        Math.max(1, buildings.stream().mapToInt(Skyline.Building::floors).max().orElse(1));
    double floor = Math.min(26, (double) TALLEST / tallest);
    double slot = (WIDTH - 2.0 * MARGIN) / Math.max(1, buildings.size());
    for (int i = 0; i < buildings.size(); i++) {
      Skyline.Building building = buildings.get(i);
      boolean lit = card.fields().contains(building.field().id());
      house(graphics, MARGIN + i * slot + 8, slot - 16, building.floors(), floor, lit, i % 3);
    }
  }

  /**
   * @param roof one of three kinds
   */
  private static void house(
      Graphics2D graphics,
      double x,
      double width,
      int floors,
      double floor,
      boolean lit,
      int roof) {
    if (floors == 0) {
      return;
    }
    double top = GROUND - floors * floor;
    graphics.setColor(lit ? WALL_LIT : WALL);
    graphics.fill(new Rectangle2D.Double(x, top, width, floors * floor));
    Path2D.Double shape = new Path2D.Double();
    switch (roof) {
      case 0 -> {
        shape.moveTo(x - 4, top);
        shape.lineTo(x + width / 2, top - 26);
        shape.lineTo(x + width + 4, top);
      }
      case 1 -> {
        shape.moveTo(x, top);
        shape.lineTo(x + width, top - 20);
        shape.lineTo(x + width, top);
      }
      default -> shape.append(new Rectangle2D.Double(x - 4, top - 8, width + 8, 8), false);
    }
    graphics.fill(shape);
    graphics.setColor(lit ? LIGHT : DARK);
    double window = width / 5;
    for (int row = 0; row < floors; row++) {
      for (int column = 0; column < 3; column++) {
        double left = x + width / 10 + column * (width - width / 5 - window) / 2;
        graphics.fill(
            new Rectangle2D.Double(
                left, top + row * floor + floor / 4, window, Math.max(2, floor / 2)));
      }
    }
  }

  private void words(Graphics2D graphics, Card card) {
    Locale locale = Locale.forLanguageTag(card.locale());
    Font brand = new Font(family, Font.BOLD, 30);
    graphics.setFont(brand);
    graphics.setColor(QUIET);
    graphics.drawString(card.site(), MARGIN, 96);
    Font title = new Font(family, Font.BOLD, 56);
    graphics.setFont(title);
    graphics.setColor(WORDS);
    int y = 184;
    double room = WIDTH - 2.0 * MARGIN;
    for (String line :
        CardText.lines(card.title(), title, graphics.getFontRenderContext(), room, 2, locale)) {
      graphics.drawString(line, MARGIN, y);
      y += 72;
    }
    Font publisher = new Font(family, Font.PLAIN, 32);
    graphics.setFont(publisher);
    graphics.setColor(QUIET);
    for (String line :
        CardText.lines(
            card.publisher(), publisher, graphics.getFontRenderContext(), room, 1, locale)) {
      graphics.drawString(line, MARGIN, y - 8);
    }
  }
}
