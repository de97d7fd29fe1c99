package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.store.ledger.Hash;
import org.machinami.web.download.Hyparquet;

/** A table as Parquet has the values of its CSV, typed, and is announced like it. */
final class ParquetPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/vnd.apache.parquet";
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;
  private static final String METADATA =
      PREFIXES + "<datasets/power> a dcat:Dataset ; dct:title \"電力\"@ja , \"Power\"@en .";
  private static final String DATA =
      PREFIXES
          + """
          <id/power/1> a city:EnergyObservation ; city:observedAt "2026-07-01T00:00:00+09:00"^^xsd:dateTime ;
            city:electricityDemand 30463 ; city:population 12 ; city:note "=HYPERLINK(\\"http://x\\")" ;
            city:municipality <id/municipality/13101> , <id/municipality/13102> ; city:synthetic true .
          <id/power/2> a city:EnergyObservation ; city:observedAt "2026-07-01T01:00:00+09:00"^^xsd:dateTime ;
            city:electricityDemand 9000.5 ; city:note "髙い, \\"波\\" 𠮷" ; city:municipality <id/municipality/13102> .
          <id/power/3> a city:EnergyObservation ; dct:issued "2026-07-02"^^xsd:date ; city:electricityDemand -2 .
          <id/place/1> a city:Facility ; rdfs:label "変電所"@ja , "substation"@en ; geo:hasGeometry <id/place/1#geometry> .
          <id/place/1#geometry> geo:asWKT "POINT (139.5 35.25)"^^geo:wktLiteral .
          """;

  @TempDir static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    pages.commit("first", Map.of("graph/metadata/power", METADATA, "graph/data/power", DATA));
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static JsonNode read(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = pages.bytes(path);
    assertEquals(200, response.statusCode());
    return Hyparquet.read(Files.write(directory.resolve("read.parquet"), response.body()));
  }

  @ParameterizedTest
  @CsvSource({"EnergyObservation, 3", "Facility, 1"})
  void values_areThoseOfTheCsv(String table, int rows) throws Exception {
    JsonNode parquet = read("/datasets/power/data.parquet?class=" + table);
    String csv = pages.get("/datasets/power/data.csv?class=" + table).body();
    List<NamedCsvRecord> expected = CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    assertEquals(rows, expected.size());
    assertEquals(rows, parquet.get("values").size());
    for (int i = 0; i < rows; i++) {
      JsonNode got = parquet.get("values").get(i);
      Map<String, String> fields = expected.get(i).getFieldsAsMap();
      assertEquals(fields.size(), parquet.get("types").size());
      for (Map.Entry<String, String> field : fields.entrySet()) {
        String type = parquet.get("types").get(field.getKey()).asText();
        assertSame(field.getValue(), type, got.get(field.getKey()));
      }
    }
  }

  private static void assertSame(String csv, String type, JsonNode value) {
    if (csv.isEmpty()) {
      assertTrue(value.isNull(), value.toString());
      return;
    }
    switch (type.split(" ", -1)[0]) {
      case "INT64" -> assertEquals(Long.parseLong(csv), value.get("integer").asLong());
      case "DECIMAL" ->
          assertEquals(0, new BigDecimal(csv).compareTo(new BigDecimal(value.toString())), csv);
      case "BOOLEAN" -> assertEquals(csv, Boolean.toString(value.booleanValue()));
      case "DATE" -> assertEquals(csv + "T00:00:00.000Z", value.get("time").asText());
      case "TIMESTAMP" ->
          assertEquals(
              OffsetDateTime.parse(csv).toInstant(),
              OffsetDateTime.parse(value.get("time").asText()).toInstant());
      case "LIST" -> {
        String[] parts = csv.split(" \\| ", -1);
        assertEquals(parts.length, value.size());
        for (int i = 0; i < parts.length; i++) {
          assertSame(parts[i], type.substring("LIST ".length()), value.get(i));
        }
      }
      case "STRING" -> assertEquals(csv, value.asText());
      default -> {
        assertEquals("Point", value.get("type").asText(), type);
        assertEquals("POINT (139.5 35.25)", csv);
        assertEquals("[139.5,35.25]", value.get("coordinates").toString());
      }
    }
  }

  @Test
  void columns_haveTypes() throws Exception {
    JsonNode types = read("/datasets/power/data.parquet").get("types");
    assertEquals("TIMESTAMP MICROS true", types.get("observedAt").asText());
    assertEquals("DECIMAL 6 1", types.get("electricityDemand").asText());
    assertEquals("INT64", types.get("population").asText());
    assertEquals("BOOLEAN", types.get("synthetic").asText());
    assertEquals("DATE", types.get("issued").asText());
    assertEquals("LIST STRING", types.get("municipality").asText());
    assertEquals("STRING", types.get("iri").asText());
  }

  @Test
  void columns_areExplained() throws Exception {
    JsonNode notes = read("/datasets/power/data.parquet").get("notes");
    for (JsonNode column : JSON.readTree(notes.get("tableSchema").asText()).get("columns")) {
      if (column.get("name").asText().equals("electricityDemand")) {
        assertEquals(
            "https://machinami.org/vocab/city#electricityDemand",
            column.get("propertyUrl").asText());
        assertEquals("electricity demand", column.at("/titles/en").asText());
        assertTrue(column.at("/titles/ja").asText().contains("電力"), column.toString());
        assertTrue(column.get("unit").asText().endsWith("MegaW"), column.toString());
        return;
      }
    }
    throw new AssertionError(notes.toString());
  }

  @Test
  void sizeAndChecksum_areKnownBefore_andTheBytesStay() throws Exception {
    String path = "/datasets/power/data.parquet";
    HttpResponse<byte[]> file = pages.bytes(path);
    byte[] bytes = file.body();
    assertEquals(MEDIA_TYPE, file.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        Integer.toString(bytes.length), file.headers().firstValue("Content-Length").orElseThrow());
    assertEquals(
        "attachment; filename=\"power.parquet\"",
        file.headers().firstValue("Content-Disposition").orElseThrow());
    assertArrayEquals(bytes, pages.bytes("/en" + path).body(), "in every language the same");
    String sha256 = HexFormat.of().formatHex(Hash.of(bytes).bytes());
    String page = pages.get("/ja/datasets/power/downloads", "Accept", "text/html").body();
    assertTrue(page.contains(sha256) && page.contains("Parquet（分析用、型付き）"), page);
    assertTrue(
        pages
            .get("/en/datasets/power/downloads", "Accept", "text/html")
            .body()
            .contains("data.parquet?class=EnergyObservation"));
    assertEquals(
        304,
        pages
            .get(path, "If-None-Match", file.headers().firstValue("ETag").orElseThrow())
            .statusCode());
    String written = new String(bytes, StandardCharsets.ISO_8859_1);
    assertTrue(written.startsWith("PAR1") && written.endsWith("PAR1"), "by the format");
  }

  @ParameterizedTest
  @CsvSource({
    "/datasets/power/data.parquet?class=None, 400",
    "/datasets/none/data.parquet, 404",
    "/datasets/power/spreadsheet.parquet, 404",
  })
  void wrongRequests_areAnsweredLikeThoseForCsv(String path, int status) {
    HttpResponse<String> parquet = pages.get(path);
    HttpResponse<String> csv =
        pages.get(path.replace("parquet", "csv").replace("spreadsheet.csv", "no.csv"));
    assertEquals(status, parquet.statusCode());
    assertEquals(status, csv.statusCode());
    assertEquals(
        csv.headers().firstValue("Content-Type"), parquet.headers().firstValue("Content-Type"));
  }
}
