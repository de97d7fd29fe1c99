package org.machinami.loader.citygml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.LoadException;
import org.machinami.loader.Shared;
import org.machinami.loader.coordinates.ReferenceSystem;
import org.machinami.loader.source.ReadRows;
import org.machinami.loader.source.SourceLimits;

class CityGmlReadingTest {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<core:CityModel"
          + " xmlns:core=\"http://www.opengis.net/citygml/2.0\""
          + " xmlns:bldg=\"http://www.opengis.net/citygml/building/2.0\""
          + " xmlns:gen=\"http://www.opengis.net/citygml/generics/2.0\""
          + " xmlns:uro=\"https://www.geospatial.jp/iur/uro/3.0\""
          + " xmlns:gml=\"http://www.opengis.net/gml\">\n";
  private static final String ENVELOPE =
      "<gml:boundedBy><gml:Envelope srsName=\"http://www.opengis.net/def/crs/EPSG/0/6697\""
          + " srsDimension=\"3\"/></gml:boundedBy>\n";
  private static final String FACE =
      "<gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>%s</gml:posList>"
          + "</gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>";
  private static final String GROUND = "35 139 1 36 139 1 36 140 1 35 139 1";
  private static final String ROOF = "35 139 9 36 140 9 36 139 9 35 139 9";
  private static final String WALL = "35 139 1 36 139 1 36 139 9 35 139 1";
  private static final String OUTLINE = "POLYGON((139 35, 139 36, 140 36, 139 35))";

  private static String building(String inner) {
    return HEAD
        + ENVELOPE
        + "<core:cityObjectMember><bldg:Building gml:id=\"b1\">"
        + inner
        + "</bldg:Building></core:cityObjectMember></core:CityModel>";
  }

  private static String surfaces(String property, String... faces) {
    StringBuilder text = new StringBuilder("<bldg:" + property + "><gml:MultiSurface>");
    for (String face : faces) {
      text.append(FACE.formatted(face));
    }
    return text + "</gml:MultiSurface></bldg:" + property + ">";
  }

  private static String solid(String... faces) {
    StringBuilder text =
        new StringBuilder("<bldg:lod1Solid><gml:Solid><gml:exterior><gml:CompositeSurface>");
    for (String face : faces) {
      text.append(FACE.formatted(face));
    }
    return text + "</gml:CompositeSurface></gml:exterior></gml:Solid></bldg:lod1Solid>";
  }

  private static CityGmlReading reading(String iterator) {
    return new CityGmlReading(iterator, Optional.empty(), SourceLimits.DEFAULT);
  }

  private static List<String> read(String document, String... references) throws IOException {
    return ReadRows.of(reading(""), "a.gml", document.getBytes(StandardCharsets.UTF_8), references)
        .rows();
  }

  private static String refused(String document) {
    return assertThrows(LoadException.class, () -> read(document, "x")).key();
  }

  @Test
  void read_building_hasTheAttributesOfPlateau() throws IOException {
    String attributes =
        "<gen:stringAttribute name=\"延べ面積\"><gen:value>120</gen:value></gen:stringAttribute>"
            + "<bldg:usage codeSpace=\"../../codelists/Building_usage.xml\">411</bldg:usage>"
            + "<bldg:measuredHeight uom=\"m\">9.6</bldg:measuredHeight>"
            + "<bldg:storeysAboveGround>2</bldg:storeysAboveGround>"
            + "<uro:buildingIDAttribute><uro:BuildingIDAttribute><uro:buildingID>13101-bldg-1"
            + "</uro:buildingID><uro:city>13101</uro:city></uro:BuildingIDAttribute>"
            + "</uro:buildingIDAttribute>"
            + risk("3.5")
            + risk("0.5");
    assertEquals(
        List.of("b1|Building|411|9.6|m|2|13101-bldg-1|120|3.5;0.5|" + OUTLINE),
        read(
            building(attributes + surfaces("lod0RoofEdge", GROUND)),
            "id",
            "@type",
            "usage",
            "measuredHeight",
            "measuredHeight@uom",
            "storeysAboveGround",
            "buildingIDAttribute.BuildingIDAttribute.buildingID",
            "generic.延べ面積",
            "buildingDisasterRiskAttribute[*].BuildingRiverFloodingRiskAttribute.depth",
            "geometry.wkt"));
  }

