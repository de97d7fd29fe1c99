package org.machinami.samples;

import java.util.SplittableRandom;

/** Chance with a fixed seed for each topic, so that a change to one leaves the others alone. */
final class Dice {

  private static final long SEED = 0x6D616368696E616DL;

  private final SplittableRandom random;

  /** The chance of a topic. */
  Dice(String topic) {
    long seed = SEED;
    for (int i = 0; i < topic.length(); i++) {
      seed = seed * 31 + topic.charAt(i);
    }
    random = new SplittableRandom(seed);
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** A number from {@code low} to below {@code high}. */
  double within(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A factor around 1, at most {@code share} off, small deviations being likelier. */
  double factor(double share) {
    return 1 + share * (random.nextDouble() + random.nextDouble() - 1);
  }

  /** One of the values. */
  @SafeVarargs
  final <T> T of(T... values) {
    return values[random.nextInt(values.length)];
  }
}
