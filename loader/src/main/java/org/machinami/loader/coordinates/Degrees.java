package org.machinami.loader.coordinates;

/** Degrees as text: up to nine decimals, a tenth of a millimetre, without an exponent. */
public final class Degrees {

  private static final long UNITS = 1_000_000_000L;

  private Degrees() {}

  /**
   * Adds an angle.
   *
   * @param degrees at most 1000 in size
   */
  public static void append(StringBuilder text, double degrees) {
    long units = Math.round(degrees * UNITS);
    if (units < 0) {
      text.append('-');
      units = -units;
    }
    text.append(units / UNITS);
    long rest = units % UNITS;
    if (rest == 0) {
      return;
    }
    text.append('.');
    for (long place = UNITS / 10; rest > 0; place /= 10) {
      text.append((char) ('0' + rest / place));
      rest %= place;
    }
  }

  /** A position of well-known text. */
  public static void appendPosition(StringBuilder text, double longitude, double latitude) {
    append(text, longitude);
    text.append(' ');
    append(text, latitude);
  }
}
