package org.machinami.web.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.Shape;

/** What is written can be read, by somebody else, with its types. */
final class ParquetTableTest {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  @TempDir Path directory;

  /** The rows of a table of one column. */
  private static byte[] file(Shape.Table table, List<List<List<Node>>> rows, List<String> places)
      throws IOException {
    ParquetTyping typing = new ParquetTyping(table);
    for (List<List<Node>> row : rows) {
      typing.row("", row, places);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ParquetTable parquet = new ParquetTable(typing.fields(), Map.of("note", "注"), bytes)) {
      int number = 0;
      for (List<List<Node>> row : rows) {
        parquet.row("http://city.example/id/" + number++, row, places);
      }
    }
    return bytes.toByteArray();
  }

  private JsonNode read(byte[] file) throws IOException, InterruptedException {
    return Hyparquet.read(Files.write(directory.resolve("t.parquet"), file));
  }

  /** One column, a value a row. */
  private JsonNode column(Node... values) throws IOException, InterruptedException {
    List<List<List<Node>>> rows = new ArrayList<>();
    for (Node value : values) {
      rows.add(List.of(List.of(value)));
    }
    return read(file(table(column("value", Kind.TEXT, values)), rows, List.of()));
  }

  private static Shape.Table table(Column... columns) {
    return new Shape.Table("http://city.example/Class", "Class", 1, List.of(columns));
  }

  private static Column column(String key, Kind kind, Node... values) {
    TreeSet<String> languages = new TreeSet<>();
    boolean plain = false;
    for (Node value : values) {
      if (value.isLiteral() && !value.getLiteralLanguage().isEmpty()) {
        languages.add(value.getLiteralLanguage());
      } else {
        plain = true;
      }
    }
    return new Column(
        "http://city.example/" + key,
        key,
        kind,
        1,
        List.copyOf(languages),
        plain,
        false,
        "",
        List.of());
  }