  /** Whether an element stands there once or more often is a matter of the building. */
  @Test
  void read_elementThatComesAgain_givesAllItsValues() throws IOException {
    String path = "buildingDisasterRiskAttribute.BuildingRiverFloodingRiskAttribute.depth";
    String roof = surfaces("lod0RoofEdge", GROUND);
    assertEquals(List.of("3.5"), read(building(risk("3.5") + roof), path));
    assertEquals(List.of("3.5;0.5"), read(building(risk("3.5") + risk("0.5") + roof), path));
    assertEquals(List.of(""), read(building(roof), path));
  }

  private static String risk(String depth) {
    return "<uro:buildingDisasterRiskAttribute><uro:BuildingRiverFloodingRiskAttribute>"
        + "<uro:depth uom=\"m\">"
        + depth
        + "</uro:depth></uro:BuildingRiverFloodingRiskAttribute>"
        + "</uro:buildingDisasterRiskAttribute>";
  }

  @Test
  void read_footprint_goesBeforeTheRoofAndBodies() throws IOException {
    String higher = "35 139 9 37 139 9 37 140 9 35 139 9";
    assertEquals(
        List.of(OUTLINE),
        read(
            building(
                solid(higher)
                    + surfaces("lod0RoofEdge", higher)
                    + surfaces("lod0FootPrint", GROUND)),
            "geometry.wkt"));
  }

  @Test
  void read_body_isItsLowestFaceWithoutWalls() throws IOException {
    assertEquals(List.of(OUTLINE), read(building(solid(ROOF, WALL, GROUND)), "geometry.wkt"));
  }

  @Test
  void read_groundSurface_isTheOutlineOfAFinerModel() throws IOException {
    String bounded =
        "<bldg:boundedBy><bldg:RoofSurface><bldg:lod2MultiSurface><gml:MultiSurface>"
            + FACE.formatted("35 139 9 37 140 9 37 139 9 35 139 9")
            + "</gml:MultiSurface></bldg:lod2MultiSurface></bldg:RoofSurface></bldg:boundedBy>"
            + "<bldg:boundedBy><bldg:GroundSurface><bldg:lod2MultiSurface><gml:MultiSurface>"
            + FACE.formatted(GROUND)
            + "</gml:MultiSurface></bldg:lod2MultiSurface></bldg:GroundSurface></bldg:boundedBy>";
    assertEquals(List.of(OUTLINE), read(building(bounded), "geometry.wkt"));
  }

  @Test
  void read_positionsOneByOneWithAHole_areRings() throws IOException {
    StringBuilder ring = new StringBuilder();
    for (String position : List.of("35 139 1", "36 139 1", "36 140 1", "35 139 1")) {
      ring.append("<gml:pos>").append(position).append("</gml:pos>");
    }
    String surface =
        "<bldg:lod0FootPrint><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior>"
            + "<gml:LinearRing>"
            + ring
            + "</gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing>"
            + ring.toString().replace("36 140", "35.5 139.2")
            + "</gml:LinearRing></gml:interior></gml:Polygon></gml:surfaceMember>"
            + "</gml:MultiSurface></bldg:lod0FootPrint>";
    assertEquals(
        List.of("POLYGON((139 35, 139 36, 140 36, 139 35), (139 35, 139 36, 139.2 35.5, 139 35))"),
        read(building(surface), "geometry.wkt"));
  }

  @Test
  void read_planeCoordinates_haveNorthFirst() throws IOException {
    String document =
        building(surfaces("lod0RoofEdge", "0 0 1 1000 0 1 1000 1000 1 0 0 1"))
            .replace("EPSG/0/6697", "EPSG/0/10170");
    String wkt = read(document, "geometry.wkt").get(0);
    assertTrue(wkt.startsWith("POLYGON((139.833333333 36, 139.833333333 36.009"), wkt);
  }

  @ParameterizedTest
  @CsvSource({
    "'139 35 1 139 36 1 140 36 1 139 35 1', !row.gml-place b1",
    "'35 139 1 36 139 1 36 140 1', !row.gml-ring b1",
    "'35 139 1 36 139 1 36', !row.gml-positions b1",
    "'35 x 1', !row.gml-positions b1",
    "'', !row.gml-positions b1"
  })
  void read_wrongPositions_areBadRows(String positions, String expected) throws IOException {
    assertEquals(
        List.of(expected), read(building(surfaces("lod0RoofEdge", positions)), "geometry.wkt"));
  }

