package org.machinami.loader.quality;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.machinami.shapes.quality.Rule;

/** What the names of columns tell. */
final class Headers {

  private static final Pattern MEANINGLESS =
      Pattern.compile(
          "(?!(19|20)[0-9]{2}$)[0-9０-９]+|[-_.・*]*"
              + "|(列|項目|カラム|フィールド|col(umn)?|field|f|unnamed:?|var)[ _]*[0-9０-９]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UNIT = Pattern.compile(".*([(（\\[［].+[)）\\]］]|率|割合|比|歩合|％|%)");
  private static final Pattern COUNT =
      Pattern.compile(".*(数|人口|世帯|件|台|回|日|人|個|本|total|count|number|population)");
  private static final Pattern DEGREES =
      Pattern.compile("(緯度|経度|lat|latitude|lon|lng|long|longitude|x|y)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_QUANTITY =
      Pattern.compile(
          ".*(コード|番号|番地|号|区分|種別|段階|等級|順位|階級|ランク|フラグ|有無|年|年度|月|日|時|時刻|曜日|期"
              + "|住所|丁目|郵便|電話|名|名称|URL|備考|ID|no|code|flag|rank|level|year|month|day|hour"
              + "|date|time|key)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE =
      Pattern.compile(".*(コード|区分|フラグ|code|cd|flag)", Pattern.CASE_INSENSITIVE);
  private static final Pattern AREA_CODE =
      Pattern.compile(
          ".*(団体|市区町村|区市町村|市町村|都道府県|地域|自治体|行政区域?|メッシュ|municipality|area|mesh|pref"
              + "|prefecture|lg|local ?government)[ _]*.*(コード|code|cd)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AREA = Pattern.compile("(都道府県|市区町村|区市町村|市町村|自治体)(名称?)?|[市区]名");
  private static final Pattern STANDARD_CODE =
      Pattern.compile(".*(郵便|法人|JAN|ISO|ISBN).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile("[0-9０-９]+");
  private static final Pattern SPREAD =
      Pattern.compile("(令和|平成|昭和|西暦|[RHS])?#((年度?|月|時|日|歳|[~〜～－-]#?歳?).*)?|.*#(年度?|月|歳)[^#]*");
  private static final int REPEATED = 3;

  private Headers() {}

  /** Finds fault with the header of a table. */
  static void judge(List<String> names, FaultPlaces places) {
    Set<String> seen = new HashSet<>();
    Map<String, Integer> forms = new LinkedHashMap<>();
    for (String written : names) {
      String name = written.strip();
      if (!name.isEmpty() && !seen.add(name)) {
        places.broken(Rule.UNIQUE_HEADERS).add(name, "");
      }
      if (Layout.isInHeader(written) || written.indexOf('\n') >= 0 || written.indexOf('\r') >= 0) {
        places.broken(Rule.NO_LAYOUT).add(name, written);
      }
      if (written.chars().anyMatch(c -> (Characters.CLASSES[c] & Characters.ODD) != 0)) {
        places.broken(Rule.CHARACTERS).add(name, written);
      }
      String form = DIGITS.matcher(name).replaceAll("#");
      if (form.indexOf('#') >= 0 && SPREAD.matcher(form).matches()) {
        forms.merge(form, 1, Integer::sum);
      }
    }
    forms.forEach(
        (form, columns) -> {
          if (columns >= REPEATED) {
            places.broken(Rule.LONG_FORM).add(form.replace("#", "…"), "");
          }
        });
  }

  /** Whether nobody can tell from the name what is in the column. */
  static boolean isMeaningless(String name) {
    return MEANINGLESS.matcher(name.strip()).matches();
  }

  /** Whether the name says in what the numbers are. */
  static boolean statesUnit(String name) {
    String plain = name.strip();
    return UNIT.matcher(plain).matches()
        || COUNT.matcher(plain.toLowerCase(Locale.ROOT)).matches()
        || DEGREES.matcher(plain).matches();
  }

  /** Whether its numbers stand for something else than a quantity. */
  static boolean namesNoQuantity(String name) {
    return NO_QUANTITY.matcher(name.strip()).matches();
  }

  /** Whether its values are codes that a list has to explain. */
  static boolean namesCodes(String name) {
    String plain = name.strip();
    return CODE.matcher(plain).matches()
        && !AREA_CODE.matcher(plain).matches()
        && !STANDARD_CODE.matcher(plain).matches();
  }

  /** Whether its values are the standard codes of areas. */
  static boolean namesAreaCodes(String name) {
    return AREA_CODE.matcher(name.strip()).matches();
  }

  /** Whether its values are names of prefectures or municipalities. */
  static boolean namesAreas(String name) {
    return AREA.matcher(name.strip()).matches();
  }

  /** The name of the column that says in words what codes mean: 種別 for 種別コード. */
  static String withoutCode(String name) {
    return name.strip().replaceFirst("(?i)[ _]*(コード|code|cd)$", "");
  }
}
