package org.machinami.shapes.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.shapes.ShapeText;

/**
 * A compiled property shape.
 *
 * @param number among all checks
 * @param about what its findings say
 * @param predicates IRIs; of an alternative path several
 * @param tests that each value must pass
 * @param least how many values there must be, 0 or 1
 * @param most how many there may be
 * @param counted which values count for least and most; empty: all
 * @param uniqueLanguages whether no two values may have the same language
 */
record PropertyCheck(
    int number,
    ShapeText about,
    List<String> predicates,
    List<ValueTest> tests,
    int least,
    int most,
    Optional<ValueTest> counted,
    boolean uniqueLanguages) {

  static final int ANY_NUMBER = Integer.MAX_VALUE;

  PropertyCheck {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(counted, "counted");
    predicates = List.copyOf(predicates);
    tests = List.copyOf(tests);
    if (least < 0 || least > 1) {
      throw new IllegalArgumentException(
          about.shape() + ": whether " + least + " values are there cannot be told row by row");
    }
  }

  boolean passes(Term value) {
    for (int i = 0; i < tests.size(); i++) {
      if (!tests.get(i).passes(value)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two different values, of one language where they have one, cannot both be true. */
  boolean allowsOne() {
    return predicates.size() == 1 && (uniqueLanguages || (most == 1 && counted.isEmpty()));
  }

  boolean counts(Term value) {
    return counted.isEmpty() || counted.get().passes(value);
  }
}
