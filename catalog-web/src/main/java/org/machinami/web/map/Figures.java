package org.machinami.web.map;

import java.util.Arrays;
import java.util.List;
import org.machinami.web.language.Text;

/**
 * A value for each place, to colour it by: a number, or which of several classes it is. Immutable.
 */
final class Figures {
  private static final int MOST_SORTED = 100_000;

  private final float[] values;
  private final List<Text> classes;

  /**
   * Takes the array as it is.
   *
   * @param values by place; a number, or a place in the list of classes; NaN for none
   * @param classes what the classes are called, the most frequent first; empty for numbers
   */
  Figures(float[] values, List<Text> classes) {
    this.values = values;
    this.classes = List.copyOf(classes);
  }

  /** NaN for none. */
  float value(int place) {
    return values[place];
  }

  boolean areNumbers() {
    return classes.isEmpty();
  }

  List<Text> classes() {
    return classes;
  }

  /** Those that are some, ascending; of very many an even part. */
  float[] sorted() {
    int step = 1 + values.length / MOST_SORTED;
    float[] some = new float[values.length / step + 1];
    int count = 0;
    for (int i = 0; i < values.length; i += step) {
      if (!Float.isNaN(values[i])) {
        some[count++] = values[i];
      }
    }
    Arrays.sort(some, 0, count);
    return Arrays.copyOf(some, count);
  }

  /** About how much memory it takes. */
  int bytes() {
    return 4 * values.length + 100 * classes.size();
  }
}
