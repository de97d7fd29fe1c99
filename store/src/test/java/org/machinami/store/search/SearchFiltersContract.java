package org.machinami.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facets, the period and the rectangle of the map. */
abstract class SearchFiltersContract extends SearchFixture {
  @BeforeEach
  void describe() {
    describe(
        "shinjuku",
        "新宿区の施設",
        """
        DATASET dct:spatial <id/municipality/13104> ; city:accessPlan <https://machinami.org/vocab/access-plan/paid> ;
          dct:accessRights <http://publications.europa.eu/resource/authority/access-right/RESTRICTED> ;
          dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/MONTHLY> ;
          dct:temporal <datasets/shinjuku#period> ;
          dct:issued "2022-05-01"^^xsd:date ; dct:modified "2024-01-01"^^xsd:date ;
          dct:language <http://publications.europa.eu/resource/authority/language/JPN> .
        <datasets/shinjuku#period> dcat:startDate "2020-04-01"^^xsd:date ; dcat:endDate "2022-03-31"^^xsd:date .
        <id/municipality/13104> dcat:bbox "POLYGON((139.67 35.67, 139.74 35.67, 139.74 35.73, 139.67 35.73, 139.67 35.67))"^^geo:wktLiteral .
        """);
    describe(
        "chiyoda",
        "千代田区の施設",
        """
        DATASET dct:spatial <id/municipality/13101> , <id/municipality/13104> ;
          dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
          dct:accrualPeriodicity <https://frequency.example/often> ;
          dct:temporal <datasets/chiyoda#period> ;
          dct:issued "2023-05-01"^^xsd:date ; dct:modified "2023-06-01"^^xsd:date .
        <datasets/chiyoda#period> dcat:startDate "2023-01-01"^^xsd:date .
        """);
    putData(
        "chiyoda",
        graph(
            """
            <id/facility/1#geometry> geo:asWKT "POINT(139.75 35.69)"^^geo:wktLiteral .
            <id/facility/2#geometry> geo:asWKT "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(35.70 139.76)"^^geo:wktLiteral .
            """));
    describe(
        "fiji",
        "フィジーの島",
        """
        DATASET dct:spatial <places/fiji> .
        <places/fiji> dcat:bbox '{"type":"Polygon","coordinates":[[[177.0,-19.0],[179.9,-19.0],[179.9,-16.0],[177.0,-19.0]]]}' .
        """);
    catchUp();
  }

  private SearchResults find(Map<Facet, Set<String>> filters) {
    return index.search(new SearchRequest("", filters, Order.TITLE_JA, 0, 10));
  }

  private Set<String> within(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Box> box) {
    return new TreeSet<>(
        ids(
            index.search(
                new SearchRequest(
                    "", Map.of(), new Period(from, to), box, Order.TITLE_JA, 0, 10))));
  }

  @ParameterizedTest
  @CsvSource({
    "MUNICIPALITY, 13101, chiyoda",
    "MUNICIPALITY, 13104, shinjuku chiyoda",
    "ACCESS, paid, shinjuku",
    "ACCESS, open, chiyoda",
    "FREQUENCY, MONTHLY, shinjuku",
    "FREQUENCY, https://frequency.example/often, chiyoda",
    "YEAR, 2021, shinjuku",
    "YEAR, 2023, chiyoda",
    "LANGUAGE, ja, shinjuku",
    "YEAR, nineteen, ''",
  })
  void facets_narrow(Facet facet, String value, String expected) {
    Set<String> ids = expected.isEmpty() ? Set.of() : Set.of(expected.split(" "));
    assertEquals(ids, Set.copyOf(ids(find(Map.of(facet, Set.of(value))))));
  }

  private List<String> meeting(Condition condition) {
    SearchRequest request =
        new SearchRequest(
            "", Map.of(), Period.ALWAYS, Optional.empty(), condition, Order.NAME, 0, 10);
    SearchResults results = index.search(request);
    assertEquals(results.hits().size(), results.total());
    return ids(results);
  }

