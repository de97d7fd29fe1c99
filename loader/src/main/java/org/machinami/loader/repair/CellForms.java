package org.machinami.loader.repair;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.loader.mapping.TextForms;
import org.machinami.shapes.RepairKind;

/**
 * Other ways to write what a cell says. What would say less, or might say something else, is none
 * of them: a number in thousands, a year of two digits, a code whose check digit is wrong.
 */
public final class CellForms {

  /** Longer texts are prose. */
  private static final int LONGEST = 100;

  /**
   * Units that a number may stand with, as NFKC writes them. Those that multiply (thousands of yen)
   * and those that divide (percent) are left out: without them the number would say another thing.
   */
  private static final String UNIT =
      "円|人|名|世帯|件|台|本|個|戸|棟|回|校|店|か所|ヶ所|カ所|ケ所|箇所|席|床|泊|冊|km|m|cm|mm|m2|m3|km2|ha"
          + "|kg|g|t|トン|l|kl|kw|kwh|mw|mwh|°c|度|歳|db|時間|分|秒|km/h|ポイント|隻|基|頭|羽|匹|枚|室|階";

  private static final Pattern NUMBER =
      Pattern.compile(
          "[¥$]?\\s*([-+△▲]?)\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*(?:" + UNIT + ")?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WEEKDAY = Pattern.compile("\\s*\\([月火水木金土日]\\)");
  private static final Pattern DASH_BETWEEN_DIGITS =
      Pattern.compile("(?<=[0-9])\\s*[‐‑‒–—―−ー]\\s*(?=[0-9])");

  private static final List<Set<String>> FLAGS =
      List.of(
          Set.of("有", "あり", "有り", "○", "◯", "〇", "●", "1", "true", "TRUE", "はい", "可"),
          Set.of("無", "なし", "無し", "×", "✕", "0", "false", "FALSE", "いいえ", "不可"));

  private CellForms() {}

  /** All other ways to write it, the most cautious first. */
  public static List<CellForm> of(String text) {
    if (text.length() > LONGEST || text.isBlank()) {
      return List.of();
    }
    Set<CellForm> forms = new LinkedHashSet<>();
    spaces(text).ifPresent(forms::add);
    String plain = plain(text);
    forms.add(new CellForm(RepairKind.FORM, plain));
    forms.add(new CellForm(RepairKind.FORM, DASH_BETWEEN_DIGITS.matcher(plain).replaceAll("-")));
    number(text).ifPresent(forms::add);
    dates(plain).forEach(date -> forms.add(new CellForm(RepairKind.DATE, date)));
    codes(plain).forEach(code -> forms.add(new CellForm(RepairKind.CODE, code)));
    FLAGS.stream()
        .filter(flags -> flags.contains(plain))
        .flatMap(flags -> flags.stream().sorted())
        .forEach(flag -> forms.add(new CellForm(RepairKind.LIST, flag)));
    return forms.stream().filter(form -> !form.text().equals(text)).toList();
  }

  /** The only one of some texts that differs only in width, case and spaces. */
  public static Optional<CellForm> of(String text, Collection<String> choices) {
    String folded = folded(text);
    List<String> same =
        choices.stream().filter(choice -> folded(choice).equals(folded)).distinct().toList();
    return folded.isEmpty() || same.size() != 1 || same.get(0).equals(text)
        ? Optional.empty()
        : Optional.of(new CellForm(RepairKind.LIST, same.get(0)));
  }

  private static String folded(String text) {
    return plain(text).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }

  /** Full-width letters and digits to half-width, half-width kana to full-width, ends trimmed. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /**
   * Without spaces at the ends, between the single letters of a word of Japanese, and more than one
   * together.
   */
  public static Optional<CellForm> spaces(String text) {
    String ends = text.replaceAll("^[\\s\\u00A0\\u3000]+|[\\s\\u00A0\\u3000]+$", "");
    String once = ends.replaceAll("([ \\t\\u00A0\\u3000])[ \\t\\u00A0\\u3000]+", "$1");
    String word =
        once.matches("[^\\x00-\\xFF](?:[ \\u3000][^\\x00-\\xFF]){2,}")
            ? once.replaceAll("[ \\u3000]", "")
            : once;
    return changed(text, RepairKind.SPACE, word);
  }

  /** With ordinary characters in place of those that depend on the platform. */
  public static Optional<CellForm> characters(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= '①' && c <= '⑳') {
        plain.append('(').append(c - '①' + 1).append(')');
      } else if (c == '〝' || c == '〟') {
        plain.append(c == '〝' ? '“' : '”');
      } else if ((c >= 'Ⅰ' && c <= 'ⅿ')
          || (c >= '\u3220' && c <= '\u33FF')
          || c == '№'
          || c == '℡') {
        plain.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else {
        plain.append(c);
      }
    }
    return changed(text, RepairKind.FORM, plain.toString());
  }

  /** A number without separators, unit and full-width digits; △ and ▲ are minus. */
  public static Optional<CellForm> number(String text) {
    Matcher number = NUMBER.matcher(plain(text).replace("−", "-"));
    if (text.length() > LONGEST || !number.matches()) {
      return Optional.empty();
    }
    String sign = number.group(1).isEmpty() || number.group(1).equals("+") ? "" : "-";
    String fraction = number.group(3) == null ? "" : number.group(3);
    String digits = number.group(2).replace(",", "");
    // A code that begins with a zero is no quantity.
    boolean code = digits.length() > 1 && digits.startsWith("0");
    return code ? Optional.empty() : changed(text, RepairKind.NUMBER, sign + digits + fraction);
  }

  /** A date, month, time or both as ISO 8601 has them. */
  private static List<String> dates(String plain) {
    String day = WEEKDAY.matcher(plain).replaceAll("");
    List<String> found = new ArrayList<>();
    TextForms.date(day).ifPresent(found::add);
    TextForms.month(day).ifPresent(found::add);
    TextForms.time(day)
        .ifPresent(
            time -> {
              if (time.endsWith(":00")) {
                found.add(time.substring(0, time.length() - 3));
              }
              found.add(time);
            });
    if (day.indexOf(' ') > 0 || day.indexOf('T') > 0) {
      TextForms.dateTime(day).ifPresent(found::add);
    }
    return found;
  }

  /** A day as ISO 8601 has it. */
  public static Optional<CellForm> day(String text) {
    return TextForms.date(WEEKDAY.matcher(plain(text)).replaceAll(""))
        .flatMap(date -> changed(text, RepairKind.DATE, date));
  }

  /** A code of a local government with the check digit, without it, with its leading zero. */
  private static List<String> codes(String plain) {
    if (!plain.matches("\\d{4,6}")) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    boolean lostZero =
        plain.length() == 5 && TextForms.localGovernmentCode("0" + plain).isPresent();
    TextForms.municipalityCode(plain).ifPresent(found::add);
    if (lostZero) {
      // Five digits, or six that lost the first: both would be codes.
      return TextForms.isPrefecture(plain) ? List.of() : List.of("0" + plain);
    }
    TextForms.localGovernmentCode(plain).ifPresent(found::add);
    return found;
  }

  private static Optional<CellForm> changed(String before, RepairKind kind, String after) {
    return before.equals(after) || after.isBlank()
        ? Optional.empty()
        : Optional.of(new CellForm(kind, after));
  }
}
