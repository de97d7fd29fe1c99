package org.machinami.loader.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.machinami.loader.mapping.LogicalSource.Formulation;

/** A small source of each format. */
final class Samples {

  private static final String FEATURE =
      "{\"type\":\"Feature\",\"properties\":{\"名称\":\"図書館\",\"数\":1},"
          + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[139,35],[140,35],[140,36],[139,35]]]}}";

  private Samples() {}

  /** The files of a small source; the first is the one that is read. */
  static Map<String, byte[]> of(Formulation formulation) throws IOException {
    return switch (formulation) {
      case CSV ->
          Map.of(
              "a.csv",
              bytes(
                  "名称,geometry.wkt\n" + "図書館,\"POINT(139 35)\"\n公園,\"a \"\"b\"\"\"\n".repeat(40)));
      case JSON ->
          Map.of(
              "a.json",
              bytes("[" + "{\"名称\":\"駅\",\"a\":{\"b\":[1,2.50,null]}},".repeat(30) + "{}]"));
      case GEOJSON ->
          Map.of(
              "a.geojson",
              bytes(
                  "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"EPSG:6668\"}},"
                      + "\"features\":["
                      + (FEATURE + ",").repeat(10)
                      + FEATURE
                      + "]}"));
      case GEOJSON_LINES -> Map.of("a.ndgeojson", bytes((FEATURE + "\n").repeat(20)));
      case EXCEL -> Map.of("a.xlsx", workbook());
      case SHAPEFILE -> shapefile();
      case CITYGML -> Map.of("a.gml", bytes(cityGml()));
      case GTFS -> new LinkedHashMap<>(Map.of("feed.zip", feed(null, 0)));
      case PARQUET ->
          Map.of("a.parquet", resource("/org/machinami/loader/parquet/types-snappy.parquet"));
    };
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("表");
      for (int i = 0; i < 30; i++) {
        Row row = sheet.createRow(i);
        row.createCell(0).setCellValue(i == 0 ? "名称" : "図書館" + i);
        row.createCell(1).setCellValue(i == 0 ? "geometry.wkt" : "POINT(139 35)");
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static Map<String, byte[]> shapefile() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String ending : List.of("shp", "dbf", "prj", "cpg")) {
      files.put("a." + ending, resource("/org/machinami/loader/shapefile/a." + ending));
    }
    return files;
  }

  private static String cityGml() {
    String face =
        "<gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>35 139 1 36 139"
            + " 1 36 140 1 35 139 1</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>"
            + "</gml:surfaceMember>";
    String member =
        "<core:cityObjectMember><bldg:Building gml:id=\"b\"><bldg:measuredHeight uom=\"m\">9.6"
            + "</bldg:measuredHeight><bldg:lod0RoofEdge><gml:MultiSurface>"
            + face
            + "</gml:MultiSurface></bldg:lod0RoofEdge></bldg:Building></core:cityObjectMember>";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><core:CityModel"
        + " xmlns:core=\"http://www.opengis.net/citygml/2.0\""
        + " xmlns:bldg=\"http://www.opengis.net/citygml/building/2.0\""
        + " xmlns:gml=\"http://www.opengis.net/gml\"><gml:boundedBy><gml:Envelope"
        + " srsName=\"http://www.opengis.net/def/crs/EPSG/0/6697\" srsDimension=\"3\"/>"
        + "</gml:boundedBy>"
        + member.repeat(5)
        + "</core:CityModel>";
  }

  /**
   * A feed.
   *
   * @param mutation of the table at that place; null: of none
   */
  static byte[] feed(Mutation mutation, int at) throws IOException {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("agency.txt", "agency_id,agency_name\n1,市営\n");
    tables.put(
        "stops.txt", "stop_id,stop_name,stop_lat,stop_lon\n" + "S1,駅前,35.6,139.7\n".repeat(9));
    tables.put("routes.txt", "route_id,agency_id,route_type\nR,1,3\n");
    tables.put("trips.txt", "route_id,service_id,trip_id\nR,平日,T\n");
    tables.put("stop_times.txt", "trip_id,arrival_time,stop_id,stop_sequence\nT,25:10:00,S1,1\n");
    tables.put(
        "calendar.txt",
        """
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        平日,1,1,1,1,1,0,0,20260401,20260430
        """);
    tables.put("calendar_dates.txt", "service_id,date,exception_type\n平日,20260429,2\n");
    tables.put(
        "shapes.txt",
        "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\na,35,139,1\na,36,140,2\n");
    tables.put("translations.txt", "trans_id,lang,translation\n駅前,en,Station\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, Charset.forName("UTF-8"))) {
      int place = 0;
      for (Map.Entry<String, String> table : tables.entrySet()) {
        byte[] content = bytes(table.getValue());
        boolean damaged = mutation != null && place++ == at % tables.size();
        out.putNextEntry(new ZipEntry(table.getKey()));
        out.write(damaged ? mutation.of(content) : content);
      }
    }
    return bytes.toByteArray();
  }
}
