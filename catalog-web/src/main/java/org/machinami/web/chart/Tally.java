package org.machinami.web.chart;

/** Numbers of one point: how many, their sum, least and most. Not thread-safe. */
final class Tally {
  private long count;
  private double sum;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  void add(double number) {
    count++;
    sum += number;
    least = Math.min(least, number);
    most = Math.max(most, number);
  }

  void add(Tally other) {
    count += other.count;
    sum += other.sum;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
  }

  long count() {
    return count;
  }

  double value(Measure measure) {
    return switch (measure) {
      case MEAN -> sum / count;
      case SUM -> sum;
      case LEAST -> least;
      case MOST -> most;
    };
  }
}
