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
    "'{\"dialect\":{\"delimiter\":\"ab\"}}', csvw.broken"
  })
  void read_wrongMetadata_areNamed(String metadata, String key) throws IOException {
    Path file = table("名称\n港\n", metadata);
    assertEquals(key, assertThrows(LoadException.class, () -> read(file, "名称")).key());
  }
}
