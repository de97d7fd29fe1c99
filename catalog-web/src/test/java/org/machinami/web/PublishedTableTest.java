package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.Row;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;

/** The table and the CSVW metadata that we publish are read again as the values that they hold. */
final class PublishedTableTest {
  private static final String METADATA =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      <datasets/wards> a dcat:Dataset ; dct:title "特別区"@ja .
      """;
  private static final String DATA =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      <id/building/1> a city:Building ; rdfs:label "一号棟"@ja ;
        city:height 60.2 ; city:floodDepth 0.244 , 1.3 .
      <id/building/2> a city:Building ; rdfs:label "二号棟"@ja ; city:height 9.6 .
      """;

  @TempDir private Path directory;

  @Test
  void publishedTable_isReadByItsMetadata() throws Exception {
    try (PagesServer pages = new PagesServer(directory.resolve("data"))) {
      pages.commit("load", Map.of("graph/metadata/wards", METADATA, "graph/data/wards", DATA));
      for (String file : List.of("data.csv", "data.csv-metadata.json")) {
        Files.write(directory.resolve(file), pages.bytes("/datasets/wards/" + file).body());
      }
    }
    List<String> rows = new ArrayList<>();
    SourceFinding finding = read(rows, "iri", "label_ja", "height", "floodDepth");
    assertEquals(
        List.of(
            "http://city.example/id/building/1|一号棟|60.2|0.244;1.3",
            "http://city.example/id/building/2|二号棟|9.6|"),
        rows);
    assertEquals(List.of(), finding.unheeded());
  }

  private SourceFinding read(List<String> rows, String... references) throws Exception {
    Path table = directory.resolve("data.csv");
    try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(table))) {
      return new CsvReading(',', 0, Optional.of(StandardCharsets.UTF_8), SourceLimits.DEFAULT)
          .read(
              SourceContent.ofFile(table, "data.csv", in),
              List.of(references),
              0,
              row -> rows.add(text(row, references.length)),
              SourceInspector.NONE);
    }
  }

  private static String text(Row row, int slots) {
    if (!row.fault().isEmpty()) {
      return row.fault() + " " + row.faultDetail();
    }
    List<String> cells = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < row.count(slot); i++) {
        values.add(row.value(slot, i));
      }
      cells.add(String.join(";", values));
    }
    return String.join("|", cells);
  }
}
