package org.machinami.shapes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.machinami.shapes.Position;
import org.machinami.shapes.Severity;
import org.machinami.shapes.ShapeText;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/** What is kept of things that lack something, against a map that keeps all of it. */
class MissingTest {

  @Test
  void addAndRemove_inAnyOrder_leaveWhatAMapLeaves() {
    long seed = Long.getLong("machinami.seed", System.nanoTime());
    System.out.println("seed " + seed + " (-Dmachinami.seed=" + seed + " repeats this run)");
    Random random = new Random(seed);
    List<Severity> severities = List.of(Severity.VIOLATION, Severity.WARNING, Severity.INFO);
    Missing missing = new Missing();
    Map<Long, Severity> expected = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long number = random.nextInt(5_000);
      long key = TermHash.mix(17, number) & ~3L;
      Severity severity = severities.get((int) (number % 3));
      if (random.nextInt(3) > 0) {
        missing.add(key, severity, () -> violation(severity));
        expected.put(key, severity);
      } else {
        missing.remove(key, severity);
        expected.remove(key);
      }
    }
    for (Severity severity : severities) {
      long count = expected.values().stream().filter(severity::equals).count();
      assertEquals(count, missing.count(severity));
    }
    expected.forEach(missing::remove);
    assertTrue(missing.isEmpty());
    assertEquals(0, missing.listed().size());
  }

  @Test
  void add_moreThanCanBeHeld_stillCountsAll() {
    Missing missing = new Missing();
    int all = Missing.MOST + 1_000;
    for (int i = 0; i < all; i++) {
      missing.add(TermHash.mix(1, i), Severity.VIOLATION, () -> violation(Severity.VIOLATION));
    }
    assertEquals(all, missing.count(Severity.VIOLATION));
    assertFalse(missing.isEmpty());
    assertTrue(missing.listed().size() >= Verdict.LISTED);
    assertTrue(missing.listed().size() < 10 * Verdict.LISTED);
  }

  private static Violation violation(Severity severity) {
    return new ShapeText(
            "https://city.example/shape", severity, Optional.empty(), "書いてください。", "Write it.")
        .found(
            NodeFactory.createURI("https://city.example/id/x"),
            "x",
            Optional.empty(),
            Optional.of(Position.of("file")));
  }
}
