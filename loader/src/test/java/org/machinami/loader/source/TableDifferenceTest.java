package org.machinami.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What is removed and added makes one state of the other. Random cases print their seed. */
class TableDifferenceTest {
  private static final String HEAD = "a,b\n";

  @RepeatedTest(300)
  void of_anyEdits_makesOneOfTheOther() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> before = new ArrayList<>();
    for (int i = random.nextInt(3000); i > 0; i--) {
      before.add(row(random));
    }
    List<String> after = new ArrayList<>(before);
    for (int i = random.nextInt(1 + random.nextInt(200)); i > 0; i--) {
      int at = random.nextInt(after.size() + 1);
      switch (random.nextInt(4)) {
        case 0 -> after.add(at, row(random));
        case 1 -> after.addAll(at, List.of(row(random), row(random), row(random)));
        case 2 -> after.subList(at, Math.min(after.size(), at + random.nextInt(4))).clear();
        default -> {
          if (at < after.size()) {
            after.set(at, row(random));
          }
        }
      }
    }
    List<Long> always = new ArrayList<>();
    for (long row = 1; row <= before.size(); row++) {
      if (random.nextInt(300) == 0) {
        always.add(row);
      }
    }
    TableDifference found = difference(before, after, always, 1 << 20).orElseThrow();
    TreeMap<String, Integer> rows = new TreeMap<>();
    before.forEach(row -> rows.merge(row, 1, Integer::sum));
    lines(found.removed()).forEach(row -> rows.merge(row, -1, Integer::sum));
    lines(found.added()).forEach(row -> rows.merge(row, 1, Integer::sum));
    after.forEach(row -> rows.merge(row, -1, Integer::sum));
    rows.values().removeIf(count -> count == 0);
    assertTrue(rows.isEmpty(), () -> "seed " + seed + ": " + rows);
    assertEquals(after.size(), found.rows());
    assertNumbered(before, found.removed(), seed);
    assertNumbered(after, found.added(), seed);
    List<Long> removed = new ArrayList<>();
    for (int i = 1; i <= found.removed().count(); i++) {
      removed.add(found.removed().number(i));
    }
    assertTrue(removed.containsAll(always), () -> "seed " + seed);
  }

  private static void assertNumbered(List<String> table, ChangedRows rows, long seed)
      throws IOException {
    List<String> lines = lines(rows);
    for (int i = 0; i < lines.size(); i++) {
      int number = (int) rows.number(i + 1);
      assertEquals(table.get(number - 1), lines.get(i), () -> "seed " + seed);
    }
  }

  @Test
  void of_oneRowChanged_isThatRow() throws IOException {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      before.add(i + ",値 " + i);
    }
    List<String> after = new ArrayList<>(before);
    after.set(70_000, "x,y");
    TableDifference found = difference(before, after, List.of(), 100).orElseThrow();
    assertEquals(List.of("70000,値 70000"), lines(found.removed()));
    assertEquals(List.of("x,y"), lines(found.added()));
    assertEquals(70_001, found.added().number(1));
  }

  @Test
  void of_moreThanMayDiffer_isNothing() throws IOException {
    assertEquals(
        Optional.empty(), difference(List.of("1,2"), List.of("3,4", "5,6"), List.of(), 10));
  }

  @Test
  void of_anotherHeader_isNothing() throws IOException {
    assertEquals(
        Optional.empty(),
        TableDifference.of(stream("a,b\n1,2\n"), stream("a,c\n1,2\n"), ',', 0, List.of(), 100));
  }

  @Test
  void of_lastRowWithoutNewline_isTheSameRow() throws IOException {
    TableDifference found =
        TableDifference.of(stream("a\n1\n2\n"), stream("a\n1\n2"), ',', 0, List.of(), 100)
            .orElseThrow();
    assertEquals(0, found.removed().count() + found.added().count());
    assertEquals(2, found.rows());
  }

  private static Optional<TableDifference> difference(
      List<String> before, List<String> after, List<Long> always, int most) throws IOException {
    return TableDifference.of(
        stream(HEAD + String.join("\n", before)),
        stream(HEAD + String.join("\n", after)),
        ',',
        0,
        always,
        most);
  }

  /** Of few different rows, so that some are alike; none is blank at the end of the table. */
  private static String row(Random random) {
    return random.nextInt(20) == 0 ? "same,row" : random.nextInt(5000) + ",\"値\n2\"";
  }

  private static List<String> lines(ChangedRows rows) throws IOException {
    RecordReader reader = new RecordReader(rows.content(), ',');
    reader.head(0);
    List<String> lines = new ArrayList<>();
    for (RawRecord row = reader.read(); row != null; row = reader.read()) {
      lines.add(new String(row.content(), StandardCharsets.UTF_8));
    }
    return lines;
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
