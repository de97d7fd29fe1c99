package org.machinami.web.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;

/** Sorting, filtering and their bounds. */
final class SelectorTest {
  private static final String ROWS =
      """
      <id/a/1> a city:A ; rdfs:label "Ｓｈｉｂａ 公園"@ja ; city:v 10 ; city:at "2026-07-02T10:00:00"^^xsd:dateTime ;
        city:municipality <id/municipality/13101> .
      <id/a/2> a city:A ; rdfs:label "上野公園"@ja ; city:v 9 ; city:at "2026-08-01T00:00:00"^^xsd:dateTime ;
        city:municipality <id/municipality/13106> .
      <id/a/3> a city:A ; rdfs:label "代々木公園"@ja .
      <id/a/4> a city:A ; rdfs:label "木場公園"@ja ; city:v 100.5 ; city:at "2026-07-31T23:00:00"^^xsd:dateTime .
      <id/b/1> a city:B ; city:v 1 .
      """;

  @TempDir Path directory;
  private Cities cities;
  private Hash version;
  private Shape.Table table;

  @BeforeEach
  void open() {
    cities = new Cities(directory.resolve("data"));
    version = cities.write(ROWS);
    table = cities.tables.shapes().read(version).find("A").orElseThrow();
  }

  @AfterEach
  void close() {
    cities.close();
  }

  private List<String> select(Choice choice) {
    return cities.tables.selector().select(version, table, choice, Language.JA).rows().stream()
        .map(r -> r.block().subject().replace(Cities.BASE + "id/a/", ""))
        .toList();
  }

  private Optional<Column> column(String key) {
    return Optional.of(table.column(key).orElseThrow());
  }

  private static Choice sorted(Optional<Column> by, boolean descending) {
    return new Choice(by, descending, Optional.empty(), "", Optional.empty(), Optional.empty());
  }

  private static Choice words(Optional<Column> in, String words) {
    return new Choice(Optional.empty(), false, in, words, Optional.empty(), Optional.empty());
  }

  private static Optional<Choice.Bound> bound(String text, double number) {
    return Optional.of(new Choice.Bound(text, number));
  }

  @Test
  void numbers_sortAsNumbers_andWhatHasNoneStandsLast() {
    assertEquals(List.of("2", "1", "4", "3"), select(sorted(column("v"), false)));
    assertEquals(List.of("4", "1", "2", "3"), select(sorted(column("v"), true)));
  }

  @Test
  void times_sortAsTheyFollow() {
    assertEquals(List.of("1", "4", "2", "3"), select(sorted(column("at"), false)));
  }

  @Test
  void words_areFoundWhateverTheirWidthAndCase_andInNamesOfCodes() {
    assertEquals(List.of("1"), select(words(Optional.empty(), "shiba")));
    assertEquals(List.of("1"), select(words(Optional.empty(), "千代田")));
    assertEquals(List.of("2"), select(words(column("municipality"), "台東区")));
    assertEquals(List.of(), select(words(column("municipality"), "公園")));
  }

  @Test
  void ranges_takeInTheirEnds_andAllOfAMonth() {
    assertEquals(
        List.of("1", "2"),
        select(
            new Choice(Optional.empty(), false, column("v"), "", bound("9", 9), bound("10", 10))));
    assertEquals(
        List.of("1", "4"),
        select(
            new Choice(
                Optional.empty(),
                false,
                column("at"),
                "",
                bound("2026-07", Double.NaN),
                bound("2026-07", Double.NaN))));
  }

  @Test
  void range_needsAColumnWithOrder() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Choice(
                Optional.empty(),
                false,
                column("municipality"),
                "",
                bound("1", 1),
                Optional.empty()));
  }

  @Test
  void rows_areBounded_andTheBestAreKept() {
    String many =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "<id/a/" + i + "> a city:A ; city:v " + (i * 7919L % 3000) + " .")
            .collect(Collectors.joining("\n"));
    version = cities.write(many);
    table = cities.tables.shapes().read(version).find("A").orElseThrow();
    Selection selection =
        cities.tables.selector().select(version, table, sorted(column("v"), true), Language.JA);
    assertEquals(3_000, selection.matches());
    assertEquals(Selection.MOST_ROWS, selection.rows().size());
    RowCells cells = new RowCells();
    List<Double> values =
        selection.rows().stream()
            .map(r -> cells.number(r.block(), column("v").orElseThrow()))
            .toList();
    assertEquals(IntStream.range(0, 1_000).mapToObj(i -> (double) (2_999 - i)).toList(), values);
  }

  private void readTable(String turtle) {
    version = cities.write(turtle);
    table = cities.tables.shapes().read(version).find("A").orElseThrow();
  }

  @Test
  void thingsOfOtherData_areFoundAndSortedByTheirNames() {
    cities.publish(
        "stations",
        """
        <id/station/1> rdfs:label "秋葉原"@ja , "Akihabara"@en .
        <id/station/2> rdfs:label "目黒"@ja , "Meguro"@en .
        """);
    readTable(
        """
        <id/a/1> a city:A ; city:station <id/station/1> .
        <id/a/2> a city:A ; city:station <id/station/2> .
        <id/a/3> a city:A ; city:station <id/station/3> .
        """);
    assertEquals(List.of("1"), select(words(Optional.empty(), "秋葉")));
    assertEquals(List.of("2"), select(words(column("station"), "目黒")));
    assertEquals(List.of("3"), select(words(column("station"), "3")));
    assertEquals(List.of(), select(words(column("station"), "Meguro")));
    assertEquals(List.of("3", "2", "1"), select(sorted(column("station"), false)));
    assertEquals(List.of("1", "2", "3"), select(sorted(column("station"), true)));
  }

  @Test
  void names_thatComeLater_areFoundThen() {
    readTable("<id/a/1> a city:A ; city:station <id/station/1> .");
    assertEquals(List.of(), select(words(Optional.empty(), "秋葉原")));
    cities.publish("stations", "<id/station/1> rdfs:label \"秋葉原\"@ja .");
    assertEquals(List.of("1"), select(words(Optional.empty(), "秋葉原")));
  }

  private static String numbered(int count, String turtle) {
    return IntStream.range(0, count)
        .mapToObj(i -> turtle.replace("NUMBER", String.format("%05d", i)))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void things_areNamed_upToABound_andThenCalledByTheirAddress() {
    int last = CellNames.MOST_THINGS;
    cities.publish(
        "stations",
        """
        <id/station/07777> rdfs:label "目黒"@ja .
        <id/station/%05d> rdfs:label "秋葉原"@ja .
        """
            .formatted(last));
    readTable(numbered(last + 1, "<id/a/NUMBER> a city:A ; city:station <id/station/NUMBER> ."));
    assertEquals(List.of("07777"), select(words(column("station"), "目黒")));
    assertEquals(List.of(), select(words(column("station"), "秋葉原")));
    assertEquals(
        List.of(Integer.toString(last)), select(words(column("station"), Integer.toString(last))));
  }

  @Test
  void subjectWithManyStatements_isCut() {
    String many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "<id/a/1> city:other <id/b/" + i + "> .")
            .collect(Collectors.joining("\n"));
    version = cities.write("<id/a/1> a city:A ; city:v 1 .\n" + many);
    table = cities.tables.shapes().read(version).tables().get(0);
    Selection selection = cities.tables.selector().select(version, table, Choice.ALL, Language.JA);
    assertEquals(Blocks.MOST_LINES_OF_A_SUBJECT, selection.rows().get(0).block().lines());
  }
}
