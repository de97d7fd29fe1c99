package org.machinami.loader.quality;

import java.util.Set;

/** Tells what a cell holds. */
final class Cells {

  /** Longer texts are no dates, numbers or lists of choices. */
  private static final int LONGEST = 40;

  private static final int LONGEST_PIECE = 12;

  private static final Set<String> MARKS =
      Set.of(
          "-", "--", "－", "―", "‐", "—", "−", "ー", "*", "**", "***", "＊", "＊＊＊", "x", "X", "Ｘ", "χ",
          "…", "...", "・", "･", "･･･", "・・・", "na", "NA", "N/A", "n/a", "NaN", "nan", "null",
          "NULL", "不明", "不詳", "未定", "秘匿", "非公開", "非公表", "該当なし", "なし", "欠測");

  private static final Set<String> DITTOS = Set.of("〃", "同上", "同じ", "仝", "\"");

  private static final Set<String> UNITS =
      Set.of(
          "円", "千円", "万円", "百万円", "億円", "兆円", "人", "千人", "万人", "名", "世帯", "件", "台", "本", "個", "戸",
          "棟", "回", "校", "店", "か所", "ヶ所", "カ所", "箇所", "席", "床", "泊", "冊", "％", "%", "‰", "km", "m",
          "cm", "mm", "㎞", "ｍ", "㎝", "㎜", "㎡", "㎢", "㎥", "m2", "m²", "m3", "m³", "km2", "km²", "ha",
          "kg", "g", "t", "トン", "L", "ℓ", "kL", "kW", "kWh", "MW", "MWh", "℃", "°C", "度", "歳", "dB",
          "時間", "分", "秒", "km/h", "ポイント");

  private static final String PREFIXES = "¥￥$＄△▲＋－−±約+-";

  /** With what numbers, dates, marks and dittos begin; all else is text or a list. */
  private static final boolean[] STARTS = starts();

  private static final boolean[] UNIT_STARTS = new boolean[Character.MAX_VALUE + 1];

  static {
    UNITS.forEach(unit -> UNIT_STARTS[unit.charAt(0)] = true);
    "※*＊（(注† ".chars().forEach(c -> UNIT_STARTS[c] = true);
  }

  private Cells() {}

  private static boolean[] starts() {
    boolean[] starts = new boolean[Character.MAX_VALUE + 1];
    ("0123456789０１２３４５６７８９.令平昭大明RHSTM" + PREFIXES).chars().forEach(c -> starts[c] = true);
    MARKS.forEach(mark -> starts[mark.charAt(0)] = true);
    DITTOS.forEach(ditto -> starts[ditto.charAt(0)] = true);
    return starts;
  }

  /**
   * The kind.
   *
   * @param bits the classes of its characters
   */
  static CellKind kind(char[] text, int offset, int length, int bits) {
    if (length > LONGEST) {
      return CellKind.TEXT;
    }
    boolean digits = (bits & Characters.DIGIT) != 0;
    if (digits
        && (bits & ~(Characters.DIGIT | Characters.SIGN)) == 0
        && isNumber(text, offset, length)) {
      return CellKind.NUMBER;
    }
    if (!STARTS[text[offset]]) {
      return (bits & Characters.SEPARATOR) == 0 ? CellKind.TEXT : pieces(text, offset, length);
    }
    if (!digits) {
      return withoutDigits(text, offset, length, bits);
    }
    if (isScientific(text, offset, length)) {
      return CellKind.NUMBER;
    }
    CellKind date = Dates.kind(text, offset, length);
    if (date != CellKind.TEXT) {
      return date;
    }
    CellKind number = decorated(text, offset, length);
    if (number != CellKind.TEXT) {
      return number;
    }
    return (bits & Characters.SEPARATOR) == 0 ? CellKind.TEXT : pieces(text, offset, length);
  }