  private static Node literal(String datatype, String lexical) {
    return NodeFactory.createLiteralDT(
        lexical, TypeMapper.getInstance().getSafeTypeByName(XSD + datatype));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "integer 1, integer -42, int 007; INT64; {`integer`:`1`}; {`integer`:`-42`};"
            + " {`integer`:`7`}",
        "integer 999999999999999999, long 1; INT64; {`integer`:`999999999999999999`};"
            + " {`integer`:`1`}; -",
        "integer 1234567890123456789, integer -1; DECIMAL 19 0; 1234567890123456800; -1; -",
        "decimal 1.50, integer 20; DECIMAL 4 2; 1.5; 20; -",
        "decimal 1234567890.5, decimal -1; DECIMAL 11 1; 1.2345678905E9; -1; -",
        "decimal -0.25, decimal .5, decimal 12.; DECIMAL 4 2; -0.25; 0.5; 12",
        "decimal 12345678901234567.25, decimal -1.5; DECIMAL 19 2; 12345678901234568; -1.5; -",
        "double 1.5E3, double INF, float NaN; DOUBLE; 1500; {`number`:`Infinity`};"
            + " {`number`:`NaN`}",
        "double 0.5, integer 3; DOUBLE; 0.5; 3; -",
        "double 0.5, integer 12345678901234567; STRING; `0.5`; `12345678901234567`; -",
        "boolean true, boolean 0; BOOLEAN; true; false; -",
        "date 2026-11-29, date 0001-01-01; DATE; {`time`:`2026-11-29T00:00:00.000Z`};"
            + " {`time`:`0001-01-01T00:00:00.000Z`}; -",
        "date 2026-11-29, date 2026-11-29Z; STRING; `2026-11-29`; `2026-11-29Z`; -",
        "dateTime 2026-07-01T00:00:00+09:00, dateTimeStamp 2026-07-01T01:02:03.25Z; TIMESTAMP"
            + " MICROS true; {`time`:`2026-06-30T15:00:00.000Z`};"
            + " {`time`:`2026-07-01T01:02:03.250Z`}; -",
        "dateTime 2026-07-01T00:00:00; TIMESTAMP MICROS false; {`time`:`2026-07-01T00:00:00.000Z`};"
            + " -; -",
        "dateTime 2026-07-01T00:00:00, dateTime 2026-07-01T00:00:00Z; STRING;"
            + " `2026-07-01T00:00:00`; `2026-07-01T00:00:00Z`; -",
        "dateTime 2026-07-01T00:00:00.1234567Z; STRING; `2026-07-01T00:00:00.1234567Z`; -; -",
        "gYear 2026, gYearMonth 2026-11; STRING; `2026`; `2026-11`; -",
        "integer 1, integer many; STRING; `1`; `many`; -",
        "decimal 1.5, decimal 1e3; STRING; `1.5`; `1e3`; -",
        "double 1d, double Infinity; STRING; `1d`; `Infinity`; -",
        "boolean yes; STRING; `yes`; -; -",
        "date 2026-02-30; STRING; `2026-02-30`; -; -",
        "integer 1, date 2026-11-29; STRING; `1`; `2026-11-29`; -",
      })
  void type_isTheNarrowestThatHoldsAll(
      String values, String type, String first, String second, String third) throws Exception {
    List<Node> nodes = new ArrayList<>();
    for (String value : values.split(", ", -1)) {
      nodes.add(literal(value.split(" ", -1)[0], value.split(" ", -1)[1]));
    }
    JsonNode read = column(nodes.toArray(Node[]::new));
    assertEquals(type, read.at("/types/value").asText());
    List<String> expected = List.of(first, second, third);
    for (int i = 0; i < nodes.size(); i++) {
      String got = read.at("/values/" + i + "/value").toString().replace('"', '`');
      assertEquals(expected.get(i), got.replaceAll("\\.0+$", ""), values);
    }
  }

  @Test
  void wideNumbers_areTwosComplement() {
    byte[] minusTwo = ParquetValues.wide(ParquetValues.unscaled("-0.02", 2));
    assertEquals(ParquetField.WIDE, minusTwo.length);
    assertEquals(-1, minusTwo[0]);
    assertEquals(-2, minusTwo[ParquetField.WIDE - 1]);
    assertThrows(ArithmeticException.class, () -> ParquetValues.unscaled("0.125", 2));
  }

  @Test
  void empty_isAFileWithColumns() throws Exception {
    JsonNode read =
        read(
            file(
                table(column("value", Kind.NUMBER, literal("integer", "1"))),
                List.of(),
                List.of()));
    assertEquals(0, read.get("rows").asInt());
    assertEquals("STRING", read.at("/types/value").asText(), "no value says more");
    assertEquals("注", read.at("/notes/note").asText());
  }

  @Test
  void onlyNulls_areNulls() throws Exception {
    Shape.Table table = table(column("value", Kind.TEXT, literal("string", "x")));
    JsonNode read = read(file(table, List.of(List.of(List.of()), List.of(List.of())), List.of()));
    assertEquals(2, read.get("rows").asInt());
    assertTrue(read.at("/values/1/value").isNull(), read.toString());
    assertEquals("http://city.example/id/1", read.at("/values/1/iri").asText());
  }

  @Test
  void severalValues_areAList_andLanguagesHaveColumns() throws Exception {
    Node ja = NodeFactory.createLiteralLang("駅", "ja");
    Node other = NodeFactory.createLiteralLang("停車場", "ja");
    Node en = NodeFactory.createLiteralLang("station", "en");
    Node plain = literal("string", "eki");
    Shape.Table table = table(column("label", Kind.TEXT, ja, en, plain));
    JsonNode read =
        read(
            file(
                table,
                List.of(List.of(List.of(ja, other, en)), List.of(List.of(plain))),
                List.of()));
    assertEquals("LIST STRING", read.at("/types/label_ja").asText());
    assertEquals("STRING", read.at("/types/label_en").asText());
    assertEquals("[\"駅\",\"停車場\"]", read.at("/values/0/label_ja").toString());
    assertEquals("station", read.at("/values/0/label_en").asText());
    assertTrue(read.at("/values/1/label_ja").isNull(), "no value is null, not an empty list");
    assertEquals("eki", read.at("/values/1/label").asText());
  }

  @Test
  void hostileNamesAndTexts_areOnlyNamesAndTexts() throws Exception {
    String text = "\u0000\"'=1+1\r\n</script>𠮷😀\u200f%00" + "長".repeat(100_000);
    Node value = literal("string", text);
    Node tagged = NodeFactory.createLiteralLang("x", "ja");
    List<String> keys =
        List.of("iri", "label", "label_ja", "list", "element", "a b", "a.b", "値`;--");
    List<Column> columns = new ArrayList<>();
    List<List<Node>> row = new ArrayList<>();
    for (String key : keys) {
      boolean label = key.equals("label");
      columns.add(column(key, Kind.TEXT, label ? tagged : value));
      row.add(List.of(label ? tagged : value));
    }
    JsonNode read = read(file(table(columns.toArray(Column[]::new)), List.of(row), List.of()));
    assertEquals(keys.size() + 1, read.get("types").size());
    assertEquals(text, read.at("/values/0/iri-2").asText());
    assertEquals("x", read.at("/values/0/label_ja").asText());
    assertEquals(text, read.at("/values/0/label_ja-2").asText());
    for (String key : List.of("list", "element", "a b", "a.b", "値`;--")) {
      assertEquals(text, read.get("values").get(0).get(key).asText(), key);
    }
  }

  @Test
  void places_areGeoParquet_whereNothingIsLost() throws Exception {
    Node geometry = NodeFactory.createURI("http://city.example/id/0#geometry");
    Shape.Table table = table(column("hasGeometry", Kind.PLACE, geometry));
    List<List<List<Node>>> rows = List.of(List.of(List.of(geometry)));
    JsonNode read = read(file(table, rows, List.of("POINT(139.5 35.25)")));
    assertEquals(
        "{\"version\":\"1.1.0\",\"primary_column\":\"hasGeometry\",\"columns\":"
            + "{\"hasGeometry\":{\"encoding\":\"WKB\",\"geometry_types\":[\"Point\"]}}}",
        read.at("/notes/geo").asText());
    assertEquals("[139.5,35.25]", read.at("/values/0/hasGeometry/coordinates").toString());

    JsonNode two = read(file(table, rows, List.of("POINT(1 2)", "LINESTRING(1 2, 3 4)")));
    assertEquals("GeometryCollection", two.at("/values/0/hasGeometry/type").asText());
    for (String lost :
        List.of(
            "POINT Z(1 2 3)",
            "POINT EMPTY",
            "no geometry",
            "<http://www.opengis.net/def/crs/EPSG/0/6668> POINT(35 139)")) {
      JsonNode text = read(file(table, rows, List.of(lost)));
      assertEquals(lost, text.at("/values/0/hasGeometry").asText());
      assertFalse(text.get("notes").has("geo"), lost);
    }
  }

  @Test
  void twice_isTheSameBytes() throws Exception {
    Node value = literal("dateTime", "2026-07-01T00:00:00Z");
    Shape.Table table = table(column("at", Kind.TIME, value), column("b", Kind.TIME, value));
    List<List<List<Node>>> rows = List.of(List.of(List.of(value), List.of(value)));
    assertArrayEquals(file(table, rows, List.of()), file(table, rows, List.of()));
  }
}
