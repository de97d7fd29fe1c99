package org.machinami.loader.shapefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.machinami.loader.LoadException;
import org.machinami.loader.Shared;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.coordinates.ReferenceSystem;
import org.machinami.loader.shapefile.ShapefileWriter.Column;
import org.machinami.loader.source.ReadRows;
import org.machinami.loader.source.SourceLimits;

class ShapefileReadingTest {

  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final int NO_MARK = 0;
  private static final int JAPANESE = 0x13;
  private static final double[] OUTER = {139, 35, 139, 36, 140, 36, 140, 35, 139, 35};
  private static final double[] HOLE = {139.2, 35.2, 139.4, 35.2, 139.4, 35.4, 139.2, 35.2};
  private static final String JGD =
      "GEOGCS[\"GCS_JGD_2011\",DATUM[\"D_JGD_2011\",SPHEROID[\"GRS_1980\",6378137,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]";
  private static final String ZONE_9 =
      "PROJCS[\"JGD_2011_Japan_Zone_9\","
          + JGD
          + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",0],"
          + "PARAMETER[\"False_Northing\",0],PARAMETER[\"Central_Meridian\",139.8333333333333],"
          + "PARAMETER[\"Scale_Factor\",0.9999],PARAMETER[\"Latitude_Of_Origin\",36],UNIT[\"Meter\",1]]";

  @TempDir private Path folder;

  private static ShapefileReading reading() {
    return new ShapefileReading(
        Optional.empty(), Optional.empty(), SourceLimits.DEFAULT, ArchiveLimits.DEFAULT);
  }

  private static ShapefileWriter names(Charset charset, int mark) {
    return new ShapefileWriter(
        charset, mark, new Column("名称", 'C', 30, 0), new Column("NUM", 'N', 8, 2));
  }

  private static Map<String, String> named(String name) {
    return Map.of("名称", name, "NUM", "12.50");
  }

  private static String only(ReadRows rows) {
    assertEquals(1, rows.rows().size());
    return rows.rows().get(0);
  }

  private LoadException refused(Path file) {
    return assertThrows(LoadException.class, () -> ReadRows.of(reading(), file, "名称"));
  }

  @Test
  void read_tableInCp932_isReadByItsMark() throws IOException {
    Path shp = names(CP932, JAPANESE).point(139.7, 35.6, named("表参道")).write(folder, "a", JGD, "");
    ReadRows rows = ReadRows.of(reading(), shp, "名称", "NUM", "geometry.wkt", "id", "@row");
    assertEquals("表参道|12.50|POINT(139.7 35.6)|1|1", only(rows));
    assertEquals("windows-31j", rows.finding().encoding());
  }