  @Test
  void conditions_areCombinedFreely() {
    Condition both = new Condition.Has(Facet.MUNICIPALITY, Set.of("13104"));
    Condition chiyoda = new Condition.Named(Set.of("chiyoda"));
    assertEquals(List.of("chiyoda", "fiji", "shinjuku"), meeting(Condition.EVERYTHING));
    assertEquals(List.of(), meeting(Condition.NOTHING));
    assertEquals(List.of("chiyoda", "shinjuku"), meeting(both));
    assertEquals(
        List.of("shinjuku"), meeting(new Condition.All(List.of(both, new Condition.Not(chiyoda)))));
    assertEquals(
        List.of("chiyoda", "fiji"),
        meeting(new Condition.Any(List.of(chiyoda, new Condition.NameBegins("fi")))));
    assertEquals(List.of("chiyoda", "shinjuku"), meeting(new Condition.HasAny(Facet.ACCESS)));
    assertEquals(List.of("shinjuku"), meeting(new Condition.Begins(Facet.ACCESS, "pa")));
    assertEquals(List.of("fiji"), meeting(new Condition.Words("title:フィジー")));
    assertEquals(List.of("fiji"), meeting(new Condition.Not(new Condition.HasAny(Facet.ACCESS))));
  }

  @Test
  void condition_ofTheLastCommit_isOfDescriptionAndData() {
    Instant data = store.states().find(BASE + "graph/data/chiyoda").orElseThrow().modified();
    Instant fiji = store.states().find(BASE + "graph/metadata/fiji").orElseThrow().modified();
    assertTrue(meeting(new Condition.Changed(data, data)).contains("chiyoda"));
    assertTrue(meeting(new Condition.Changed(Instant.MIN, fiji)).contains("fiji"));
    assertEquals(List.of(), meeting(new Condition.Changed(fiji.plusSeconds(3600), Instant.MAX)));
  }

  @Test
  void keywords_areCountedAsTheyAreWritten_whenAskedFor() {
    describe("tagged", "札付き", "DATASET dcat:keyword \"緑 地\"@ja , \"Park\"@en .");
    describe("also", "これも", "DATASET dcat:keyword \"Park\"@en .");
    catchUp();
    assertEquals(
        List.of(new SearchResults.Count("Park", 2), new SearchResults.Count("緑 地", 1)),
        index.count(SearchRequest.newest(0), Facet.KEYWORD));
    assertEquals(List.of("tagged"), meeting(new Condition.Has(Facet.KEYWORD, Set.of("緑 地"))));
    assertEquals(List.of(), index.search(SearchRequest.newest(0)).of(Facet.KEYWORD));
  }

  @Test
  void uuid_isThatOfTheDataset_ofADistribution_orOfItsTable() {
    describe("files", "ファイル", "DATASET dcat:distribution <datasets/files#csv> .");
    catchUp();
    for (String iri : List.of("datasets/files", "datasets/files#csv")) {
      assertEquals("files", index.findByUuid(IriUuid.of(BASE + iri)).orElseThrow().id());
    }
    String table = IriUuid.of(BASE + "datasets/chiyoda" + IriUuid.TABLE);
    assertEquals("chiyoda", index.findByUuid(table).orElseThrow().id());
    assertEquals(
        Optional.empty(), index.findByUuid(IriUuid.of(BASE + "datasets/fiji" + IriUuid.TABLE)));
    // What uuid5 of other languages makes of the text in the namespace of URLs.
    assertEquals("b63cdfa4-3df9-568e-97ae-006c5b8fd652", IriUuid.of("www.example.com"));
  }

  @Test
  void quality_isTheLevelOfMachineReadability_andNoOther() {
    describe(
        "judged",
        "判定済み",
        """
        DATASET <http://www.w3.org/ns/dqv#hasQualityMeasurement> <m/level> , <m/other> .
        <m/level> <http://www.w3.org/ns/dqv#isMeasurementOf>
            <https://machinami.org/vocab/quality-metric/machine-readability> ;
          <http://www.w3.org/ns/dqv#value> 2 .
        <m/other> <http://www.w3.org/ns/dqv#isMeasurementOf> <https://other.example/metric> ;
          <http://www.w3.org/ns/dqv#value> 3 .
        """);
    catchUp();
    assertEquals(List.of("judged"), ids(find(Map.of(Facet.QUALITY, Set.of("2")))));
    assertEquals(List.of(), ids(find(Map.of(Facet.QUALITY, Set.of("3")))));
  }

