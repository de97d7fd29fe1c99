package org.machinami.loader.linking;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Japanese address as compared: the names of prefecture and municipality left out (the code says
 * them), 丁目, 番 and 号 as hyphens, 大字 and 字 left out.
 *
 * @param town the part before the numbers
 * @param numbers such as {@code 2-6-14}
 */
record Address(String town, String numbers) {
  private static final Pattern AREA =
      Pattern.compile("^(東京都|北海道|(?:京都|大阪)府|.{2,3}県)?(.{1,4}?郡)?(.{1,5}?[市区町村])?(?=.)");

  private static final Pattern PARTS = Pattern.compile("^([^0-9]+?)([0-9].*)$");
  private static final Pattern KANJI_BLOCK = Pattern.compile("([一二三四五六七八九十]{1,3})丁目");
  private static final Pattern MARK = Pattern.compile("(丁目|番地の?|番|号|の|−|－|ー|‐|―)(?=[0-9]|$)");
  private static final Map<Character, Integer> DIGITS =
      Map.of('一', 1, '二', 2, '三', 3, '四', 4, '五', 5, '六', 6, '七', 7, '八', 8, '九', 9);

  /** Empty when it has no numbers: such an address is no place. */
  static Optional<Address> of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    String local = AREA.matcher(plain).replaceFirst("").replace("大字", "").replace("字", "");
    Matcher blocks = KANJI_BLOCK.matcher(local);
    String digits = blocks.replaceAll(found -> number(found.group(1)) + "丁目");
    Matcher parts = PARTS.matcher(digits);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String numbers =
        MARK.matcher(parts.group(2))
            .replaceAll("-")
            .replaceAll("[^0-9-].*$", "")
            .replaceAll("-+", "-")
            .replaceAll("-$", "");
    String town = Spelling.of(parts.group(1));
    return town.isEmpty() ? Optional.empty() : Optional.of(new Address(town, numbers));
  }

  private static int number(String kanji) {
    int ten = kanji.indexOf('十');
    if (ten < 0) {
      return DIGITS.getOrDefault(kanji.charAt(0), 0);
    }
    int tens = ten == 0 ? 1 : DIGITS.getOrDefault(kanji.charAt(0), 0);
    int ones = ten + 1 < kanji.length() ? DIGITS.getOrDefault(kanji.charAt(ten + 1), 0) : 0;
    return 10 * tens + ones;
  }

  /** One text for both parts. */
  String key() {
    return town + numbers;
  }
}