  @Test
  void read_withoutSystem_isABadRowUntilTheMappingSaysIt() throws IOException {
    String document = building(surfaces("lod0RoofEdge", GROUND)).replace(ENVELOPE, "");
    assertEquals(List.of("!row.gml-system b1"), read(document, "geometry.wkt"));
    CityGmlReading declared =
        new CityGmlReading("", ReferenceSystem.find("6697"), SourceLimits.DEFAULT);
    assertEquals(
        List.of(OUTLINE),
        ReadRows.of(declared, "a", document.getBytes(StandardCharsets.UTF_8), "geometry.wkt")
            .rows());
  }

  @Test
  void read_unknownSystem_isNamed() {
    assertEquals("source.crs", refused(building("").replace("EPSG/0/6697", "EPSG/0/4301")));
  }

  @Test
  void read_iterator_selectsElements() throws IOException {
    byte[] document =
        (HEAD
                + ENVELOPE
                + "<core:cityObjectMember><uro:WaterPipe gml:id=\"p\"/></core:cityObjectMember>"
                + "<core:cityObjectMember><uro:Manhole gml:id=\"m\"/></core:cityObjectMember>"
                + "<core:cityObjectMember><bldg:Building gml:id=\"b\"/></core:cityObjectMember>"
                + "</core:CityModel>")
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(
        List.of("p", "m"), ReadRows.of(reading("WaterPipe|Manhole"), "a", document, "id").rows());
    assertEquals(3, ReadRows.of(reading(""), "a", document, "id").rows().size());
  }

  @Test
  void read_hostileOrOtherXml_isRefused() {
    String body = HEAD.substring(HEAD.indexOf("<core"));
    assertEquals(
        "citygml.doctype",
        refused("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + body + "&a;"));
    assertEquals("citygml.no-model", refused("<html><body/></html>"));
    assertEquals("citygml.version", refused(building("").replace("citygml/2.0", "citygml/3.0")));
    assertEquals("citygml.broken", refused(""));
    assertEquals("citygml.broken", refused("{\"type\":\"CityJSON\"}"));
    assertEquals("citygml.depth", refused(building("<bldg:a>".repeat(1_000))));
    assertEquals(
        "citygml.depth", refused(building("<bldg:x><gml:Solid>" + "<gml:a>".repeat(100_000))));
  }

  @Test
  void read_cutAnywhere_isRefused() {
    String whole = building(solid(ROOF, WALL, GROUND));
    for (int length = HEAD.length(); length < whole.length() - 1; length += 11) {
      assertEquals("citygml.broken", refused(whole.substring(0, length)));
    }
  }

  @Test
  void read_oneEndlessMember_stops() {
    SourceLimits limits = new SourceLimits(1_000, 10_000, 10, 50, 1_000);
    CityGmlReading reading = new CityGmlReading("", Optional.empty(), limits);
    byte[] document =
        building("<bldg:name>x</bldg:name>".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "source.row-length",
        assertThrows(LoadException.class, () -> ReadRows.of(reading, "a", document, "x")).key());
  }

  @Test
  void read_networksOfPlateau_areLinesAndPoints() throws IOException {
    Path folder = Shared.require("data").resolve("plateau-citygml/unf");
    List<String> rows =
        ReadRows.of(
                reading(""),
                folder.resolve("sewer_53403039_unf_6697.gml"),
                "@type",
                "innerDiamiter",
                "innerDiamiter@uom",
                "year",
                "geometry.type")
            .rows();
    assertEquals(
        List.of(
            "SewerPipe||||LINESTRING",
            "Manhole|||1974|POINT",
            "SewerPipe|286|mm||LINESTRING",
            "Manhole|||1974|MULTIPOLYGON",
            "SewerPipe|286|mm||LINESTRING",
            "Manhole|||1974|POINT"),
        rows);
  }

  @Test
  void read_zonesOfPlateau_areAllPolygonsInTokyo() throws IOException {
    Path file =
        Shared.require("data").resolve("plateau-citygml/urf/tokyo23ku_533957_urf_6668_op.gml");
    List<String> rows = ReadRows.of(reading(""), file, "@type", "geometry.wkt").rows();
    assertEquals(38, rows.size());
    assertEquals(
        22,
        rows.stream()
            .filter(row -> row.matches("UseDistrict\\|(MULTI)?POLYGON\\(\\(+139\\..*"))
            .count());
  }
}
