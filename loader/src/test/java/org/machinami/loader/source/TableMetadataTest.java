package org.machinami.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.LoadException;

class TableMetadataTest {

  private static final String COLUMNS =
      """
      "tableSchema": {"null": ["-", "不明"], "columns": [
        {"name": "name", "titles": {"ja": ["名称", "施設名"]}},
        {"name": "capacity", "titles": "収容人数",
         "datatype": {"base": "integer", "format": {"groupChar": ","}}},
        {"name": "opened", "titles": "開設日", "datatype": {"base": "date", "format": "yyyy/M/d"}},
        {"name": "free", "titles": "無料", "datatype": {"base": "boolean", "format": "○|×"}}]}
      """;

  @TempDir private Path folder;

  private Path table(String text, String metadata) throws IOException {
    Files.writeString(folder.resolve("a.csv-metadata.json"), metadata);
    return Files.writeString(folder.resolve("a.csv"), text);
  }

  private static ReadRows read(Path file, String... references) throws IOException {
    CsvReading reading = new CsvReading(',', 0, Optional.empty(), SourceLimits.DEFAULT);
    return ReadRows.of(reading, file, references);
  }

  @Test
  void read_describedTable_hasNamesNullsAndDatatypes() throws IOException {
    Path file =
        table(
            "施設名,収容人数,開設日,無料\n港,\"1,200\",2026/4/1,○\n北,不明,-,×\n-,3,,\n",
            "{\"url\": \"a.csv\", " + COLUMNS + "}");
    assertEquals(
        List.of("港|1200|2026-04-01|true", "北|||false", "|3||"),
        read(file, "name", "capacity", "opened", "free").rows());
  }

  @ParameterizedTest
  @CsvSource({
    "'港,x,,', !row.csvw integer: x",
    "'港,1.5,,', !row.csvw integer: 1.5",
    "'港,,2026/2/30,', !row.csvw date: 2026/2/30",
    "'港,,,はい', !row.csvw boolean: はい"
  })
  void read_valueOfAnotherDatatype_isABadRow(String row, String expected) throws IOException {
    Path file = table("名称,収容人数,開設日,無料\n" + row + "\n", "{\"url\": \"a.csv\", " + COLUMNS + "}");
    assertEquals(List.of(expected), read(file, "capacity", "opened", "free").rows());
  }

