package org.machinami.store.graph;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Random canonical lines for tests. */
final class Lines {
  private final Random random;
  private final int subjects;
  private final int predicates;

  Lines(Random random, int subjects, int predicates) {
    this.random = random;
    this.subjects = subjects;
    this.predicates = predicates;
  }

  String next() {
    String subject = "<https://city.example/id/" + name(random.nextInt(subjects)) + ">";
    String predicate = "<https://city.example/p" + random.nextInt(predicates) + ">";
    int value = random.nextInt(50);
    String object =
        switch (random.nextInt(4)) {
          case 0 -> "<https://city.example/id/" + name(value) + ">";
          case 1 -> "\"街並み " + "x".repeat(value) + "\"@ja";
          case 2 -> "\"" + value + "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
          default -> "\"a \\\"quoted\\\" \\\\ line\\n" + value + "\"";
        };
    return subject + " " + predicate + " " + object + " .\n";
  }

  /** Names of different lengths with long shared beginnings. */
  private static String name(int number) {
    return switch (number % 3) {
      case 0 -> "facility/" + number;
      case 1 -> "people-flow/53394519-" + number + "-area-of-the-station-square";
      default -> "駅/" + number;
    };
  }

  static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
