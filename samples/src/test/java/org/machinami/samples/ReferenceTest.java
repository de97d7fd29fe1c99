package org.machinami.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.query.QuerySolution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The facts of the bundled city against the reference data, where their folder is present ({@code
 * machinami.shared}); skipped, and said so, where it is not. The boundaries are an independent
 * check of the facilities; points of stations and offices and the populations follow these sources,
 * so for them it guards against slips only.
 */
class ReferenceTest {

  private static final double TOLERANCE_METRES = 500;
  private static final int TOKYO_MUNICIPALITIES = 62;

  /** Nakano moved in 2024, Kokubunji in 2025; the reference has the old places. */
  private static final Set<String> MOVED = Set.of("13114", "13214");

  private static LoadedCity city;

  @BeforeAll
  static void load(@TempDir Path directory) {
    city = LoadedCity.load(directory.resolve("data"));
  }

  @Test
  void stations_areWhereTheReferenceHasThem() throws IOException {
    Map<String, Point> reference = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (JsonNode station : json("mini-tokyo-3d/data/stations.json")) {
      if (station.has("coord")) {
        String id = station.get("id").asText();
        reference.put(id, point(station.get("coord")));
        names.put(id, station.get("title").get("ja").asText());
      }
    }
    List<QuerySolution> stations =
        city.ask(
            "?thing a city:Station ; rdfs:label ?name ; geo:hasGeometry/geo:asWKT ?wkt"
                + " FILTER(LANG(?name) = 'ja')");
    assertEquals(179, stations.size());
    for (QuerySolution row : stations) {
      String id = row.getResource("thing").getURI().replaceFirst(".*/station/", "");
      assertNear(reference.get(id), row);
      assertEquals(names.get(id), row.getLiteral("name").getString());
    }
  }

  @Test
  void offices_areWhereTheReferenceHasThem() throws IOException {
    Map<String, String[]> reference = new HashMap<>();
    for (String line : lines("localgov/localgovjp-utf8.csv")) {
      String[] cells = line.split(",", -1);
      if (cells[1].equals("東京都")) {
        reference.put(cells[2], cells);
      }
    }
    List<QuerySolution> offices =
        city.ask(
            "?thing a city:GovernmentOffice ; city:municipality ?municipality ;"
                + " geo:hasGeometry/geo:asWKT ?wkt . ?municipality rdfs:label ?name ;"
                + " city:municipalityCode ?code ; city:localGovernmentCode ?six"
                + " FILTER(LANG(?name) = 'ja')");
    assertEquals(TOKYO_MUNICIPALITIES, offices.size());
    for (QuerySolution row : offices) {
      String[] cells = reference.get(row.getLiteral("code").getString());
      assertEquals(cells[3], row.getLiteral("name").getString());
      assertEquals(cells[9], row.getLiteral("six").getString());
      if (!MOVED.contains(cells[2])) {
        assertNear(new Point(Double.parseDouble(cells[6]), Double.parseDouble(cells[5])), row);
      }
    }
  }

  @Test
  void populations_areThoseOfTheCensus() throws IOException {
    Map<String, String> reference = new HashMap<>();
    for (String line : lines("municipal-population/municipality_population_2020.csv")) {
      String[] cells = line.split(",", -1);
      reference.put(cells[0], cells[2]);
    }
    List<QuerySolution> counts =
        city.ask(
            "?thing a city:PopulationObservation ; city:population ?population ;"
                + " sosa:hasFeatureOfInterest/city:municipalityCode ?code");
    assertEquals(TOKYO_MUNICIPALITIES, counts.size());
    for (QuerySolution row : counts) {
      assertEquals(
          reference.get(row.getLiteral("code").getString()),
          row.getLiteral("population").getLexicalForm());
    }
  }

  @Test
  void facilities_standInTheirMunicipality() throws IOException {
    Map<String, List<double[][]>> outlines = new HashMap<>();
    for (JsonNode feature : json("tokyo-wards-n03/N03-21_13_210101.geojson").get("features")) {
      JsonNode geometry = feature.get("geometry");
      JsonNode coordinates = geometry.get("coordinates");
      List<double[][]> rings =
          outlines.computeIfAbsent(
              feature.get("properties").get("N03_007").asText(), code -> new ArrayList<>());
      if (geometry.get("type").asText().equals("Polygon")) {
        coordinates.forEach(ring -> rings.add(ring(ring)));
      } else {
        coordinates.forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
      }
    }
    List<QuerySolution> facilities =
        city.ask(
            "VALUES ?kind { city:Hospital city:Park city:Library city:School city:TouristFacility"
                + " city:GovernmentOffice city:EmergencyEvacuationSite }"
                + " ?thing a ?kind ; city:municipality/city:municipalityCode ?code ;"
                + " geo:hasGeometry/geo:asWKT ?wkt");
    assertTrue(facilities.size() > 200, facilities.size() + " facilities");
    for (QuerySolution row : facilities) {
      Point place = Point.parse(row.getLiteral("wkt").getLexicalForm());
      boolean inside = false;
      for (double[][] ring : outlines.get(row.getLiteral("code").getString())) {
        inside ^= crossings(ring, place);
      }
      assertTrue(inside, row.toString());
    }
  }

  private static void assertNear(Point expected, QuerySolution row) {
    double metres = expected.metresTo(Point.parse(row.getLiteral("wkt").getLexicalForm()));
    assertTrue(metres < TOLERANCE_METRES, row + " is " + Math.round(metres) + " m off");
  }

  /** Whether a ray to the east crosses the ring an odd number of times. */
  private static boolean crossings(double[][] ring, Point place) {
    boolean odd = false;
    for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      double[] a = ring[i];
      double[] b = ring[j];
      if (a[1] > place.latitude() != b[1] > place.latitude()
          && place.longitude() < (b[0] - a[0]) * (place.latitude() - a[1]) / (b[1] - a[1]) + a[0]) {
        odd = !odd;
      }
    }
    return odd;
  }

  private static double[][] ring(JsonNode coordinates) {
    double[][] ring = new double[coordinates.size()][];
    for (int i = 0; i < ring.length; i++) {
      Point point = point(coordinates.get(i));
      ring[i] = new double[] {point.longitude(), point.latitude()};
    }
    return ring;
  }

  private static Point point(JsonNode coordinates) {
    return new Point(coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
  }

  private static JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(reference(file).toFile());
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(reference(file));
  }

  private static Path reference(String file) {
    Path path = Path.of(System.getProperty("machinami.shared"), "data", file);
    assumeTrue(Files.isRegularFile(path), "skipped: no reference data at shared/data/" + file);
    return path;
  }
}