  @Test
  void severalValuesOfAFacet_addUp_severalFacets_narrow() {
    Map<Facet, Set<String>> years = Map.of(Facet.YEAR, Set.of("2021", "2023"));
    assertEquals(2, find(years).total());
    SearchResults both =
        find(Map.of(Facet.YEAR, Set.of("2021", "2023"), Facet.ACCESS, Set.of("open")));
    assertEquals(List.of("chiyoda"), ids(both));
    assertEquals(
        List.of(new SearchResults.Count("open", 1), new SearchResults.Count("paid", 1)),
        both.of(Facet.ACCESS),
        "what else there is under the years");
    assertEquals(
        List.of(new SearchResults.Count("2023", 1)), both.of(Facet.YEAR), "of what is open");
    assertEquals(
        List.of(new SearchResults.Count("13101", 1), new SearchResults.Count("13104", 1)),
        both.of(Facet.MUNICIPALITY));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01, 2020-12-31, shinjuku",
    "2022-03-31, 2022-03-31, shinjuku",
    "2022-04-01, 2022-12-31, ''",
    "2022-01-01, 2023-01-01, shinjuku chiyoda",
    "2030-01-01, , chiyoda",
    ", 1999-12-31, ''",
  })
  void period_findsWhatHasADayInCommon(LocalDate from, LocalDate to, String expected) {
    Set<String> ids = expected.isEmpty() ? Set.of() : Set.of(expected.split(" "));
    assertEquals(ids, within(Optional.ofNullable(from), Optional.ofNullable(to), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "139.6, 35.6, 139.8, 35.8, shinjuku chiyoda",
    "139.745, 35.6, 139.8, 35.8, chiyoda",
    "139.6, 35.6, 139.7, 35.7, shinjuku",
    "0, 0, 1, 1, ''",
    "170, -30, -170, 0, fiji",
    "-180, -90, 180, 90, shinjuku chiyoda fiji",
  })
  void rectangle_findsWhatHasAPointInCommon(
      double west, double south, double east, double north, String expected) {
    Set<String> ids = expected.isEmpty() ? Set.of() : Set.of(expected.split(" "));
    Optional<Box> box = Optional.of(new Box(west, south, east, north));
    assertEquals(ids, within(Optional.empty(), Optional.empty(), box));
  }

  @Test
  void whatIsNoRectangleOrPeriod_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Box(0, 10, 1, 9));
    assertThrows(IllegalArgumentException.class, () -> new Box(-181, 0, 1, 9));
    assertThrows(IllegalArgumentException.class, () -> new Box(Double.NaN, 0, 1, 9));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Period(
                Optional.of(LocalDate.of(2024, 1, 2)), Optional.of(LocalDate.of(2024, 1, 1))));
  }

  @Test
  void published_andChanged_areTwoOrders() {
    SearchRequest issued = new SearchRequest("施設", Map.of(), Order.ISSUED, 0, 10);
    assertEquals(List.of("chiyoda", "shinjuku"), ids(index.search(issued)));
    SearchRequest changed = new SearchRequest("施設", Map.of(), Order.MODIFIED, 0, 10);
    assertEquals(List.of("shinjuku", "chiyoda"), ids(index.search(changed)));
  }

  @Test
  void valuesOfWhatWasModified_areCounted_bothDaysIncluded() {
    LocalDate june = LocalDate.of(2023, 6, 1);
    LocalDate january = LocalDate.of(2024, 1, 1);
    assertEquals(
        List.of(new SearchResults.Count("13104", 2), new SearchResults.Count("13101", 1)),
        index.modifiedIn(days(june, january), Facet.MUNICIPALITY));
    assertEquals(
        List.of(new SearchResults.Count("13104", 1)),
        index.modifiedIn(days(june.plusDays(1), january), Facet.MUNICIPALITY));
    assertEquals(
        List.of(), index.modifiedIn(days(january.plusDays(1), january.plusDays(9)), Facet.ACCESS));
  }

  private static Period days(LocalDate from, LocalDate to) {
    return new Period(Optional.of(from), Optional.of(to));
  }

  private static Optional<Box> box(double west, double south, double east, double north) {
    return Optional.of(new Box(west, south, east, north));
  }

  private Set<String> within(Optional<Box> box) {
    return within(Optional.empty(), Optional.empty(), box);
  }

  @Test
  void rectangle_findsDataThatNameCellsOfTheMeshAlone() {
    describe("flow", "人流", "");
    putData("flow", graph("<id/observation/1> city:area <id/mesh/52350369> ."));
    describe("codes", "メッシュ別人口", "");
    putData("codes", graph("<id/observation/2> city:meshCode \"52350369\" ."));
    describe("none", "人口", "");
    putData("none", graph("<id/observation/3> city:area <id/mesh/99> ."));
    catchUp();
    assertEquals(Set.of("flow", "codes"), within(box(135.49, 34.718, 135.495, 34.72)));
    assertEquals(Set.of(), within(box(135.3, 34.5, 135.4, 34.6)));
    Box cell = index.find("flow").orElseThrow().extents().get(0);
    assertEquals(135.4875, cell.west(), 1e-6);
    assertEquals(List.of(), index.find("none").orElseThrow().extents());
  }

  @Test
  void rectangle_findsDataThatNameThingsWhoseGeometriesOtherDataHave() {
    describe("budget", "予算", "");
    putData("budget", graph("<id/entry/1> city:municipality <id/municipality/27128> ."));
    describe("hotels", "宿泊者", "DATASET dct:spatial <id/municipality/27128> .");
    describe("elsewhere", "歳入", "DATASET dct:spatial <id/municipality/27127> .");
    catchUp();
    assertEquals(Set.of(), within(box(135.6, 34.6, 135.8, 34.8)), "nothing says where it is");

    describe("wards", "区", "");
    putData(
        "wards",
        graph(
            """
            <id/municipality/27128> rdfs:label "中央区"@ja ;
              geo:hasGeometry <id/municipality/27128#geometry> .
            <id/municipality/27128#geometry>
              geo:asWKT "POLYGON((135.67 34.67, 135.75 34.67, 135.75 34.73, 135.67 34.67))" .
            """));
    catchUp();
    assertEquals(Set.of("budget", "hotels", "wards"), within(box(135.7, 34.69, 135.71, 34.7)));
    assertEquals(Set.of(), within(box(135.8, 34.69, 135.9, 34.7)));
    assertEquals(
        List.of(new Box(135.67, 34.67, 135.75, 34.73)),
        index.find("budget").orElseThrow().extents());

    change("data/wards", Optional.empty());
    catchUp();
    assertEquals(Set.of(), within(box(135.7, 34.69, 135.71, 34.7)), "nothing says it any longer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "odrl:permission <#1> . <#1> odrl:action odrl:use . | open",
        "odrl:permission <#1> . <#1> odrl:action odrl:use ; odrl:duty <#2> . <#2> odrl:action"
            + " odrl:compensate . | paid",
        "odrl:permission <#1> . <#1> odrl:action odrl:use ; odrl:duty <#2> . <#2> odrl:action <#3>"
            + " . <#3> rdf:value odrl:compensate . | paid",
        "odrl:permission <#1> . <#1> odrl:action odrl:use ; odrl:assignee <#who> . |"
            + " free-on-application",
        "odrl:obligation <#2> ; odrl:permission <#1> . <#1> odrl:action odrl:use . <#2> odrl:action"
            + " odrl:obtainConsent . | free-on-application",
        "odrl:prohibition <#1> . <#1> odrl:action odrl:sell . | ''",
      })
  void access_isReadFromPolicies(String policy, String expected) {
    describe("offered", "提供", "DATASET odrl:hasPolicy <#policy> . <#policy> " + policy);
    catchUp();
    List<String> plans = expected.isEmpty() ? List.of() : List.of(expected);
    assertEquals(plans, index.find("offered").orElseThrow().values(Facet.ACCESS));
  }

  @Test
  void access_ofAPlanAndAPolicy_isBoth() {
    describe(
        "offered",
        "提供",
        """
        DATASET city:accessPlan <https://machinami.org/vocab/access-plan/paid> ;
          odrl:hasPolicy <#policy> .
        <#policy> odrl:permission <#sold> , <#given> , <#shown> .
        <#sold> odrl:duty <#fee> . <#fee> odrl:action odrl:compensate .
        <#given> odrl:assignee <https://machinami.org/vocab/user-category/startup> .
        <#shown> odrl:action odrl:display .
        """);
    catchUp();
    assertEquals(
        Set.of("paid", "free-on-application"),
        Set.copyOf(index.find("offered").orElseThrow().values(Facet.ACCESS)));
  }
}
