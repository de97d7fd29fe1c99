package org.machinami.shapes.quality;

import java.util.Objects;
import java.util.regex.Pattern;
import org.machinami.shapes.Position;

/**
 * One place that breaks a rule, or that raises a question.
 *
 * @param value what stands there, as {@link #shown}; empty where nothing does
 */
public record Fault(Position at, String value) {

  private static final int LONGEST = 80;
  private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cn}\\p{Cs}]");

  public Fault {
    Objects.requireNonNull(at, "at");
    value = shown(value);
  }

  /**
   * A text out of a file as it can be shown: not too long, and with a replacement character for
   * each that is none.
   */
  public static String shown(String text) {
    String shown = text;
    if (text.length() > LONGEST) {
      int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      shown = text.substring(0, end) + "…";
    }
    return UNSHOWN.matcher(shown).replaceAll("\uFFFD");
  }
}
