package org.machinami.loader.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the number in a cell stands for, by the format of the cell. */
final class CellFormats {

  /** What a number stands for. */
  enum Meaning {
    NUMBER,
    DATE,
    TIME,
    DATE_TIME
  }

  /**
   * A format.
   *
   * @param digits so many digits are shown, zeros in front; 0: as many as there are
   */
  record Format(Meaning meaning, int digits) {
    static final Format GENERAL = new Format(Meaning.NUMBER, 0);
  }

  private final List<Format> formats;

  private CellFormats(List<Format> formats) {
    this.formats = formats;
  }

  static CellFormats read(Optional<InputStream> part, String file) throws IOException {
    List<Format> formats = new ArrayList<>();
    if (part.isPresent()) {
      Map<String, Format> own = new HashMap<>();
      try (InputStream in = part.get();
          Xml xml = new Xml(file, in)) {
        boolean ofCells = false;
        while (xml.next()) {
          if (xml.isStart()) {
            switch (xml.name()) {
              case "numFmt" ->
                  own.put(xml.attribute("numFmtId"), ofCode(xml.attribute("formatCode")));
              case "cellXfs" -> ofCells = true;
              case "xf" -> {
                if (ofCells) {
                  String id = xml.attribute("numFmtId");
                  formats.add(own.getOrDefault(id, builtIn(id)));
                }
              }
              default -> {}
            }
          } else if (xml.isEnd() && xml.name().equals("cellXfs")) {
            ofCells = false;
          }
        }
      }
    }
    return new CellFormats(formats);
  }

  /** The format that the attribute {@code s} of a cell names. */
  Format of(String style) {
    if (style.isEmpty()) {
      return Format.GENERAL;
    }
    try {
      int index = Integer.parseInt(style);
      return index >= 0 && index < formats.size() ? formats.get(index) : Format.GENERAL;
    } catch (NumberFormatException e) {
      return Format.GENERAL;
    }
  }

  /** Formats that have a number only (ECMA-376 18.8.30), those of Japanese dates among them. */
  private static Format builtIn(String id) {
    int number = id.length() > 3 || id.isEmpty() ? 0 : Integer.parseInt(id);
    Meaning meaning =
        switch (number) {
          case 14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58 ->
              Meaning.DATE;
          case 18, 19, 20, 21, 32, 33, 45, 47 -> Meaning.TIME;
          case 22 -> Meaning.DATE_TIME;
          default -> Meaning.NUMBER;
        };
    return new Format(meaning, 0);
  }

  /** Reads a code such as {@code ggge"年"m"月"d"日"}, {@code yyyy/mm/dd hh:mm} or {@code 000000}. */
  static Format ofCode(String code) {
    String plain = symbols(code);
    boolean date = plain.chars().anyMatch(c -> "ydegb".indexOf(c) >= 0);
    boolean time = plain.chars().anyMatch(c -> "hs".indexOf(c) >= 0);
    boolean month = plain.indexOf('m') >= 0 && !time;
    if (date || month) {
      return new Format(time ? Meaning.DATE_TIME : Meaning.DATE, 0);
    }
    if (time) {
      return new Format(Meaning.TIME, 0);
    }
    boolean zeros = plain.length() > 1 && plain.chars().allMatch(c -> c == '0');
    return new Format(Meaning.NUMBER, zeros && plain.length() <= 15 ? plain.length() : 0);
  }

  /** The first section in small letters, without literal text, colours and conditions. */
  private static String symbols(String code) {
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < code.length(); at++) {
      char c = code.charAt(at);
      if (c == ';') {
        break;
      } else if (c == '"') {
        at = endOf(code, '"', at + 1);
      } else if (c == '[') {
        int end = endOf(code, ']', at + 1);
        String inside =
            code.substring(at + 1, Math.min(end, code.length())).toLowerCase(Locale.ROOT);
        // Hours, minutes or seconds that have run: a duration.
        if (inside.matches("h+|m+|s+")) {
          return "";
        }
        at = end;
      } else if (c == '\\' || c == '_' || c == '*') {
        at++;
      } else {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString().replace("general", "").replace("am/pm", "h");
  }

  private static int endOf(String code, char mark, int from) {
    int end = code.indexOf(mark, from);
    return end < 0 ? code.length() : end;
  }
}
