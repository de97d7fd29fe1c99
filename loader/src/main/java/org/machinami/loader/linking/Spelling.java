package org.machinami.loader.linking;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes spellings of Japanese names uniform, so that equal names are equal texts. */
final class Spelling {
  /** Bracketed parts say more on a name, but are not it. */
  private static final Pattern BRACKETS = Pattern.compile("[(<\\[〈〔【].*?[)>\\]〉〕】]");

  private static final Pattern SIGNS = Pattern.compile("[\\s・･,.、。「」『』'’\"\\-‐−–—/]");

  /** Spellings of one and the same name; each pair is what is written and what is compared. */
  private static final String[][] SAME = {
    {"ケ", "ヶ"}, {"ガ", "ヶ"}, {"が", "ヶ"}, {"ノ", "の"}, {"之", "の"}, {"ッ", "ツ"}, {"っ", "つ"},
    {"龍", "竜"}, {"邊", "辺"}, {"邉", "辺"}, {"澤", "沢"}, {"濱", "浜"}, {"嶋", "島"}, {"﨑", "崎"},
    {"髙", "高"}, {"廣", "広"}, {"國", "国"}, {"驛", "駅"}, {"學", "学"}, {"櫻", "桜"}, {"惠", "恵"},
    {"ヴァ", "バ"}, {"ヴィ", "ビ"}, {"ヴ", "ブ"}, {"ィ", "イ"}
  };

  private Spelling() {}

  /** Without brackets and signs, full width and old characters made new; lower case. */
  static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String withoutBrackets = BRACKETS.matcher(plain).replaceAll("");
    String text = SIGNS.matcher(withoutBrackets.isBlank() ? plain : withoutBrackets).replaceAll("");
    for (String[] same : SAME) {
      text = text.replace(same[0], same[1]);
    }
    return text;
  }

  /** Share of the pairs of characters that two texts have in common, from 0 to 1 (Dice). */
  static double alike(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    Set<String> pairs = pairs(one);
    Set<String> others = pairs(other);
    int all = pairs.size() + others.size();
    pairs.retainAll(others);
    return all == 0 ? 0 : 2.0 * pairs.size() / all;
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
