package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.loader.shapefile.ShapefileWriter;
import org.machinami.loader.source.SourceFinding;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.ShapeFiles;

/**
 * Positions that are wrong, in each format that has some: at zero, exchanged, outside the country,
 * areas that cross themselves. All are told with file and row; the rest of the file is taken.
 */
class BadPlacesTest {
  private static final String BASE = "https://city.example/";
  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  /** Right, at zero, exchanged, outside the country. */
  private static final double[][] POINTS = {{139.7, 35.6}, {0, 0}, {35.6, 139.7}, {2.35, 48.85}};

  /** Right, crossing itself, exchanged, outside the country. */
  private static final double[][] AREAS = {
    {139, 35, 139, 36, 140, 36, 140, 35, 139, 35},
    {139, 35, 140, 36, 140, 35, 139, 35.8, 139, 35},
    {35, 139, 35, 140, 36, 140, 36, 139, 35, 139},
    {2, 48, 2, 49, 3, 49, 3, 48, 2, 48}
  };

  @TempDir private Path folder;

  @BeforeEach
  void describe() throws IOException {
    try (var in = Loader.class.getResourceAsStream("LoaderTest/dataset.ttl")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          folder.resolve("dataset.ttl"),
          text.replace(
              "dcat:downloadURL <datasets/wards/files/wards.csv>",
              "dcat:accessURL <https://office.example/places>"));
    }
    Files.writeString(folder.resolve("recipe.properties"), "bad-rows.limit=1");
  }

  private DatasetReport load(Formulation formulation, String file) throws IOException {
    boolean feature =
        formulation != Formulation.CSV
            && formulation != Formulation.EXCEL
            && formulation != Formulation.GTFS;
    Files.writeString(
        folder.resolve("places.rml.ttl"),
        """
        @prefix rr: <http://www.w3.org/ns/r2rml#> .
        @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
        @prefix geo: <http://www.opengis.net/ont/geosparql#> .
        <#place> rml:logicalSource [ rml:source "%s" ; rml:referenceFormulation <%s> %s ] ;
          rr:subjectMap [ rr:template "id/place/{@row}" ; rr:class geo:Geometry ] ;
          rr:predicateObjectMap [ rr:predicate geo:asWKT ; rr:objectMap [ %s ; rr:datatype geo:wktLiteral ] ] .
        """
            .formatted(
                file,
                formulation.iri(),
                formulation == Formulation.GTFS ? "; rml:iterator \"stops\"" : "",
                feature
                    ? "rml:reference \"geometry.wkt\""
                    : "rr:template \"POINT({stop_lon} {stop_lat})\" ; rr:termType rr:Literal"));
    return Loader.validating(BASE, MetadataValidator.bundled(), Progress.none())
        .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
        .datasets()
        .get(0);
  }

  private static List<String> bad(DatasetReport report) {
    return report.rows().listed().stream()
        .map(refused -> refused.at().row() + " " + refused.reason())
        .toList();
  }

  private static List<String> warned(DatasetReport report) {
    return report.verdict().orElseThrow().violations().stream()
        .filter(violation -> violation.position().flatMap(at -> box(at.row())).isPresent())
        .filter(violation -> violation.shape().startsWith(ShapeFiles.NS))
        .map(
            violation ->
                violation.position().orElseThrow().row().getAsLong()
                    + " "
                    + violation.severity()
                    + " "
                    + violation.shape().substring(ShapeFiles.NS.length()))
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  private static Optional<Long> box(java.util.OptionalLong row) {
    return row.isPresent() ? Optional.of(row.getAsLong()) : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CSV", "EXCEL", "GEOJSON", "GEOJSON_LINES", "SHAPEFILE", "GTFS", "PARQUET"})
  void load_points_wrongOnesAreTold(String format) throws IOException {
    Formulation formulation = Formulation.valueOf(format);
    DatasetReport report = load(formulation, points(formulation));
    assertEquals(
        List.of("2 row.nowhere", "3 " + exchanged(formulation)), bad(report), report::toString);
    assertEquals(List.of("4 WARNING GeometryInJapan"), warned(report), report::toString);
    assertEquals(2, report.rows().mapped());
  }

  /** A feed of a file a municipality says so where one publishes nothing. */
  @Test
  void load_anotherDocumentAmongFilesOfFeatures_isAFileWithoutRows_butNotAlone()
      throws IOException {
    points(Formulation.GEOJSON);
    Files.writeString(folder.resolve("none.geojson"), "{\"type\": \"unavailable\"}");
    DatasetReport among = load(Formulation.GEOJSON, "*.geojson");
    assertEquals(2, among.rows().mapped(), among::toString);
    assertEquals(
        List.of("none.geojson"),
        among.findings().stream().filter(SourceFinding::other).map(SourceFinding::file).toList());
    DatasetReport alone = load(Formulation.GEOJSON, "none.geojson");
    assertEquals("source.no-features", alone.problem().orElseThrow().key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GEOJSON", "GEOJSON_LINES", "SHAPEFILE", "CITYGML", "PARQUET"})
  void load_areas_wrongOnesAreTold(String format) throws IOException {
    Formulation formulation = Formulation.valueOf(format);
    DatasetReport report = load(formulation, areas(formulation));
    assertEquals(List.of("3 " + exchanged(formulation)), bad(report), report::toString);
    assertEquals(
        List.of("2 WARNING OutlineWithoutCrossing", "4 WARNING GeometryInJapan"),
        warned(report),
        report::toString);
    assertEquals(3, report.rows().mapped());
  }

  /** Some readers see it themselves, the others leave it to the datatype. */
  private static String exchanged(Formulation formulation) {
    return switch (formulation) {
      case SHAPEFILE -> "row.shape-place";
      case CITYGML -> "row.gml-place";
      default -> "row.latitude";
    };
  }

  private String write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return name;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String table() {
    StringBuilder table = new StringBuilder("stop_id,stop_name,stop_lat,stop_lon\n");
    for (int i = 0; i < POINTS.length; i++) {
      table.append("S%d,駅%d,%s,%s%n".formatted(i, i, POINTS[i][1], POINTS[i][0]));
    }
    return table.toString();
  }

  private String points(Formulation formulation) throws IOException {
    switch (formulation) {
      case CSV -> {
        return write("a.csv", bytes(table()));
      }
      case EXCEL -> {
        return write("a.xlsx", workbook());
      }
      case GTFS -> {
        return write("a.zip", feed());
      }
      case PARQUET -> {
        return parquet("points");
      }
      case SHAPEFILE -> {
        ShapefileWriter writer =
            new ShapefileWriter(
                StandardCharsets.UTF_8, 0, new ShapefileWriter.Column("name", 'C', 10, 0));
        for (double[] point : POINTS) {
          writer.point(point[0], point[1], Map.of("name", "a"));
        }
        writer.write(folder, "a", WGS84, "UTF-8");
        return "a.shp";
      }
      default -> {
        StringBuilder features = new StringBuilder();
        for (double[] point : POINTS) {
          features
              .append(features.isEmpty() ? "" : separator(formulation))
              .append(feature("Point", "[" + point[0] + "," + point[1] + "]"));
        }
        return json(formulation, features);
      }
    }
  }

  private static String separator(Formulation formulation) {
    return formulation == Formulation.GEOJSON ? "," : "\n";
  }

  private static String feature(String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{\"name\":\"a\"},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
        .formatted(type, coordinates);
  }

  private String json(Formulation formulation, StringBuilder features) throws IOException {
    return formulation == Formulation.GEOJSON
        ? write(
            "a.geojson", bytes("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}"))
        : write("a.ndgeojson", bytes(features + "\n"));
  }

  /** The same places, as DuckDB has written them. */
  private String parquet(String places) throws IOException {
    try (var in = BadPlacesTest.class.getResourceAsStream("bad-" + places + ".parquet")) {
      return write("a.parquet", in.readAllBytes());
    }
  }

  private String areas(Formulation formulation) throws IOException {
    if (formulation == Formulation.PARQUET) {
      return parquet("areas");
    }
    if (formulation == Formulation.SHAPEFILE) {
      ShapefileWriter writer =
          new ShapefileWriter(
              StandardCharsets.UTF_8, 0, new ShapefileWriter.Column("name", 'C', 10, 0));
      for (double[] area : AREAS) {
        writer.parts(5, List.of(area), Map.of("name", "a"));
      }
      writer.write(folder, "a", WGS84, "UTF-8");
      return "a.shp";
    }
    StringBuilder all = new StringBuilder();
    for (double[] area : AREAS) {
      StringBuilder ring = new StringBuilder();
      boolean model = formulation == Formulation.CITYGML;
      for (int i = 0; i < area.length; i += 2) {
        ring.append(
            model
                ? area[i + 1] + " " + area[i] + " 1 "
                : (i == 0 ? "" : ",") + "[" + area[i] + "," + area[i + 1] + "]");
      }
      all.append(
          model
              ? member(ring.toString().strip())
              : (all.isEmpty() ? "" : separator(formulation))
                  + feature("Polygon", "[[" + ring + "]]"));
    }
    return formulation == Formulation.CITYGML ? write("a.gml", model(all)) : json(formulation, all);
  }

  private static String member(String ring) {
    return "<core:cityObjectMember><bldg:Building><bldg:lod0RoofEdge><gml:MultiSurface><gml:surfaceMember>"
        + "<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>"
        + ring
        + "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>"
        + "</gml:MultiSurface></bldg:lod0RoofEdge></bldg:Building></core:cityObjectMember>";
  }

  private static byte[] model(StringBuilder members) {
    return bytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><core:CityModel"
            + " xmlns:core=\"http://www.opengis.net/citygml/2.0\""
            + " xmlns:bldg=\"http://www.opengis.net/citygml/building/2.0\""
            + " xmlns:gml=\"http://www.opengis.net/gml\"><gml:boundedBy><gml:Envelope"
            + " srsName=\"http://www.opengis.net/def/crs/EPSG/0/6697\" srsDimension=\"3\"/>"
            + "</gml:boundedBy>"
            + members
            + "</core:CityModel>");
  }

  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("表");
      String[] lines = table().split("\\R", -1);
      for (int i = 0; i < lines.length - 1; i++) {
        Row row = sheet.createRow(i);
        String[] cells = lines[i].split(",", -1);
        for (int j = 0; j < cells.length; j++) {
          row.createCell(j).setCellValue(cells[j]);
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] feed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Map<String, String> tables =
          Map.of(
              "agency.txt", "agency_id,agency_name\n1,市営\n",
              "calendar.txt",
                  "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
                      + "start_date,end_date\n平日,1,1,1,1,1,0,0,20260401,20270331\n",
              "routes.txt", "route_id,agency_id,route_type\nR,1,3\n",
              "trips.txt", "route_id,service_id,trip_id\nR,平日,T\n",
              "stop_times.txt", "trip_id,arrival_time,stop_id,stop_sequence\nT,25:10:00,S1,1\n",
              "stops.txt", table());
      for (Map.Entry<String, String> entry : tables.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(bytes(entry.getValue()));
      }
    }
    return bytes.toByteArray();
  }
}
