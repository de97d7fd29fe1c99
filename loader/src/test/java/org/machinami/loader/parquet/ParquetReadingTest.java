package org.machinami.loader.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.LoadException;
import org.machinami.loader.source.ReadRows;
import org.machinami.loader.source.SourceLimits;

/** The files were written by DuckDB, another program, which also says what is in them. */
class ParquetReadingTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void copy() throws IOException {
    file = folder.resolve("a.parquet");
    use("types-snappy.parquet");
  }

  private void use(String name) throws IOException {
    Files.deleteIfExists(file);
    try (var in = ParquetReadingTest.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
  }

  private ReadRows read(String... references) throws IOException {
    return ReadRows.of(new ParquetReading(SourceLimits.DEFAULT), file, references);
  }

  private String refused() {
    return assertThrows(LoadException.class, () -> read("name")).key();
  }

  @Test
  void read_typesOfEachKind_areMeant() throws IOException {
    assertEquals(
        List.of(
            "港区立図書館|7|1234567890123|-1.50|0.25|true|2026-11-29|2026-11-29T01:02:03.250|"
                + "2026-11-28T16:02:03.250Z|a;b|x|9",
            "|||||||||||"),
        read(
                "name",
                "small",
                "large",
                "price",
                "share",
                "open",
                "day",
                "local",
                "moment",
                "tags",
                "inner.text",
                "inner.number")
            .rows());
  }

  @Test
  void read_packedInEachWay_isTheSame() throws IOException {
    List<String> rows = read("name", "price").rows();
    for (String codec : List.of("zstd", "gzip", "none")) {
      use("types-" + codec + ".parquet");
      assertEquals(rows, read("name", "price").rows(), codec);
    }
  }

  @Test
  void read_unknownCodec_isNamed() throws IOException {
    use("types-brotli.parquet");
    assertEquals("parquet.codec", refused());
  }

  @Test
  void read_geoParquet_hasGeometries() throws IOException {
    use("places.parquet");
    assertEquals(
        List.of("駅|POINT (139.767125 35.681236)|POINT"),
        List.of(
            read("name", "geometry.wkt", "geometry.type").rows().get(0).replace("Point", "POINT")));
  }

  @Test
  void read_severalRowGroups_giveAllRows() throws IOException {
    use("groups.parquet");
    List<String> rows = read("n", "@row").rows();
    assertEquals(5_000, rows.size());
    assertEquals("4999|5000", rows.get(4_999));
  }

  @Test
  void read_unmatchedReference_isFound() throws IOException {
    assertEquals(List.of("nothing"), read("name", "nothing").finding().unmatched());
  }

  @Test
  void read_cutOrOtherFile_isRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 97) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertTrue(refused().startsWith("parquet."));
    }
    Files.writeString(file, "name,number\n1,2\n");
    assertEquals("parquet.no-parquet", refused());
    byte[] lying = whole.clone();
    lying[lying.length - 5] = 0x7F;
    Files.write(file, lying);
    assertEquals("parquet.broken", refused());
  }

  @Test
  void geo_otherEncodingOrSystem_isRefused() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "{\"primary_column\":\"g\",\"columns\":{\"g\":{\"encoding\":\"point\"}}}",
                "parquet.geo",
                "{]",
                "parquet.geo",
                "{\"primary_column\":\"g\",\"columns\":{\"g\":{\"encoding\":\"WKB\",\"crs\":{\"id\":"
                    + "{\"authority\":\"EPSG\",\"code\":4301}}}}}",
                "source.crs")
            .entrySet()) {
      LoadException e = assertThrows(LoadException.class, () -> Places.of("a", wrong.getKey()));
      assertEquals(wrong.getValue(), e.key());
    }
  }
}
