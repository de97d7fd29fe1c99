package org.machinami.loader.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * How cells look, by their format: colours, bold, italic, struck out, underlined. Size, typeface,
 * borders and how a number is written are left out.
 */
final class CellLooks {

  private static final Set<String> STROKES = Set.of("b", "i", "strike", "u");

  private final List<Integer> looks;

  private CellLooks(List<Integer> looks) {
    this.looks = looks;
  }

  /** Out of the part of a workbook that holds the formats. */
  static CellLooks read(Optional<InputStream> part, String file) throws IOException {
    Reading reading = new Reading();
    if (part.isPresent()) {
      try (InputStream in = part.get();
          Xml xml = new Xml(file, in)) {
        while (xml.next()) {
          if (xml.isStart()) {
            reading.start(xml);
          } else if (xml.isEnd()) {
            reading.end(xml.name());
          }
        }
      }
    }
    return new CellLooks(reading.looks());
  }

  /** A number for how cells of a format look; the same for the same look, 0 for a plain one. */
  int of(String style) {
    int index = style.matches("\\d{1,6}") ? Integer.parseInt(style) : 0;
    return index < looks.size() ? looks.get(index) : 0;
  }

  /** Gathers fonts and fills, then which of them the formats have. */
  private static final class Reading {
    private final List<String> fonts = new ArrayList<>();
    private final List<String> fills = new ArrayList<>();
    private final List<String> formats = new ArrayList<>();
    private String list = "";
    private StringJoiner current = new StringJoiner(" ");

    void start(Xml xml) {
      String name = xml.name();
      switch (name) {
        case "fonts", "fills", "cellXfs" -> list = name;
        case "font", "fill" -> current = new StringJoiner(" ");
        case "xf" -> format(xml);
        case "patternFill" -> pattern(xml);
        case "color", "fgColor" -> colour(xml);
        default -> {
          if (list.equals("fonts") && STROKES.contains(name) && !isOff(xml)) {
            current.add(name);
          }
        }
      }
    }

    private static boolean isOff(Xml xml) {
      return Set.of("0", "false", "none").contains(xml.attribute("val"));
    }

    private void format(Xml xml) {
      if (list.equals("cellXfs")) {
        formats.add(at(fonts, xml.attribute("fontId")) + "|" + at(fills, xml.attribute("fillId")));
      }
    }

    private static String at(List<String> all, String index) {
      int place = index.matches("\\d{1,6}") ? Integer.parseInt(index) : 0;
      return place < all.size() ? all.get(place) : "";
    }

    private void pattern(Xml xml) {
      String type = xml.attribute("patternType");
      // The second of all fills is a pattern that no cell is meant to have.
      if (list.equals("fills") && !type.isEmpty() && !type.equals("none")) {
        current.add(type);
      }
    }

    private void colour(Xml xml) {
      // Of borders and of a colour that follows from the theme as a matter of course nothing.
      boolean usual = list.equals("fonts") && isBlack(xml);
      if ((list.equals("fonts") || list.equals("fills")) && !usual) {
        current.add(
            xml.attribute("rgb")
                + "/"
                + xml.attribute("theme")
                + "/"
                + xml.attribute("indexed")
                + "/"
                + xml.attribute("tint"));
      }
    }

    private static boolean isBlack(Xml xml) {
      return xml.attribute("theme").equals("1")
          || xml.attribute("indexed").equals("8")
          || xml.attribute("rgb").equals("FF000000")
          || xml.is("auto");
    }

    void end(String name) {
      switch (name) {
        case "font" -> add("fonts", fonts);
        case "fill" -> add("fills", fills);
        case "fonts", "fills", "cellXfs" -> list = "";
        default -> {}
      }
    }

    private void add(String of, List<String> all) {
      if (list.equals(of)) {
        all.add(current.toString());
      }
    }

    List<Integer> looks() {
      Map<String, Integer> numbers = new HashMap<>(Map.of("|", 0));
      List<Integer> looks = new ArrayList<>();
      for (String format : formats) {
        looks.add(numbers.computeIfAbsent(format, key -> numbers.size()));
      }
      return looks;
    }
  }
}