  @Test
  void read_tableWithoutMark_isReadByItsBytes() throws IOException {
    Path shp =
        names(CP932, NO_MARK).point(139.7, 35.6, named("千代田区役所")).write(folder, "a", JGD, "");
    assertEquals("千代田区役所", only(ReadRows.of(reading(), shp, "名称")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "utf8", "65001", " UTF-8\r\n"})
  void read_codePage_goesBeforeTheMark(String cpg) throws IOException {
    Path shp =
        names(StandardCharsets.UTF_8, JAPANESE)
            .point(139.7, 35.6, named("表"))
            .write(folder, "a", JGD, cpg);
    assertEquals("表", only(ReadRows.of(reading(), shp, "名称")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHIFT_JIS", "932", "ANSI 932", "OEM 932", "CP932", "sjis"})
  void read_codePageOfJapan_inAnyManner(String cpg) throws IOException {
    Path shp = names(CP932, NO_MARK).point(139.7, 35.6, named("①")).write(folder, "a", JGD, cpg);
    assertEquals("①", only(ReadRows.of(reading(), shp, "名称")));
  }

  @Test
  void read_planeCoordinates_areSetInDegrees() throws IOException {
    Path shp =
        names(CP932, JAPANESE)
            .point(22916.2436, 11543.6883, named("つくば"))
            .write(folder, "a", ZONE_9, "");
    assertEquals(
        "POINT(140.087855042 36.103774791)", only(ReadRows.of(reading(), shp, "geometry.wkt")));
  }

  @Test
  void read_planeCoordinatesWithoutSystem_askForIt() throws IOException {
    Path shp =
        names(CP932, JAPANESE).point(22916.2436, 11543.6883, named("x")).write(folder, "a", "", "");
    LoadException e = refused(shp);
    assertEquals("shapefile.no-system", e.key());
    assertTrue(e.getMessage().contains("a.prj"), e.getMessage());
    ShapefileReading declared =
        new ShapefileReading(
            Optional.empty(),
            ReferenceSystem.find("EPSG:6677"),
            SourceLimits.DEFAULT,
            ArchiveLimits.DEFAULT);
    assertEquals(
        "POINT(140.087855042 36.103774791)", only(ReadRows.of(declared, shp, "geometry.wkt")));
  }

  @Test
  void read_degreesWithoutSystem_areTaken() throws IOException {
    Path shp = names(CP932, JAPANESE).point(139.7, 35.6, named("x")).write(folder, "a", "", "");
    assertEquals("POINT(139.7 35.6)", only(ReadRows.of(reading(), shp, "geometry.wkt")));
  }

  @Test
  void read_unknownSystem_isNamed() throws IOException {
    Path shp =
        names(CP932, JAPANESE)
            .point(1, 1, named("x"))
            .write(folder, "a", ZONE_9.replace("JGD_2011", "Tokyo"), "");
    LoadException e = refused(shp);
    assertEquals("shapefile.system", e.key());
    assertTrue(e.getMessage().contains("Tokyo_Japan_Zone_9"), e.getMessage());
  }

  @Test
  void read_rings_areOutlinesAndHoles() throws IOException {
    double[] island = {139.25, 35.22, 139.25, 35.25, 139.3, 35.25, 139.25, 35.22};
    double[] apart = {141, 35, 141, 36, 142, 36, 141, 35};
    Path shp =
        names(CP932, JAPANESE)
            .parts(5, ShapefileWriter.rings(HOLE, OUTER, apart, island), named("x"))
            .write(folder, "a", JGD, "");
    assertEquals(
        "MULTIPOLYGON(((139 35, 139 36, 140 36, 140 35, 139 35),"
            + " (139.2 35.2, 139.4 35.2, 139.4 35.4, 139.2 35.2)),"
            + " ((141 35, 141 36, 142 36, 141 35)),"
            + " ((139.25 35.22, 139.25 35.25, 139.3 35.25, 139.25 35.22)))",
        only(ReadRows.of(reading(), shp, "geometry.wkt")));
  }

  @Test
  void read_outlinesAgainstTheClock_areOutlinesAllTheSame() throws IOException {
    Path shp =
        names(CP932, JAPANESE)
            .parts(5, ShapefileWriter.rings(ShapefileWriter.reversed(OUTER)), named("x"))
            .write(folder, "a", JGD, "");
    assertTrue(only(ReadRows.of(reading(), shp, "geometry.wkt")).startsWith("POLYGON(("));
  }

  @Test
  void read_lines_empty_andSelfCrossing_comeThrough() throws IOException {
    double[] bow = {139, 35, 140, 36, 140, 35, 139, 36, 139, 35};
    Path shp =
        names(CP932, JAPANESE)
            .parts(3, ShapefileWriter.rings(new double[] {139, 35, 140, 36}), named("線"))
            .empty(named("空"))
            .parts(5, ShapefileWriter.rings(bow), named("蝶"))
            .write(folder, "a", JGD, "");
    assertEquals(
        List.of(
            "線|LINESTRING(139 35, 140 36)",
            "空|",
            "蝶|POLYGON((139 35, 140 36, 140 35, 139 36, 139 35))"),
        ReadRows.of(reading(), shp, "名称", "geometry.wkt").rows());
  }

  @Test
  void read_brokenShapes_areBadRows() throws IOException {
    double[] open = {139, 35, 140, 36, 140, 35, 139, 36};
    ByteBuffer lying = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    lying.putInt(0, 5).putInt(36, 2_000_000_000).putInt(40, 2_000_000_000);
    ByteBuffer patch = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 31);
    Path shp =
        names(CP932, JAPANESE)
            .parts(5, ShapefileWriter.rings(open), named("a"))
            .record(lying, named("b"))
            .record(patch, named("c"))
            .point(Double.NaN, 35, named("d"))
            .point(139, 35, named("e"))
            .write(folder, "a", JGD, "");
    assertEquals(
        List.of(
            "!row.shape-ring",
            "!row.shape-broken",
            "!row.shape-type",
            "!row.shape-place",
            "POINT(139 35)"),
        ReadRows.of(reading(), shp, "geometry.wkt").rows());
  }

  @Test
  void read_valuesOfTheTable_areMeant() throws IOException {
    ShapefileWriter writer =
        new ShapefileWriter(
            CP932,
            JAPANESE,
            new Column("DAY", 'D', 8, 0),
            new Column("YES", 'L', 1, 0),
            new Column("BIG", 'N', 10, 0),
            new Column("BAD", 'N', 5, 0),
            new Column("十文字を超える列名", 'C', 4, 0));
    Path shp =
        writer
            .point(
                139, 35, Map.of("DAY", "20260401", "YES", "T", "BIG", "0012345678", "BAD", "*****"))
            .write(folder, "a", JGD, "");
    assertEquals(
        "2026-04-01|true|12345678|", only(ReadRows.of(reading(), shp, "DAY", "YES", "BIG", "BAD")));
    assertEquals(List.of("十文字を超"), ReadRows.of(reading(), shp, "十文字を超").finding().unmatched());
  }

  @Test
  void read_zip_holdsTheFilesInAFolderAndCapitals() throws IOException {
    names(CP932, JAPANESE).point(139, 35, named("東")).write(folder, "a", JGD, "");
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String ending : List.of("shp", "dbf", "prj")) {
        out.putNextEntry(new ZipEntry("N03/A." + ending.toUpperCase(java.util.Locale.ROOT)));
        Files.copy(folder.resolve("a." + ending), out);
      }
    }
    ReadRows rows = ReadRows.of(reading(), zip, "名称", "geometry.wkt");
    assertEquals("東|POINT(139 35)", only(rows));
    assertEquals("a.zip!N03/A.SHP", rows.finding().file());
  }

  @Test
  void read_zipWithNoneOrSeveral_isRefused() throws IOException {
    Path zip = folder.resolve("a.zip");
    for (String[] names : new String[][] {{"readme.txt"}, {"a.shp", "b.shp"}}) {
      try (OutputStream file = Files.newOutputStream(zip);
          ZipOutputStream out = new ZipOutputStream(file)) {
        for (String name : names) {
          out.putNextEntry(new ZipEntry(name));
          out.write(1);
        }
      }
      assertEquals(names.length == 1 ? "shapefile.none" : "shapefile.several", refused(zip).key());
    }
  }

  @Test
  void read_companionsThatLackOrDoNotFit_areNamed() throws IOException {
    Path shp = names(CP932, JAPANESE).point(139, 35, named("x")).write(folder, "a", JGD, "");
    Files.write(
        folder.resolve("a.dbf"),
        names(CP932, JAPANESE).point(1, 1, named("x")).point(1, 1, named("y")).dbf());
    assertEquals("shapefile.counts", refused(shp).key());
    Files.delete(folder.resolve("a.dbf"));
    LoadException e = refused(shp);
    assertEquals("shapefile.no-table", e.key());
    assertTrue(e.getMessage().contains("a.dbf"), e.getMessage());
    Files.writeString(folder.resolve("a.dbf"), "name,number\nx,1\n".repeat(100));
    assertTrue(refused(shp).key().startsWith("shapefile."), refused(shp).key());
  }

  @Test
  void read_cutAnywhere_isRefused() throws IOException {
    Path shp =
        names(CP932, JAPANESE)
            .parts(5, ShapefileWriter.rings(OUTER), named("x"))
            .parts(5, ShapefileWriter.rings(OUTER), named("y"))
            .write(folder, "a", JGD, "");
    byte[] whole = Files.readAllBytes(shp);
    byte[] table = Files.readAllBytes(folder.resolve("a.dbf"));
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(shp, Arrays.copyOf(whole, length));
      assertTrue(List.of("shapefile.cut", "shapefile.no-shapefile").contains(refused(shp).key()));
    }
    Files.write(shp, whole);
    for (int length = 0; length < table.length - 1; length += 5) {
      Files.write(folder.resolve("a.dbf"), Arrays.copyOf(table, length));
      assertTrue(List.of("shapefile.cut", "shapefile.table").contains(refused(shp).key()));
    }
  }

