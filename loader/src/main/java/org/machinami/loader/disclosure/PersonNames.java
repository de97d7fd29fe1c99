package org.machinami.loader.disclosure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells names of persons in Japan from those of offices, facilities and places, conservatively. */
final class PersonNames {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 10;

  /** With what names of offices, bodies, facilities and places end, and titles of an office. */
  private static final String OTHERS =
      "都道府県市区町村郡局部課係室班所館園校院会社署店団庁省党組寺宮駅港線通台丘館場堂殿塔門橋島山川池城跡碑像長" + "様者員等他ム";

  private static final Set<String> SURNAMES = read();
  private static final boolean[] FIRST = new boolean[Character.MAX_VALUE + 1];

  static {
    SURNAMES.forEach(name -> FIRST[name.charAt(0)] = true);
  }

  private PersonNames() {}

  private static Set<String> read() {
    try (InputStream in = PersonNames.class.getResourceAsStream("surnames.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Set.of(line.split(" ")).stream())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled surnames", e);
    }
  }

  /** Whether a value may be one, where the name of the column already says so. */
  static boolean mayBe(char[] text, int offset, int length) {
    if (length < SHORTEST - 1 || length > LONGEST) {
      return false;
    }
    int letters = 0;
    int kana = 0;
    int spaces = 0;
    for (int at = offset; at < offset + length; at++) {
      if (text[at] == ' ' || text[at] == '\u3000' || text[at] == '・') {
        spaces++;
      } else if (isJapanese(text[at])) {
        letters++;
        kana += isKana(text[at]) ? 1 : 0;
      } else {
        return false;
      }
    }
    // The reading of a facility is written without a space as often as not, that of a person with
    // one.
    boolean parted = kana < letters || spaces == 1;
    return letters >= 2 && spaces <= 1 && parted && OTHERS.indexOf(text[offset + length - 1]) < 0;
  }

  /**
   * Whether it is one, whatever the column is called: a common surname, a space, and one to four
   * letters that are no office or facility.
   */
  static boolean is(char[] text, int offset, int length) {
    if (length < SHORTEST || length > LONGEST || !FIRST[text[offset]]) {
      return false;
    }
    for (int surname = 1; surname <= 3 && surname < length - 1; surname++) {
      char c = text[offset + surname];
      if (c == ' ' || c == '\u3000') {
        int given = length - surname - 1;
        return given <= 4
            && (mayBe(text, offset + surname + 1, given)
                || isSingle(text, offset + surname + 1, given))
            && SURNAMES.contains(new String(text, offset, surname));
      }
    }
    return false;
  }

  private static boolean isSingle(char[] text, int offset, int length) {
    return length == 1 && isJapanese(text[offset]) && OTHERS.indexOf(text[offset]) < 0;
  }

  private static boolean isKana(char c) {
    return c >= '\u3041' && c <= '\u30FF';
  }

  private static boolean isJapanese(char c) {
    return isKana(c) || (c >= '\u3400' && c <= '\u9FFF') || c == '々';
  }
}
