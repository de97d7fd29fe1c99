package org.machinami.recipes;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.recipes.ProposalMeasure.Score;

/**
 * How well columns are recognised, measured on all files that a mapping was written for by hand.
 * The floors are what was reached.
 */
class ProposalMeasureTest {
  private static final Path HOME = Path.of(System.getProperty("machinami.home"));
  private static final Path SHARED = Path.of(System.getProperty("machinami.shared"), "data");

  /** How many files the recipes read. */
  private static final int RECIPES = 19;

  @TempDir private Path scratch;

  @Test
  void samples_areProposedAsTheyWereMappedByHand() throws IOException {
    List<Score> scores =
        scores(ProposalMeasure.folders(HOME.resolve("samples/datasets"), folder -> folder));
    assertReached(scores, 220, 2, 30);
  }

  @Test
  void recipes_areProposedAsTheyWereMappedByHand() throws IOException {
    Path recipes = HOME.resolve("recipes");
    List<Score> scores =
        scores(
            ProposalMeasure.folders(
                recipes, folder -> SHARED.resolve(recipes.relativize(folder).getName(0))));
    assumeTrue(scores.size() == RECIPES, () -> "not all data are below " + SHARED);
    assertReached(scores, 119, 5, 15);
  }

  private List<Score> scores(Map<Path, Path> folders) throws IOException {
    ProposalMeasure measure = new ProposalMeasure(scratch);
    List<Score> scores = new ArrayList<>();
    for (Map.Entry<Path, Path> folder : folders.entrySet()) {
      if (Files.isDirectory(folder.getValue())) {
        scores.addAll(measure.of(folder.getKey(), folder.getValue()));
      }
    }
    return scores;
  }

  private static void assertReached(List<Score> scores, int right, int wrong, int classes) {
    List<String> table = ProposalMeasure.table(scores);
    table.forEach(System.out::println);
    int sumRight = scores.stream().mapToInt(Score::right).sum();
    int sumWrong = scores.stream().mapToInt(Score::wrong).sum();
    long sumClasses = scores.stream().filter(Score::sameClass).count();
    assertTrue(
        sumRight >= right && sumWrong <= wrong && sumClasses >= classes,
        () -> String.join("\n", table));
  }
}