  @Test
  void read_dialect_saysDelimiterEncodingAndRowsAbove() throws IOException {
    String metadata =
        "{\"url\": \"a.csv\", \"dialect\": {\"delimiter\": \";\", \"encoding\": \"Shift_JIS\","
            + " \"skipRows\": 1}, \"tableSchema\": {\"columns\": [{\"name\": \"n\", \"titles\":"
            + " \"名\"}]}}";
    Path file = table("", metadata);
    Files.write(file, "一覧\n名;数\n①;2\n".getBytes(Charset.forName("windows-31j")));
    ReadRows rows = read(file, "n", "数");
    assertEquals(List.of("①|2"), rows.rows());
    assertEquals("windows-31j", rows.finding().encoding());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"header\": false}",
        "{\"headerRowCount\": 0}",
        "{\"header\": true, \"headerRowCount\": 0}",
        "{\"header\": false, \"skipRows\": 0, \"commentPrefix\": \"#\"}"
      })
  void read_tableWithoutHeader_hasTheColumnsOfTheSchema(String dialect) throws IOException {
    Path file =
        table(
            "港,\"1,200\",2026/4/1,○\n北,3,,×,extra\n",
            "{\"url\": \"a.csv\", \"dialect\": " + dialect + ", " + COLUMNS + "}");
    assertEquals(
        List.of("1|港|1200", "!row.ragged 5/4"), read(file, "@row", "施設名", "capacity").rows());
  }

  @Test
  void read_tableWithoutHeader_lacksWhatTheSchemaLacks() throws IOException {
    Path file = table("港,1\n", "{\"dialect\": {\"header\": false}, " + COLUMNS + "}");
    LoadException e = assertThrows(LoadException.class, () -> read(file, "住所"));
    assertEquals("source.missing-column", e.key());
  }

  @Test
  void read_dialect_saysQuotesAndComments() throws IOException {
    Path file =
        table(
            "# 2026\nn,m\n'1,5',\"x\"\n# seen\n2,''\n",
            "{\"dialect\": {\"quoteChar\": \"'\", \"commentPrefix\": \"#\"}}");
    ReadRows rows = read(file, "@row", "n", "m");
    assertEquals(List.of("1|1,5|\"x\"", "2|2|"), rows.rows());
    assertEquals(2, rows.finding().rows());
    assertEquals(List.of(), rows.finding().unheeded());
  }

  @Test
  void read_separator_partsTheValuesOfACell() throws IOException {
    Path file =
        table(
            "kinds,days\n洪水 | 地震,1;2;-\n,3\n津波,\n火災,x;1\n",
            "{\"tableSchema\": {\"null\": \"-\", \"columns\": [{\"name\": \"kinds\", \"separator\": \" | \"}, {\"name\": \"days\", \"separator\": \";\", \"datatype\": \"integer\"}]}}");
    assertEquals(
        List.of("洪水;地震|1;2", "|3", "津波|", "!row.csvw integer: x"),
        read(file, "kinds", "days").rows());
  }

  @ParameterizedTest
  @CsvSource({
    "'a,5,2026/4/1', a|5|2026-04-01",
    "'a,,', a|1|",
    "',5,', !row.csvw-required n",
    "'-,5,', !row.csvw-required n",
    "'a,-1,', '!row.csvw-bound -1, >= 0'",
    "'a,10,', '!row.csvw-bound 10, < 10'",
    "'a,9.9,', a|9.9|",
    "'a,5,2025/12/31', '!row.csvw-bound 2025/12/31, >= 2026-01-01'",
    "'a,5,2027/1/1', '!row.csvw-bound 2027/1/1, <= 2026-12-31'"
  })
  void read_column_saysDefaultRequiredAndBounds(String row, String expected) throws IOException {
    String columns =
        """
        {"tableSchema": {"null": "-", "columns": [
          {"name": "n", "required": true},
          {"name": "m", "default": "1",
           "datatype": {"base": "decimal", "minimum": 0, "maxExclusive": "10"}},
          {"name": "d", "datatype": {"base": "date", "format": "yyyy/M/d",
           "minInclusive": "2026-01-01", "maximum": "2026-12-31"}}]}}
        """;
    Path file = table("n,m,d\n" + row + "\n", columns);
    assertEquals(List.of(expected), read(file, "n", "m", "d").rows());
  }

  @Test
  void read_restOfTheDialect_isFoundUnheeded() throws IOException {
    Path file =
        table(
            "n\n1\n",
            "{\"dialect\": {\"doubleQuote\": false, \"quoteChar\": null, \"skipColumns\": 1,"
                + " \"headerRowCount\": 2, \"lineTerminators\": [\"|\"], \"commentPrefix\": \"//\", \"x\": 1}}");
    assertEquals(
        List.of(
            "a.csv-metadata.json: doubleQuote=false",
            "a.csv-metadata.json: quoteChar=null",
            "a.csv-metadata.json: skipColumns=1",
            "a.csv-metadata.json: headerRowCount=2",
            "a.csv-metadata.json: lineTerminators=[\"|\"]",
            "a.csv-metadata.json: commentPrefix=\"//\"",
            "a.csv-metadata.json: x=1"),
        read(file, "n").finding().unheeded());
  }

  @Test
  void read_usualDialect_isHeededWhole() throws IOException {
    Path file =
        table(
            "n\n1\n",
            "{\"dialect\": {\"@type\": \"Dialect\", \"encoding\": \"utf-8\", \"delimiter\": \",\","
                + " \"header\": true, \"headerRowCount\": 1, \"doubleQuote\": true, \"quoteChar\":"
                + " \"\\\"\", \"commentPrefix\": null, \"lineTerminators\": [\"\\r\\n\", \"\\n\"],"
                + " \"skipBlankRows\": false, \"skipColumns\": 0, \"trim\": true}}");
    assertEquals(List.of(), read(file, "n").finding().unheeded());
  }

  @Test
  void read_groupOfTables_holdsTheOneOfThatName() throws IOException {
    Files.writeString(
        folder.resolve("csv-metadata.json"),
        "{\"tables\": [{\"url\": \"b.csv\", \"tableSchema\": {\"null\": \"1\"}}, {\"url\":"
            + " \"a.csv\", "
            + COLUMNS
            + "}]}");
    Path file = Files.writeString(folder.resolve("a.csv"), "名称\n港\n不明\n");
    assertEquals(List.of("港", ""), read(file, "name").rows());
    Path other = Files.writeString(folder.resolve("c.csv"), "名称\n不明\n");
    assertEquals(List.of("不明"), read(other, "名称").rows());
  }

  @Test
  void read_missingColumn_isStillMissing() throws IOException {
    Path file = table("名称\n港\n", "{\"url\": \"a.csv\", " + COLUMNS + "}");
    LoadException e = assertThrows(LoadException.class, () -> read(file, "capacity"));
    assertEquals("source.missing-column", e.key());
  }

  @ParameterizedTest
  @CsvSource({
    "{], csvw.broken",
    "'{\"dialect\":{\"encoding\":\"x-y-z\"}}', csvw.broken",
    "'{\"dialect\":{\"delimiter\":\"ab\"}}', csvw.broken",
    "'{\"dialect\":{\"delimiter\":\";\",\"quoteChar\":\";\"}}', csvw.broken",
    "'{\"dialect\":{\"header\":false}}', csvw.no-names",
    "'{\"tableSchema\":{\"columns\":[{\"datatype\":{\"base\":\"int\",\"minimum\":\"a\"}}]}}', csvw.broken"
  })
  void read_wrongMetadata_areNamed(String metadata, String key) throws IOException {
    Path file = table("名称\n港\n", metadata);
    assertEquals(key, assertThrows(LoadException.class, () -> read(file, "名称")).key());
  }
}
