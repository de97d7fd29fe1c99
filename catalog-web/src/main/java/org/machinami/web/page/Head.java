package org.machinami.web.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the head of a page says beside its title.
 *
 * @param summary a sentence or two in the language of the page, for search engines and cards; empty
 *     for the words of the site
 * @param feed path below the base of the feed that follows what the page shows
 * @param card path below the base of the picture that is shown where the page is shared; empty for
 *     the one of the site
 * @param alternates forms of what the page shows beside its representations
 */
public record Head(
    String summary, Optional<String> feed, Optional<String> card, List<Alternate> alternates) {
  public static final Head NONE = new Head("", Optional.empty(), Optional.empty());

  private static final int LONGEST = 200;

  public Head {
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(card, "card");
    alternates = List.copyOf(alternates);
    if (summary.codePointCount(0, summary.length()) > LONGEST) {
      summary = summary.substring(0, summary.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
  }

  /** One without other forms. */
  public Head(String summary, Optional<String> feed, Optional<String> card) {
    this(summary, feed, card, List.of());
  }

  /** The same with another picture. */
  Head withCard(Optional<String> other) {
    return new Head(summary, feed, other, alternates);
  }
}
