package org.machinami.shapes;

/**
 * Statements that should be a version of the policy are none.
 *
 * <p>The code says what is wrong: {@code version} not exactly one version; {@code name} its IRI
 * does not fit its number; {@code date} no day of effect; {@code property} a property that must be
 * there once; {@code settings} a number or limit that is not there or cannot be read; {@code
 * amends} it amends another version; {@code no-shape} a clause names a shape that is not there;
 * {@code no-clause} a shape serves no clause; {@code two-clauses} a shape serves two; {@code safe}
 * the shape that keeps readers safe is left out; {@code shapes} the shapes cannot be read.
 */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final String about;

  PolicyException(String code, String about) {
    super("not a version of the policy (" + code + "): " + about);
    this.code = code;
    this.about = about;
  }

  /** What is wrong. */
  public String code() {
    return code;
  }

  /** To what. */
  public String about() {
    return about;
  }
}
