package org.machinami.web.language;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Words in some language.
 *
 * @param tag BCP 47 tag in lower case, empty when the source says none
 */
public record Text(String value, String tag) {
  public Text {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(tag, "tag");
  }

  /** Whether a page in that language needs no lang attribute for it. */
  public boolean in(Language language) {
    return tag.isEmpty() || tag.equals(language.tag()) || tag.startsWith(language.tag() + "-");
  }

  /** The words, cut after that many characters where there are more. */
  public Text shortened(int most) {
    if (value.codePointCount(0, value.length()) <= most) {
      return this;
    }
    return new Text(value.substring(0, value.offsetByCodePoints(0, most - 1)) + "…", tag);
  }

  /** The best one for a reader: in the language, without one, in our other language, in any. */
  public static Optional<Text> choose(List<Text> texts, Language language) {
    Text best = null;
    for (Text text : texts) {
      if (best == null || isBetter(text, best, language)) {
        best = text;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isBetter(Text text, Text other, Language language) {
    int ranks = Integer.compare(rank(text, language), rank(other, language));
    int order = ranks != 0 ? ranks : text.tag().compareTo(other.tag());
    return order < 0 || (order == 0 && text.value().compareTo(other.value()) < 0);
  }

  private static int rank(Text text, Language language) {
    String tag = text.tag();
    if (tag.equals(language.tag())) {
      return 0;
    } else if (tag.contains("-hrkt") || tag.contains("-kana") || tag.contains("-hira")) {
      return 5; // readings stand beside names, not in their place
    } else if (tag.startsWith(language.tag() + "-")) {
      return 1;
    } else if (tag.isEmpty()) {
      return 2;
    }
    return tag.equals(language.other().tag()) ? 3 : 4;
  }
}
