package org.machinami.loader.gtfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.LoadException;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.source.ReadRows;
import org.machinami.loader.source.SourceLimits;

class GtfsReadingTest {

  private static final String DAYS =
      "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n";

  private final Map<String, String> files =
      new LinkedHashMap<>(
          Map.of(
              "agency.txt", "agency_id,agency_name\n1,市営バス\n",
              "stops.txt",
                  "stop_id,stop_name,stop_lat,stop_lon\nS1,駅前, 35.6 ,139.7\nS2,本町,35,139\n",
              "routes.txt", "route_id,agency_id,route_type\nR,1,3\n",
              "trips.txt", "route_id,service_id,trip_id\nR,平日,T\n",
              "stop_times.txt",
                  """
                  trip_id,arrival_time,departure_time,stop_id,stop_sequence
                  T,25:10:00,25:11:00,S1,1
                  """,
              "calendar.txt", DAYS + "平日,1,1,1,1,1,0,0,20260427,20260510\n"));

  private byte[] zip(String folder, Charset charset) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(folder + file.getKey()));
        out.write(file.getValue().getBytes(charset));
      }
    }
    return bytes.toByteArray();
  }

  private static ReadRows read(byte[] feed, String table, String... references) throws IOException {
    GtfsReading reading =
        new GtfsReading(table, Optional.empty(), SourceLimits.DEFAULT, ArchiveLimits.DEFAULT);
    return ReadRows.of(reading, "feed.zip", feed, references);
  }

  private ReadRows read(String table, String... references) throws IOException {
    return read(zip("", StandardCharsets.UTF_8), table, references);
  }

  private String refused(String table) {
    return assertThrows(LoadException.class, () -> read(table, "x")).key();
  }

  @Test
  void read_table_hasItsRowsWithoutBlanksAndWithoutColumnsThatLack() throws IOException {
    ReadRows rows = read("stops", "stop_id", "stop_lat", "zone_id", "@row");
    assertEquals(List.of("S1|35.6||1", "S2|35||2"), rows.rows());
    assertEquals(List.of("zone_id"), rows.finding().unmatched());
    assertEquals("feed.zip!stops.txt", rows.finding().file());
  }

  @Test
  void read_feedInAFolderWithMarksAndInCp932_isRead() throws IOException {
    files.put("stops.txt", "\uFEFF" + files.get("stops.txt"));
    assertEquals(
        "S1", read(zip("gtfs/", StandardCharsets.UTF_8), "stops", "stop_id").rows().get(0));
    files.put("stops.txt", "stop_id,stop_name\nS1,青森駅前の停留所\n");
    assertEquals(
        "青森駅前の停留所",
        read(zip("", Charset.forName("windows-31j")), "stops", "stop_name").rows().get(0));
  }

  @Test
  void read_tableThatTheFeedLeavesOut_hasNoRows() throws IOException {
    assertEquals(0, read("frequencies", "trip_id").finding().rows());
    assertEquals(0, read("shape-lines", "shape_id").finding().rows());
  }

  @Test
  void read_translationsByText_areTheOldForm() throws IOException {
    files.put(
        "translations.txt",
        "trans_id,lang,translation\n駅前,ja-Hrkt,えきまえ\n駅前,en-US,Ekimae\n本町,en,Honcho\n");
    assertEquals(
        List.of("駅前|Ekimae||えきまえ", "本町|Honcho|Honcho|"),
        read("stops", "stop_name", "stop_name@en*", "stop_name@en", "stop_name@ja-Hrkt").rows());
  }

  @Test
  void read_translationsByRecordOrValue_areTheNewForm() throws IOException {
    files.put(
        "translations.txt",
        """
        table_name,field_name,language,translation,record_id,record_sub_id,field_value
        stops,stop_name,en,Station,S1,,
        stops,stop_name,en,Honcho,,,本町
        routes,stop_name,en,wrong,,,本町
        """);
    assertEquals(List.of("Station", "Honcho"), read("stops", "stop_name@en").rows());
  }

  @Test
  void read_serviceDays_areWeekdaysWithTheirExceptions() throws IOException {
    files.put(
        "calendar_dates.txt",
        "service_id,date,exception_type\n平日,20260429,2\n平日,20260502,1\n臨時,20260503,1\n");
    assertEquals(
        List.of(
            "平日|2026-04-27;2026-04-28;2026-04-30;2026-05-01;2026-05-02;2026-05-04;2026-05-05;"
                + "2026-05-06;2026-05-07;2026-05-08",
            "臨時|2026-05-03"),
        read("service-days", "service_id", "date").rows());
  }

  @ParameterizedTest
  @CsvSource({
    "'a,0,0,0,0,0,0,0,20260401,20260430', !row.gtfs-no-day a",
    "'a,1,1,1,1,1,1,1,20260401,20260331', !row.gtfs-period 2026-04-01 - 2026-03-31",
    "'a,1,1,1,1,1,1,1,20260401,20990331', !row.gtfs-period 2026-04-01 - 2099-03-31",
    "'a,1,1,1,1,1,1,1,2026-04-01,20260430', !row.gtfs-date 2026-04-01",
    "'a,1,1,1,1,1,1,1,20260231,20260430', !row.gtfs-date 20260231",
    "'a,1,1,1,1,1,1,1,,', !row.gtfs-date"
  })
  void read_calendarThatGivesNoDays_isABadRow(String row, String expected) throws IOException {
    files.put("calendar.txt", DAYS + row + "\n");
    assertEquals(List.of(expected), read("service-days", "service_id", "date").rows());
  }

  @Test
  void read_serviceThatStandsTwice_isABadRow() throws IOException {
    files.put(
        "calendar.txt",
        DAYS + "a,1,1,1,1,1,1,1,20260401,20260402\na,0,0,0,0,0,0,1,20260401,20260402\n");
    assertEquals(List.of("!row.gtfs-twice a"), read("service-days", "service_id").rows());
  }

  @Test
  void read_shapes_areLinesInTheOrderOfTheirNumbers() throws IOException {
    files.put(
        "shapes.txt",
        """
        shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence
        a,35.2,139.2,2
        b,35,139,1
        a,35.1,139.1,1
        b,36,140,2
        c,35,139,1
        d,x,139,1
        """);
    assertEquals(
        List.of(
            "a|LINESTRING(139.1 35.1, 139.2 35.2)|2",
            "b|LINESTRING(139 35, 140 36)|2",
            "!row.gtfs-short c",
            "!row.gtfs-point 6"),
        read("shape-lines", "shape_id", "geometry.wkt", "points").rows());
  }

  @Test
  void read_feedThatLacksTables_saysWhich() throws IOException {
    files.remove("calendar.txt");
    assertEquals("gtfs.no-calendar", refused("stops"));
    files.remove("stop_times.txt");
    files.remove("routes.txt");
    LoadException e = assertThrows(LoadException.class, () -> read("stops", "x"));
    assertEquals("gtfs.missing-file", e.key());
    assertTrue(e.getMessage().contains("routes.txt, stop_times.txt"), e.getMessage());
  }

  @Test
  void read_emptyTable_isRefused() {
    files.put("stops.txt", "");
    assertEquals("source.no-header", refused("stops"));
  }

  @Test
  void read_whatIsNoFeed_isRefused() throws IOException {
    assertEquals(
        "archive.no-zip",
        assertThrows(
                LoadException.class,
                () -> read("stop_id\n".getBytes(StandardCharsets.UTF_8), "stops", "x"))
            .key());
    byte[] whole = zip("", StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    assertEquals(
        "archive.broken", assertThrows(LoadException.class, () -> read(cut, "stops", "x")).key());
  }

  @Test
  void read_tableWithAMillionColumns_stops() {
    files.put("stops.txt", "c,".repeat(1_000_000) + "\n");
    assertEquals("source.columns", refused("stops"));
  }

  @Test
  void read_bomb_stops() {
    files.put("stops.txt", "stop_id\n" + "x\n".repeat(20 << 20));
    assertEquals("archive.ratio", refused("stops"));
  }

  @Test
  void table_unknown_isRefusedWithThoseThatAreKnown() {
    LoadException e = assertThrows(LoadException.class, () -> read("stop", "x"));
    assertEquals("gtfs.table", e.key());
    assertTrue(e.getMessage().contains("stop_times"), e.getMessage());
  }
}