  private static CellKind withoutDigits(char[] text, int offset, int length, int bits) {
    if (length <= 4) {
      String word = new String(text, offset, length);
      if (MARKS.contains(word)) {
        return CellKind.MARK;
      }
      if (DITTOS.contains(word)) {
        return CellKind.DITTO;
      }
    }
    char first = text[offset];
    // Full-width digits count as no digits.
    if (first >= '０' && first <= '９') {
      return decorated(text, offset, length);
    }
    return Dates.isEra(text, offset, length)
        ? CellKind.DATE_OF_ERA
        : (bits & Characters.SEPARATOR) == 0 ? CellKind.TEXT : pieces(text, offset, length);
  }

  /** Digits, at most one point, a sign only in front. */
  static boolean isNumber(char[] text, int offset, int length) {
    int end = offset + length;
    int at = text[offset] == '-' || text[offset] == '+' ? offset + 1 : offset;
    int digits = 0;
    int points = 0;
    for (; at < end; at++) {
      if (text[at] == '.') {
        points++;
      } else if (text[at] >= '0' && text[at] <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1 && text[end - 1] != '.';
  }

  private static boolean isScientific(char[] text, int offset, int length) {
    for (int i = 1; i < length - 1; i++) {
      char c = text[offset + i];
      if (c == 'e' || c == 'E') {
        return isNumber(text, offset, i)
            && isNumber(text, offset + i + 1, length - i - 1)
            && String.valueOf(text, offset + i + 1, length - i - 1).indexOf('.') < 0;
      }
    }
    return false;
  }

  private static CellKind decorated(char[] text, int offset, int length) {
    int end = offset + length;
    int at = offset;
    boolean marked = false;
    while (at < end && PREFIXES.indexOf(text[at]) >= 0) {
      marked |= text[at] != '+' && text[at] != '-';
      at++;
    }
    int digits = at;
    int grouped = 0; // digits since the last separator, where there was one
    boolean separated = false;
    boolean point = false;
    while (at < end) {
      char c = text[at];
      boolean wide = (c >= '０' && c <= '９') || c == '．';
      if (wide || (c >= '0' && c <= '9') || c == '.') {
        marked |= wide;
        point |= c == '.' || c == '．';
        grouped++;
      } else if ((c == ',' || c == '，') && at > digits && !point && isGroup(text, at + 1, end)) {
        separated = true;
        grouped = 0;
      } else {
        break;
      }
      at++;
    }
    if (at == digits || (separated && grouped < 3)) {
      return CellKind.TEXT;
    }
    if (at < end && !UNIT_STARTS[text[at]]) {
      return CellKind.TEXT;
    }
    String rest = new String(text, at, end - at).strip();
    if (rest.isEmpty()) {
      return marked || separated ? CellKind.DECORATED : CellKind.TEXT;
    }
    if (UNITS.contains(rest)) {
      return CellKind.DECORATED;
    }
    return "※*＊（(注†".indexOf(rest.charAt(0)) >= 0 ? CellKind.NOTED : CellKind.TEXT;
  }

  /** Three digits, and no fourth. */
  private static boolean isGroup(char[] text, int from, int end) {
    int digits = 0;
    for (int at = from; at < end && Character.isDigit(text[at]); at++) {
      digits++;
    }
    return digits == 3;
  }

  /** Several numbers, or several short words. */
  private static CellKind pieces(char[] text, int offset, int length) {
    int end = offset + length;
    int from = offset;
    int pieces = 0;
    boolean numbers = true;
    boolean strong = false; // parted by what stands in no name
    for (int at = offset; at <= end; at++) {
      boolean parts = at == end || (Characters.CLASSES[text[at]] & Characters.SEPARATOR) != 0;
      if (!parts) {
        continue;
      }
      int start = from;
      while (start < at && text[start] == ' ') {
        start++;
      }
      if (start == at || at - start > LONGEST_PIECE) {
        return CellKind.TEXT;
      }
      numbers &= isNumber(text, start, at - start);
      strong |= at < end && text[at] != '/' && text[at] != ',';
      pieces++;
      from = at + 1;
    }
    if (pieces < 2) {
      return CellKind.TEXT;
    }
    return numbers ? CellKind.NUMBERS : strong ? CellKind.LIST : CellKind.TEXT;
  }
}
