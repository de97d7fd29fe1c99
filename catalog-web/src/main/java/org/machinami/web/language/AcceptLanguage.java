package org.machinami.web.language;

import java.util.Locale;
import org.machinami.web.negotiation.Weights;

/**
 * Which language an {@code Accept-Language} header asks for: English where it stands before
 * Japanese, Japanese otherwise (also where neither is named).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4">RFC 9110, 12.5.4</a>
 */
public final class AcceptLanguage {
  private AcceptLanguage() {}

  /** Never fails: what cannot be read counts as not said. */
  public static Language choose(String header) {
    double japanese = -1;
    double english = -1;
    double order = 0;
    for (Weights.Weighted part : Weights.parse(header)) {
      String tag = part.value().toLowerCase(Locale.ROOT);
      // Of two with the same weight the earlier one is meant more.
      double weight = part.weight() == 0 ? 0 : part.weight() - order;
      order += 1e-6;
      if (english < 0 && (tag.equals("en") || tag.startsWith("en-"))) {
        english = weight;
      } else if (japanese < 0 && (tag.equals("ja") || tag.startsWith("ja-"))) {
        japanese = weight;
      }
    }
    return english > 0 && english > japanese ? Language.EN : Language.JA;
  }
}
