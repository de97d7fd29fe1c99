package org.machinami.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.machinami.loader.LoadException;

class GeoJsonLinesTest {

  private static final String FEATURE =
      "{\"type\":\"Feature\",\"properties\":{\"名称\":\"%s\"},"
          + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[139.7,35.6]}}";

  private static ReadRows read(byte[] bytes) throws IOException {
    return ReadRows.of(
        new GeoJsonLines(Optional.empty(), SourceLimits.DEFAULT),
        "a.ndgeojson",
        bytes,
        "名称",
        "geometry.wkt",
        "@row");
  }

  private static ReadRows read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void read_lines_areFeatures() throws IOException {
    assertEquals(
        List.of("港|POINT(139.7 35.6)|1", "駅|POINT(139.7 35.6)|2"),
        read(FEATURE.formatted("港") + "\n\r\n" + FEATURE.formatted("駅")).rows());
  }

  @Test
  void read_recordSeparators_partFeatures() throws IOException {
    assertEquals(
        2,
        read("\u001E" + FEATURE.formatted("港") + "\n\u001E" + FEATURE.formatted("駅") + "\n")
            .rows()
            .size());
  }

  @Test
  void read_brokenLines_areBadRowsAndKeepNoOtherFromBeingRead() throws IOException {
    List<String> rows =
        read(FEATURE.formatted("港")
                + "\n{\"type\":\"Feat\n[1]\n{\"type\":\"Point\"}\n"
                + FEATURE.formatted("駅")
                + "\n{\"type\":\"Feature\",\"prop")
            .rows();
    assertEquals(6, rows.size());
    assertEquals("港|POINT(139.7 35.6)|1", rows.get(0));
    assertEquals("!row.json", rows.get(1).substring(0, 9));
    assertEquals("!row.no-feature", rows.get(2));
    assertEquals("!row.no-feature Point", rows.get(3));
    assertEquals("駅|POINT(139.7 35.6)|5", rows.get(4));
    assertEquals("!row.json", rows.get(5).substring(0, 9));
  }

  @Test
  void read_cp932_isFound() throws IOException {
    ReadRows rows =
        read(
            (FEATURE.formatted("東京都庁の展望室") + "\n" + FEATURE.formatted("港区立図書館"))
                .getBytes(Charset.forName("windows-31j")));
    assertEquals("windows-31j", rows.finding().encoding());
    assertEquals("東京都庁の展望室|POINT(139.7 35.6)|1", rows.rows().get(0));
  }

  @Test
  void read_nothing_isSaid() {
    assertEquals("source.json-empty", assertThrows(LoadException.class, () -> read("\n \n")).key());
  }

  @Test
  void read_oneLineWithoutEnd_stops() {
    SourceLimits limits = new SourceLimits(100, 1_000, 10, 10, 1_000);
    LoadException e =
        assertThrows(
            LoadException.class,
            () ->
                ReadRows.of(
                    new GeoJsonLines(Optional.empty(), limits), "a", new byte[100_000], "x"));
    assertEquals("source.row-length", e.key());
  }
}
