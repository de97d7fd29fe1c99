package org.machinami.loader.mapping;

import java.text.Normalizer;
import java.util.Set;

/** Text as Japanese offices type it, made uniform. */
final class JapaneseText {

  /** What stands for "no figure" in statistical tables. */
  private static final Set<String> NONE = Set.of("-", "‐", "―", "ー", "…", "...", "***", "x", "X");

  private JapaneseText() {}

  /** Full-width letters and digits to half-width, half-width kana to full-width, ends trimmed. */
  static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** A figure without thousands separators, with △ or ▲ as minus; nothing for a dash. */
  static String number(String text) {
    String plain = normalise(text).replace("−", "-");
    if (NONE.contains(plain)) {
      return "";
    }
    if (plain.startsWith("△") || plain.startsWith("▲")) {
      plain = "-" + plain.substring(1).strip();
    }
    plain = plain.replace(",", "").replace("¥", "").replace("円", "");
    if (plain.isEmpty() || plain.chars().anyMatch(c -> "0123456789+-.eE%".indexOf(c) < 0)) {
      throw new RowRefusal("row.number");
    }
    return plain.replace("%", "");
  }
}
