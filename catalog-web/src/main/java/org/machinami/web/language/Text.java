package org.machinami.web.language;

import java.util.Comparator;
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
    return texts.stream()
        .min(
            Comparator.comparingInt((Text t) -> rank(t, language))
                .thenComparing(Text::tag)
                .thenComparing(Text::value));
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
