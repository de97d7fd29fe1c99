package org.machinami.web.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tables and columns a graph has. */
final class ShapeReaderTest {
  @TempDir Path directory;
  private Cities cities;

  @BeforeEach
  void open() {
    cities = new Cities(directory.resolve("data"));
  }

  @AfterEach
  void close() {
    cities.close();
  }

  private Shape shape(String turtle) {
    return cities.tables.shapes().read(cities.write(turtle));
  }

  @Test
  void kinds_comeFromDatatypes_andPartsAreNoRows() {
    Shape shape =
        shape(
            """
            <id/building/1> a city:Building ; city:height 30.5 ; city:observedOn "2026-01-02"^^xsd:date ;
              city:buildingUse "住宅"@ja ; city:municipality <id/municipality/13101> ;
              city:synthetic true ; geo:hasGeometry <id/building/1#geometry> .
            <id/building/1#geometry> a geo:Geometry ; geo:asWKT "POINT(139 35)"^^geo:wktLiteral .
            """);
    assertEquals(1, shape.tables().size());
    Shape.Table table = shape.tables().get(0);
    assertEquals("Building", table.key());
    assertEquals(1, table.rows());
    assertEquals(
        "observedOn=TIME municipality=THING height=NUMBER buildingUse=TEXT synthetic=BOOLEAN"
            + " hasGeometry=PLACE",
        table.columns().stream()
            .map(c -> c.key() + "=" + c.kind())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void numbersAndText_inOneColumn_areText() {
    Shape shape =
        shape("<id/a/1> a city:A ; city:v 1 . <id/a/2> a city:A ; city:v \"about two\" .");
    assertEquals(Kind.TEXT, shape.tables().get(0).column("v").orElseThrow().kind());
  }

  @Test
  void classes_areTables_theLargestFirst_andThingsWithoutOneToo() {
    Shape shape =
        shape(
            """
            <id/b/1> a city:B . <id/a/1> a city:A . <id/a/2> a city:A . <id/c/1> rdfs:label "c" .
            """);
    assertEquals(
        List.of("A 2", "untyped 1", "B 1"),
        shape.tables().stream().map(t -> t.key() + " " + t.rows()).toList());
  }

  @Test
  void sameEndsOfIris_getKeysOfTheirOwn() {
    Shape.Table table =
        shape("<id/a/1> a city:A ; <http://one.example/v> 1 ; <http://two.example/v> 2 .")
            .tables()
            .get(0);
    assertEquals(List.of("v", "v-2"), table.columns().stream().map(Column::key).sorted().toList());
  }

  @Test
  void columnOfOneValueInEveryRow_isConstant() {
    Shape.Table table =
        shape("<id/a/1> a city:A ; city:v 1 ; city:w 1 . <id/a/2> a city:A ; city:v 1 .")
            .tables()
            .get(0);
    assertTrue(table.isConstant(table.column("v").orElseThrow()));
    assertFalse(table.isConstant(table.column("w").orElseThrow()));
  }

  @Test
  void languages_areKept() {
    Column column =
        shape("<id/a/1> a city:A ; city:v \"x\"@ja , \"y\"@en , \"z\" .")
            .tables()
            .get(0)
            .column("v")
            .orElseThrow();
    assertEquals(List.of("en", "ja"), column.languages());
    assertTrue(column.hasPlain());
  }

  @Test
  void head_readsNoFurther_andSaysSo() {
    String turtle =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "<id/a/" + i + "> a city:A ; city:v " + i + " .")
            .collect(Collectors.joining("\n"));
    Shape head = cities.tables.shapes().head(cities.write(turtle), 101);
    assertFalse(head.whole());
    assertEquals(50, head.tables().get(0).rows());
    assertTrue(shape(turtle).whole());
  }

  @Test
  void emptyGraph_hasNoTable() {
    assertEquals(List.of(), shape("").tables());
  }
}