  @Test
  void read_anotherFormat_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.shp"), "{\"type\":\"FeatureCollection\"}");
    assertEquals("shapefile.no-shapefile", refused(file).key());
  }

  /** Written by Mapshaper, from polygons with a hole and of two parts. */
  @Test
  void read_fileOfAnotherProgram_saysWhatWasWritten() throws IOException {
    for (String ending : List.of("shp", "dbf", "prj", "cpg")) {
      try (var in = ShapefileReadingTest.class.getResourceAsStream("a." + ending)) {
        Files.copy(in, folder.resolve("a." + ending));
      }
    }
    ReadRows rows = ReadRows.of(reading(), folder.resolve("a.shp"), "名称", "数", "geometry.wkt");
    assertEquals(
        List.of(
            "図書館|1.0|POLYGON((139 35, 140 36, 140 35, 139 35))",
            "公園|2.5|MULTIPOLYGON(((139 35, 140 36, 140 35, 139 35),"
                + " (139.5 35.2, 139.6 35.3, 139.5 35.3, 139.5 35.2)),"
                + " ((141 35, 142 36, 142 35, 141 35)))"),
        rows.rows());
    assertEquals("windows-31j", rows.finding().encoding());
  }

  /** The boundaries of Tokyo as a shapefile in plane coordinates say what the GeoJSON says. */
  @Test
  void read_boundariesOfTokyo_agreeWithTheirGeoJson() throws IOException, ParseException {
    Path data = Shared.require("data").resolve("tokyo-wards-n03");
    Path json;
    try (Stream<Path> files = Files.list(data)) {
      json = files.filter(file -> file.toString().endsWith(".geojson")).findFirst().orElseThrow();
    }
    JsonNode features = new ObjectMapper().readTree(json.toFile()).path("features");
    ShapefileWriter writer =
        new ShapefileWriter(
            CP932, JAPANESE, new Column("N03_004", 'C', 40, 0), new Column("N03_007", 'C', 5, 0));
    List<Geometry> expected = new ArrayList<>();
    for (JsonNode feature : features) {
      List<double[]> rings = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      rings(feature.path("geometry"), rings, text);
      expected.add(new WKTReader().read(text.toString()));
      writer.parts(
          5,
          rings,
          Map.of(
              "N03_004", feature.path("properties").path("N03_004").asText(""),
              "N03_007", feature.path("properties").path("N03_007").asText("")));
    }
    Path shp = writer.write(folder, "n03", ZONE_9, "");
    List<String> rows = ReadRows.of(reading(), shp, "N03_004", "N03_007", "geometry.wkt").rows();
    assertEquals(features.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      String[] parts = rows.get(i).split("\\|", -1);
      JsonNode properties = features.get(i).path("properties");
      assertEquals(properties.path("N03_004").asText(""), parts[0]);
      assertEquals(properties.path("N03_007").asText(""), parts[1]);
      Geometry made = new WKTReader().read(parts[2]);
      assertTrue(
          made.equalsExact(expected.get(i), 2e-9)
              || made.norm().equalsExact(expected.get(i).norm(), 2e-9),
          () -> properties.toString());
    }
  }

  /** The rings of a polygon or several, turned as shapefiles have them, in the plane of zone 9. */
  private static void rings(JsonNode geometry, List<double[]> rings, StringBuilder text) {
    boolean several = geometry.path("type").asText().equals("MultiPolygon");
    List<JsonNode> polygons = new ArrayList<>();
    if (several) {
      geometry.path("coordinates").forEach(polygons::add);
    } else {
      polygons.add(geometry.path("coordinates"));
    }
    text.append(several ? "MULTIPOLYGON(" : "POLYGON");
    String between = "";
    for (JsonNode polygon : polygons) {
      text.append(between).append('(');
      String separator = "";
      boolean shell = true;
      for (JsonNode ring : polygon) {
        double[] degrees = new double[2 * ring.size()];
        double[] plane = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
          degrees[2 * i] = ring.get(i).get(0).asDouble();
          degrees[2 * i + 1] = ring.get(i).get(1).asDouble();
          double[] place = plane(degrees[2 * i], degrees[2 * i + 1]);
          plane[2 * i] = place[0];
          plane[2 * i + 1] = place[1];
        }
        rings.add(clockwise(plane) == shell ? plane : ShapefileWriter.reversed(plane));
        double[] shown = clockwise(plane) == shell ? degrees : ShapefileWriter.reversed(degrees);
        text.append(separator).append('(');
        for (int i = 0; i < shown.length; i += 2) {
          text.append(i == 0 ? "" : ", ").append(shown[i]).append(' ').append(shown[i + 1]);
        }
        text.append(')');
        separator = ", ";
        shell = false;
      }
      text.append(')');
      between = ", ";
    }
    text.append(several ? ")" : "");
  }

  private static boolean clockwise(double[] ring) {
    double sum = 0;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      sum += (ring[i + 2] - ring[i]) * (ring[i + 3] + ring[i + 1] - 2 * ring[1]);
    }
    return sum > 0;
  }

  /** East and north of a place in zone 9. */
  private static double[] plane(double longitude, double latitude) {
    double[] place = ReferenceSystem.find("6677").orElseThrow().fromDegrees(longitude, latitude);
    return new double[] {place[1], place[0]};
  }
}
