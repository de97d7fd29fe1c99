package org.machinami.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a city has most of, each loaded by its recipe into a directory of its own, from the files to
 * a store that answers SPARQL, the start of the program included: 36 months of people flow, a feed
 * of buses with {@value #STOP_TIMES} stop times, and generated buildings.
 */
final class CityBenchmark implements Benchmark {
  private static final String STOP_TIMES = "49,495";
  private static final double FLOW_SECONDS = 60;
  private static final double OTHER_SECONDS = 10;
  private static final double LIMIT_MB = 1000;

  private final int buildings;

  private CityBenchmark(int buildings) {
    this.buildings = buildings;
  }

  /**
   * The benchmark.
   *
   * @param quick whether only a few buildings are made, to try whether all of it runs
   */
  static CityBenchmark of(boolean quick) {
    return new CityBenchmark(quick ? 150 : 15_000);
  }

  @Override
  public String name() {
    return "city";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Path flow = Workplace.shared("people-flow-tokyo-mesh1km");
    Path buses = Workplace.shared("gtfs-jp");
    Path models = work.resolve("models");
    Models.write(Files.createDirectories(models.resolve("udx/bldg")), buildings);
    List<Figure> figures = new ArrayList<>();
    figures.addAll(
        loaded(
            work,
            "people flow, 494,246 rows",
            "people-flow-tokyo-mesh1km/flow",
            flow,
            FLOW_SECONDS));
    figures.addAll(
        loaded(
            work,
            "GTFS feed, " + STOP_TIMES + " stop times",
            "gtfs-jp/yamanashi-bus",
            buses,
            OTHER_SECONDS));
    figures.addAll(
        loaded(
            work,
            "CityGML, %,d buildings".formatted(buildings),
            "plateau-buildings",
            models,
            OTHER_SECONDS));
    return figures;
  }

  private static List<Figure> loaded(
      Path work, String what, String recipe, Path from, double seconds)
      throws IOException, InterruptedException {
    Path data = work.resolve("data");
    try (ChildProcess process = Peers.load(work, recipe, from, data)) {
      double taken = process.finish(Duration.ofMinutes(10));
      double resident = process.peakResident() / 1e6;
      return List.of(
          Figure.atMost(what + ", file to answering SPARQL, s", taken, seconds),
          Figure.atMost("the same, peak resident memory, MB", resident, LIMIT_MB));
    } finally {
      Workplace.delete(data);
    }
  }

  /** Buildings in the form of PLATEAU: a roof edge and a solid of six faces each, some kB. */
  private static final class Models {
    private static final int IN_A_FILE = 1_000;
    private static final double SIDE = 1e-4;

    private Models() {}

    static void write(Path folder, int buildings) throws IOException {
      Random random = new Random(1);
      for (int first = 0; first < buildings; first += IN_A_FILE) {
        Path file = folder.resolve("%08d_bldg_6697.gml".formatted(53_394_500 + first / IN_A_FILE));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
          out.write(
              """
              <?xml version="1.0" encoding="UTF-8"?>
              <core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:bldg="http://www.opengis.net/citygml/building/2.0" xmlns:uro="https://www.geospatial.jp/iur/uro/3.0" xmlns:gml="http://www.opengis.net/gml">
              <gml:boundedBy><gml:Envelope srsName="http://www.opengis.net/def/crs/EPSG/0/6697" srsDimension="3"><gml:lowerCorner>35.5 139.5 0</gml:lowerCorner><gml:upperCorner>35.8 139.9 100</gml:upperCorner></gml:Envelope></gml:boundedBy>
              """);
          for (int i = first; i < Math.min(buildings, first + IN_A_FILE); i++) {
            out.write(building(i, random));
          }
          out.write("</core:CityModel>\n");
        }
      }
    }

    private static String building(int number, Random random) {
      double south = 35.5 + random.nextInt(30_000) * 1e-5;
      double west = 139.5 + random.nextInt(40_000) * 1e-5;
      double north = south + SIDE;
      double east = west + SIDE;
      double height = 3 + random.nextInt(900) / 10.0;
      String[] corners = {
        south + " " + west, north + " " + west, north + " " + east, south + " " + east,
      };
      StringBuilder faces = new StringBuilder(face(corners, 0)).append(face(corners, height));
      for (int i = 0; i < corners.length; i++) {
        String from = corners[i];
        String to = corners[(i + 1) % corners.length];
        faces.append(
            polygon(
                "%s 0 %s 0 %s %s %s %s %s 0".formatted(from, to, to, height, from, height, from)));
      }
      return """
      <core:cityObjectMember><bldg:Building gml:id="bldg_%d">
      <bldg:usage codeSpace="../../codelists/Building_usage.xml">411</bldg:usage>
      <bldg:yearOfConstruction>%d</bldg:yearOfConstruction>
      <bldg:measuredHeight uom="m">%s</bldg:measuredHeight>
      <bldg:storeysAboveGround>%d</bldg:storeysAboveGround>
      <bldg:lod0RoofEdge><gml:MultiSurface>%s</gml:MultiSurface></bldg:lod0RoofEdge>
      <bldg:lod1Solid><gml:Solid><gml:exterior><gml:CompositeSurface>%s</gml:CompositeSurface></gml:exterior></gml:Solid></bldg:lod1Solid>
      <uro:buildingIDAttribute><uro:BuildingIDAttribute><uro:buildingID>13101-bldg-%d</uro:buildingID><uro:prefecture>13</uro:prefecture><uro:city>13101</uro:city></uro:BuildingIDAttribute></uro:buildingIDAttribute>
      <uro:buildingDetailAttribute><uro:BuildingDetailAttribute><uro:totalFloorArea uom="m2">%d</uro:totalFloorArea><uro:buildingStructureType codeSpace="../../codelists/BuildingDetailAttribute_buildingStructureType.xml">601</uro:buildingStructureType></uro:BuildingDetailAttribute></uro:buildingDetailAttribute>
      </bldg:Building></core:cityObjectMember>
      """
          .formatted(
              number,
              1950 + random.nextInt(70),
              height,
              (int) (height / 3),
              face(corners, height),
              faces,
              number,
              50 + random.nextInt(2_000));
    }

    /** The outline at a height. */
    private static String face(String[] corners, double height) {
      StringBuilder ring = new StringBuilder();
      for (int i = 0; i <= corners.length; i++) {
        ring.append(corners[i % corners.length]).append(' ').append(height).append(' ');
      }
      return polygon(ring.toString().strip());
    }

    private static String polygon(String positions) {
      return "<gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>"
          + positions
          + "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>";
    }
  }
}
