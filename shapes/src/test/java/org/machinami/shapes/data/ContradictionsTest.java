package org.machinami.shapes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Position;
import org.machinami.shapes.Severity;
import org.machinami.shapes.ShapeFiles;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/** Rows that say different things of one thing. Random cases print their seed. */
class ContradictionsTest {

  private static final String CITY = "https://machinami.org/vocab/city#";
  private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
  private static final String WKT = "http://www.opengis.net/ont/geosparql#asWKT";
  private static final String INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>";

  private static String library(int id, String label, int capacity) {
    return line(id, TYPE, "<" + CITY + "Library>")
        + line(id, LABEL, "\"" + label + "\"@ja")
        + line(id, LABEL, "\"Library\"@en")
        + line(id, CITY + "capacity", "\"" + capacity + "\"" + INTEGER);
  }

  private static String line(int id, String property, String value) {
    return "<https://city.example/id/library/" + id + "> <" + property + "> " + value + " .\n";
  }

  private static Verdict judge(List<String> rows) {
    RowJudge judge = DataShapes.bundled().judge(Policy.current());
    for (int i = 0; i < rows.size(); i++) {
      show(judge, rows.get(i));
      Position at = at(i + 1);
      judge.end(fault -> fault.at(at));
    }
    if (!judge.isConsistent()) {
      assertFalse(judge.isSound());
      judge.compare();
      for (int i = 0; i < rows.size(); i++) {
        show(judge, rows.get(i));
        Position at = at(i + 1);
        judge.endCompared(fault -> fault.at(at));
      }
    }
    return judge.verdict("https://city.example/datasets/d");
  }

  private static void show(RowJudge judge, String row) {
    row.lines()
        .forEach(
            line -> {
              byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
              judge.line(bytes, 0, bytes.length);
            });
  }

  private static Position at(long row) {
    return new Position("a.csv", OptionalLong.of(row), Optional.empty());
  }

  private static List<String> found(Verdict verdict) {
    return verdict.violations().stream()
        .filter(violation -> violation.shape().equals(ShapeFiles.NS + "RepeatedIds"))
        .map(ContradictionsTest::text)
        .toList();
  }

  private static String text(Violation found) {
    return found.position().orElseThrow().row().getAsLong()
        + " against "
        + found.against().orElseThrow().row().getAsLong()
        + ": "
        + found.focusLabel()
        + " "
        + found.path().orElseThrow()
        + " "
        + found.value().orElseThrow().getLiteralLexicalForm();
  }

  @Test
  void sameIdWithAnotherValue_isFoundWithBothPlaces() {
    Verdict verdict = judge(List.of(library(1, "中央", 5), library(2, "北", 5), library(1, "中央", 8)));
    assertEquals(List.of("3 against 1: 中央 city:capacity 8"), found(verdict));
    assertEquals(1, verdict.warningCount());
    assertEquals(Severity.WARNING, verdict.violations().get(0).severity());
  }

  @Test
  void sameIdWithAnotherName_isOneFindingARow() {
    assertEquals(
        List.of("2 against 1: 南 rdfs:label 南", "3 against 1: 西 rdfs:label 西"),
        found(judge(List.of(library(1, "中央", 5), library(1, "南", 6), library(1, "西", 7)))));
  }

  @Test
  void sameRowTwice_andRowsThatCompleteEachOther_areNoContradiction() {
    String japanese = line(1, TYPE, "<" + CITY + "Library>") + line(1, LABEL, "\"中央\"@ja");
    String english = line(1, TYPE, "<" + CITY + "Library>") + line(1, LABEL, "\"Central\"@en");
    String many = line(1, CITY + "paymentMethod", "\"現金\"");
    assertEquals(List.of(), found(judge(List.of(library(1, "中央", 5), library(1, "中央", 5)))));
    assertEquals(List.of(), found(judge(List.of(japanese + many, english))));
    assertEquals(
        List.of(),
        found(
            judge(
                List.of(
                    japanese + english + many, japanese + english + many.replace("現金", "カード")))));
  }

  @Test
  void anotherPlace_isFoundAtThePartThatIsTheGeometry() {
    String first = library(1, "中央", 5) + geometry("POINT(139.75 35.69)");
    String second = library(1, "中央", 5) + geometry("POINT(139.76 35.69)");
    Verdict verdict = judge(List.of(first, second));
    assertEquals(1, verdict.warningCount());
    assertEquals("geo:asWKT", verdict.violations().get(0).path().orElseThrow());
  }

  private static String geometry(String wkt) {
    String name = "<https://city.example/id/library/1#geometry>";
    return name
        + " <"
        + TYPE
        + "> <http://www.opengis.net/ont/geosparql#Geometry> .\n"
        + name
        + " <"
        + WKT
        + "> \""
        + wkt
        + "\"^^<http://www.opengis.net/ont/geosparql#wktLiteral> .\n";
  }

  @RepeatedTest(20)
  void randomRows_areFoundAsByHand() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    Map<Integer, Integer> first = new HashMap<>();
    Set<Integer> expected = new HashSet<>();
    int things = 1 + random.nextInt(3_000);
    for (int row = 1; row <= 2_000; row++) {
      int id = random.nextInt(things);
      int capacity = random.nextInt(20) == 0 ? 6 : 5;
      rows.add(library(id, "図書館" + id, capacity));
      if (!first.computeIfAbsent(id, key -> capacity).equals(capacity)) {
        expected.add(row);
      }
    }
    Set<Integer> found = new HashSet<>();
    judge(rows).violations().stream()
        .filter(violation -> violation.shape().endsWith("#RepeatedIds"))
        .forEach(one -> found.add((int) one.position().orElseThrow().row().getAsLong()));
    assertEquals(expected, found);
  }

  @Test
  void moreThanCanBeCompared_isSaid_andLessIsNot() {
    for (int things : List.of(100, Contradictions.MOST)) {
      List<String> rows = new ArrayList<>();
      for (int id = 0; id < things; id++) {
        rows.add(library(id, "図書館", 5));
        rows.add(library(id, "図書館", 6));
      }
      Verdict verdict = judge(rows);
      long said =
          verdict.violations().stream()
              .filter(found -> found.shape().equals(ShapeFiles.NS + "UncomparedIds"))
              .count();
      assertEquals(things < Contradictions.MOST ? 0 : 1, said, things + " things");
    }
  }

  @Test
  void moreThingsThanAreTold_isSaid_andThoseThatAreToldAreCompared() {
    RepeatedThings things = new RepeatedThings(100);
    for (int i = 0; i < 1_000; i++) {
      take(things, i, 5);
    }
    assertTrue(things.isFull());
    assertTrue(things.isEmpty());
    take(things, 50, 6);
    take(things, 500, 6);
    assertFalse(things.isEmpty());
    assertTrue(things.isSuspected(key(50)));
    assertFalse(things.isSuspected(key(500)));
  }

  private static void take(RepeatedThings things, int id, int value) {
    byte[] text =
        ("<https://city.example/id/x/" + id + ">\"" + value + "\"")
            .getBytes(StandardCharsets.UTF_8);
    int subject = new String(text, StandardCharsets.UTF_8).indexOf('>') + 1;
    things.fact(text, 0, subject, 3, subject, text.length);
    things.endRow();
  }

  private static long key(int id) {
    byte[] text = ("<https://city.example/id/x/" + id + ">").getBytes(StandardCharsets.UTF_8);
    return RepeatedThings.key(text, 0, text.length);
  }
}
