package org.machinami.web.map;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rows.CellWords;

/**
 * Which class a value is drawn in, and what the classes are called.
 *
 * @param numbers whether the classes are an order of numbers, from low to high
 * @param bounds of classes of numbers: where each but the first begins
 * @param labels of the classes, in their order
 */
record Legend(boolean numbers, List<Double> bounds, List<Text> labels) {
  /** More steps of one colour cannot be told apart. */
  static final int MOST_STEPS = 5;

  /** More colours cannot be told apart by who sees some of them alike. */
  static final int MOST_CLASSES = 7;

  private static final MathContext ROUND = new MathContext(3);
  private static final int NONE = -1;

  Legend {
    bounds = List.copyOf(bounds);
    labels = List.copyOf(labels);
  }

  static Legend of(Figures figures, Messages m) {
    return figures.areNumbers() ? ofNumbers(figures.sorted(), m) : ofClasses(figures.classes(), m);
  }

  /** The rare classes are one. */
  private static Legend ofClasses(List<Text> classes, Messages m) {
    List<Text> labels = new ArrayList<>(classes);
    if (classes.size() > MOST_CLASSES) {
      labels = new ArrayList<>(classes.subList(0, MOST_CLASSES - 1));
      labels.add(new Text(m.text("map.other"), m.language().tag()));
    }
    return new Legend(false, List.of(), labels);
  }

  /** As many values in each class as in another, with bounds that can be read. */
  private static Legend ofNumbers(float[] sorted, Messages m) {
    List<Double> bounds = new ArrayList<>();
    for (int i = 1; i < MOST_STEPS && sorted.length > 0; i++) {
      double bound = rounded(sorted[i * sorted.length / MOST_STEPS]);
      boolean parts = bound > sorted[0] && bound <= sorted[sorted.length - 1];
      if (parts && (bounds.isEmpty() || bound > bounds.get(bounds.size() - 1))) {
        bounds.add(bound);
      }
    }
    List<Text> labels = new ArrayList<>();
    if (bounds.isEmpty()) {
      if (sorted.length > 0) {
        labels.add(text(words(sorted[0], m) + "–" + words(sorted[sorted.length - 1], m), m));
      }
      return new Legend(true, bounds, labels);
    }
    labels.add(text(m.text("map.below", words(bounds.get(0), m)), m));
    for (int i = 1; i < bounds.size(); i++) {
      labels.add(
          text(m.text("map.between", words(bounds.get(i - 1), m), words(bounds.get(i), m)), m));
    }
    labels.add(text(m.text("map.above", words(bounds.get(bounds.size() - 1), m)), m));
    return new Legend(true, bounds, labels);
  }

  private static double rounded(float value) {
    return new BigDecimal(Float.toString(value)).round(ROUND).doubleValue();
  }

  private static String words(double number, Messages m) {
    String plain = new BigDecimal(Double.toString(number)).round(ROUND).toPlainString();
    return CellWords.number(plain.replaceFirst("\\.0+$", ""), 0, m.language());
  }

  private static Text text(String words, Messages m) {
    return new Text(words, m.language().tag());
  }

  /** The class of a value, from 0; -1 for none. */
  int classOf(double value) {
    if (Double.isNaN(value) || labels.isEmpty()) {
      return NONE;
    }
    if (!numbers) {
      return (int) Math.min(value, labels.size() - 1.0);
    }
    int at = 0;
    while (at < bounds.size() && value >= bounds.get(at)) {
      at++;
    }
    return at;
  }
}
