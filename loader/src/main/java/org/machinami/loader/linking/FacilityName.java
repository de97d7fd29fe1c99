package org.machinami.loader.linking;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of facilities as compared: without who founded them, kinds of schools in one form. */
final class FacilityName {
  /** 東京都立, 杉並区立, 国分寺市立, 市立: who founded it. */
  private static final Pattern FOUNDER =
      Pattern.compile("^(学校法人.{1,8}学園|.{0,7}?[都道府県市区町村]立|私立)(?=.{2})");

  private static final Pattern ORDINAL = Pattern.compile("第([一二三四五六七八九十0-9]+)");

  /** Written and compared; in this order. */
  private static final List<String[]> ENDS =
      List.of(
          new String[] {"高等学校", "高校"},
          new String[] {"小学校", "小"},
          new String[] {"中学校", "中"},
          new String[] {"コミユニテイセンター", "コミセン"},
          new String[] {"コミユニテイーセンター", "コミセン"},
          new String[] {"テイー", "テイ"},
          new String[] {"プラザー", "プラザ"});

  private FacilityName() {}

  static String of(String name) {
    String text = FOUNDER.matcher(Spelling.of(name)).replaceFirst("");
    for (String[] end : ENDS) {
      text = text.replace(end[0], end[1]);
    }
    Matcher ordinal = ORDINAL.matcher(text);
    return ordinal.replaceAll("$1");
  }
}
