package org.machinami.loader.proposal;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.machinami.loader.mapping.TextForms;

/** Tells what a single value is. */
final class Values {

  private static final Set<String> FLAGS =
      Set.of(
          "有", "無", "あり", "なし", "有り", "無し", "○", "◯", "〇", "×", "✕", "●", "true", "false", "TRUE",
          "FALSE", "True", "False", "はい", "いいえ", "可", "不可", "yes", "no", "Y", "N");

  /** In the order in which they are tried; what several could be comes under the narrower. */
  private static final Map<ValueKind, Pattern> PATTERNS = new java.util.LinkedHashMap<>();

  static {
    put(ValueKind.URL, "https?://\\S+");
    put(ValueKind.EMAIL, "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    put(ValueKind.GEOMETRY, "(?s)(<[^>]+>\\s*)?(MULTI)?(POINT|LINESTRING|POLYGON)\\s*Z?\\s*\\(.*");
    put(ValueKind.DATE_TIME, "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?[T ]\\d{1,2}[:時]\\d{2}.*");
    put(ValueKind.DATE, "(1[89]|20)\\d{2}-(0[1-9]|1[0-2])-\\d{2}");
    put(
        ValueKind.DATE_IN_TEXT,
        "(1[89]|20)\\d{2}([/.-]\\d{1,2}[/.-]\\d{1,2}|年\\d{1,2}月\\d{1,2}日)"
            + "|(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    put(
        ValueKind.DATE_OF_ERA,
        "(明治?|大正?|昭和?|平成?|令和?|[MTSHR])(\\d{1,2}|元)[年./-]\\d{1,2}[月./-]\\d{1,2}日?");
    put(ValueKind.MONTH, "(19|20)\\d{2}([-/](0?[1-9]|1[0-2])|年\\d{1,2}月)");
    put(ValueKind.TIME, "([01]?\\d|2[0-4]):[0-5]\\d(:[0-5]\\d)?|([01]?\\d|2[0-4])時([0-5]\\d分)?");
    put(ValueKind.TELEPHONE, "0\\d{1,4}[-(]\\d{1,4}[-)]\\d{3,4}|0[1-9]\\d{8,9}");
    put(ValueKind.POSTAL_CODE, "〒?\\d{3}-\\d{4}");
    put(ValueKind.YEAR, "(18|19|20)\\d{2}年?");
  }

  private static final Pattern FIVE = Pattern.compile("(0[1-9]|[1-3]\\d|4[0-7])\\d{3}");
  private static final Pattern SIX = Pattern.compile("(0[1-9]|[1-3]\\d|4[0-7])\\d{4}");
  private static final Pattern MESH =
      Pattern.compile("[3-6]\\d[2-5]\\d[0-7]{2}(\\d{2}([1-4]([1-4]([1-4])?)?)?)?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,18}\\.\\d{1,18}");
  private static final Pattern NUMBER_IN_TEXT =
      Pattern.compile("[約¥△▲+-]?\\d{1,3}(,\\d{3})*(\\.\\d+)?\\s*(\\p{L}{1,3}[23]?|%|㎡|㎢)?");
  private static final Pattern KANA =
      Pattern.compile("[\\p{InKatakana}\\s()・ー\\d-]*\\p{InKatakana}[\\p{InKatakana}\\s()・ー\\d-]*");
  private static final Pattern LATIN = Pattern.compile("[\\p{ASCII}\\p{IsLatin}’–—‘“”]+");
  private static final Pattern JAPANESE =
      Pattern.compile("(?s).*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}].*");

  private Values() {}

  private static void put(ValueKind kind, String pattern) {
    PATTERNS.put(kind, Pattern.compile(pattern));
  }

  static ValueKind kind(String value) {
    String text = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    if (text.isEmpty()) {
      return ValueKind.EMPTY;
    }
    if (text.length() > 200) {
      return PATTERNS.get(ValueKind.GEOMETRY).matcher(text).matches()
          ? ValueKind.GEOMETRY
          : JAPANESE.matcher(text).matches() ? ValueKind.JAPANESE : ValueKind.LATIN;
    }
    if (FLAGS.contains(text)) {
      return ValueKind.FLAG;
    }
    for (Map.Entry<ValueKind, Pattern> entry : PATTERNS.entrySet()) {
      if (entry.getValue().matcher(text).matches()) {
        return entry.getKey();
      }
    }
    if (SIX.matcher(text).matches() && TextForms.localGovernmentCode(text).isPresent()) {
      return ValueKind.LOCAL_GOVERNMENT_CODE;
    }
    if (FIVE.matcher(text).matches()) {
      return ValueKind.MUNICIPALITY_CODE;
    }
    if (text.length() == 13 && isCorporateNumber(text)) {
      return ValueKind.CORPORATE_NUMBER;
    }
    if (text.length() >= 8 && MESH.matcher(text).matches()) {
      return ValueKind.MESH_CODE;
    }
    if (INTEGER.matcher(value.strip()).matches()) {
      return ValueKind.INTEGER;
    }
    if (DECIMAL.matcher(value.strip()).matches()) {
      return ValueKind.DECIMAL;
    }
    if (NUMBER_IN_TEXT.matcher(text).matches()) {
      return ValueKind.NUMBER_IN_TEXT;
    }
    if (KANA.matcher(text).matches()) {
      return ValueKind.KANA;
    }
    if (JAPANESE.matcher(text).matches()) {
      return ValueKind.JAPANESE;
    }
    return LATIN.matcher(text).matches() ? ValueKind.LATIN : ValueKind.MIXED;
  }

  /** The check digit of 法人番号 stands first. */
  private static boolean isCorporateNumber(String text) {
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (text.charAt(12 - i) - '0') * (i % 2 == 0 ? 1 : 2);
    }
    return text.charAt(0) - '0' == 9 - sum % 9;
  }
}
