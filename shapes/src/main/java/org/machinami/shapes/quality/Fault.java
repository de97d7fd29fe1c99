package org.machinami.shapes.quality;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;

/**
 * One place that breaks a rule, or that raises a question.
 *
 * @param value what stands there, as {@link #shown}; empty where nothing does
 * @param repair with which the rule would be kept there, where a program knows it
 */
public record Fault(Position at, String value, Optional<Repair> repair) {

  private static final int LONGEST = 80;
  private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cn}\\p{Cs}]");

  public Fault {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(repair, "repair");
    value = shown(value);
  }

  /** A place that no program can mend. */
  public Fault(Position at, String value) {
    this(at, value, Optional.empty());
  }

  /** Whether a text is shown as it is, so that it is known from what is shown. */
  public static boolean isShownWhole(String text) {
    return shown(text).equals(text);
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
