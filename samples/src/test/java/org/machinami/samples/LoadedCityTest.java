package org.machinami.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.query.QuerySolution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.DatasetReport.Outcome;

/** What the bundled city says once it is loaded. */
class LoadedCityTest {

  private static LoadedCity city;

  @BeforeAll
  static void load(@TempDir Path directory) {
    city = LoadedCity.load(directory.resolve("data"));
  }

  @Test
  void everyDataset_isAdmittedWithoutWarnings() {
    assertEquals(30, city.report().datasets().size());
    for (DatasetReport dataset : city.report().datasets()) {
      assertEquals(Outcome.COMMITTED, dataset.outcome(), dataset.toString());
      var verdict = dataset.verdict().orElseThrow();
      assertEquals(org.machinami.shapes.Outcome.ADMITTED, verdict.outcome(), verdict.toString());
    }
  }

  @Test
  void badRows_areInRoadTrafficOnly() {
    Map<String, Long> bad =
        city.report().datasets().stream()
            .filter(dataset -> dataset.rows().bad() > 0)
            .collect(Collectors.toMap(DatasetReport::dataset, dataset -> dataset.rows().bad()));
    assertEquals(Map.of("road-traffic", 12L), bad);
  }

  @Test
  void secondLoad_changesNothing() {
    city.again()
        .datasets()
        .forEach(dataset -> assertEquals(Outcome.UNCHANGED, dataset.outcome(), dataset.dataset()));
  }

  @ParameterizedTest
  @CsvSource({
    "Municipality, 62",
    "GovernmentOffice, 62",
    "PopulationObservation, 62",
    "Prefecture, 1",
    "Station, 179",
    "RailwayLine, 20",
    "Hospital, 30",
    "Park, 39",
    "Library, 30",
    "School, 31",
    "TouristFacility, 32",
    "EmergencyEvacuationSite, 22",
    "Event, 16",
    "BarrierFreeEquipment, 212",
    "MeshCell, 180",
    "PeopleFlowObservation, 8640",
    "OccupancyObservation, 1140",
    "TrafficObservation, 6708",
    "RoadSegment, 40",
    "WaterSupplyObservation, 2116",
    "PaymentObservation, 552",
    "TourismObservation, 552",
    "FinancialOffice, 138",
    "BicycleSharePort, 120",
    "ChargingStation, 92",
    "PublicToilet, 60",
    "WirelessAccessPoint, 60",
    "Building, 288"
  })
  void things_areAsManyAsExpected(String kind, int expected) {
    assertEquals(expected, city.ask("?thing a city:" + kind).size());
  }

  @ParameterizedTest
  @CsvSource({"JY, 30, JY30", "A, 20, A-20", "I, 27, I-27", "S, 21, S-21", "E, 38, E-38"})
  void stations_areNumberedThrough(String line, int stations, String last) {
    List<String> numbers =
        city
            .ask("?station city:line/city:lineCode '" + line + "' ; city:stationNumber ?number")
            .stream()
            .map(row -> row.getLiteral("number").getString())
            .sorted()
            .toList();
    assertEquals(stations, numbers.size());
    assertEquals(stations, Set.copyOf(numbers).size());
    assertEquals(last, numbers.get(stations - 1));
  }

  @Test
  void links_leadToThingsThatAreDescribed() {
    List<QuerySolution> dangling =
        city.ask(
            "GRAPH ?graph { ?thing ?property ?target } FILTER(?property IN (city:municipality,"
                + " city:prefecture, city:line, city:operator, city:atFacility, geo:sfWithin,"
                + " sosa:hasFeatureOfInterest, sosa:observedProperty, city:hazard, city:dayType,"
                + " city:congestionLevel, city:municipalityKind, geo:hasGeometry))"
                + " FILTER NOT EXISTS { ?target a ?kind }");
    assertEquals(List.of(), dangling);
  }

  @Test
  void spatial_leadsToAPlaceOfTheCity() {
    assertEquals(
        List.of(),
        city.ask(
            "?dataset <http://purl.org/dc/terms/spatial> ?place"
                + " FILTER NOT EXISTS { ?place rdfs:label ?name }"));
  }

  @Test
  void labels_areInJapaneseAndEnglish() {
    assertEquals(
        List.of(),
        city.ask(
            "GRAPH ?graph { ?thing rdfs:label ?label } FILTER(CONTAINS(STR(?graph), 'graph/data/'))"
                + " FILTER(!EXISTS { ?thing rdfs:label ?ja FILTER(LANG(?ja) = 'ja') }"
                + " || !EXISTS { ?thing rdfs:label ?en FILTER(LANG(?en) = 'en') })"));
  }

  @Test
  void termsOfTheCity_areInTheOntology() {
    Set<String> unknown = new TreeSet<>();
    String own = "FILTER(STRSTARTS(STR(?term), 'https://machinami.org/vocab/'))";
    String declared =
        " FILTER NOT EXISTS { ?term rdfs:label|<http://www.w3.org/2004/02/skos/core#prefLabel> ?name }";
    for (String pattern : List.of("?s ?term ?o ", "?s a ?term ", "?s ?p ?term ")) {
      city.select(
              "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT DISTINCT ?term WHERE { "
                  + "GRAPH ?graph { "
                  + pattern
                  + own
                  + " } FILTER(CONTAINS(STR(?graph), 'graph/data/')"
                  + " || CONTAINS(STR(?graph), 'graph/metadata/'))"
                  + declared
                  + " }")
          .forEach(row -> unknown.add(row.getResource("term").getURI()));
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void points_lieInTokyo() {
    List<QuerySolution> points =
        city.ask("?thing geo:hasGeometry/geo:asWKT ?wkt FILTER(STRSTARTS(STR(?wkt), 'POINT'))");
    assertTrue(points.size() > 900, points.size() + " points");
    for (QuerySolution row : points) {
      Point point = Point.parse(row.getLiteral("wkt").getLexicalForm());
      assertTrue(point.onMainland() || point.onIslands(), row.toString());
    }
  }

  @Test
  void islands_holdOnlyWhatBelongsThere() {
    city.ask(
            "?thing city:municipality/city:municipalityCode ?code ; geo:hasGeometry/geo:asWKT ?wkt"
                + " FILTER(STRSTARTS(STR(?wkt), 'POINT'))")
        .forEach(
            row ->
                assertEquals(
                    row.getLiteral("code").getString().compareTo("13360") > 0,
                    Point.parse(row.getLiteral("wkt").getLexicalForm()).onIslands(),
                    row.toString()));
  }

  @Test
  void meshCell_ofTokyoStationHasItsCorners() {
    String wkt =
        city.ask("?cell city:meshCode '53394611' ; geo:hasGeometry/geo:asWKT ?wkt")
            .get(0)
            .getLiteral("wkt")
            .getLexicalForm();
    // 35°40'30" to 35°41'00" N, 139°45'45" to 139°46'30" E
    for (String edge : List.of("139.7625", "139.775", "35.675", "35.683333")) {
      assertTrue(wkt.contains(edge), wkt);
    }
  }
}
