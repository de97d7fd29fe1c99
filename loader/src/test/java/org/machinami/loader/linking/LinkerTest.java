package org.machinami.loader.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.rdf.model.Resource;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.City;

final class LinkerTest {
  private static final Point SHINJUKU = new Point(139.7005, 35.6896);
  private static final String WARD = "http://city.example/id/municipality/13104";

  private static LinkableThing station(
      String dataset, String iri, String name, String operator, String line, Point point) {
    return new LinkableThing(
        iri,
        new TreeSet<>(Set.of(dataset)),
        ThingKind.STATION,
        Set.of("Station"),
        List.of(name),
        Set.of(),
        Optional.of(point),
        "",
        List.of(),
        line.isEmpty() ? Set.of() : Set.of(line),
        operator.isEmpty() ? Set.of() : Set.of(operator));
  }

  private static LinkableThing facility(
      String dataset, String iri, String name, String address, Point point) {
    return facility("EvacuationCentre", dataset, iri, name, address, point);
  }

  private static LinkableThing facility(
      String type, String dataset, String iri, String name, String address, Point point) {
    return new LinkableThing(
        iri,
        new TreeSet<>(Set.of(dataset)),
        ThingKind.FACILITY,
        Set.of(type),
        List.of(name),
        Set.of(),
        Optional.of(point),
        WARD,
        List.of(address),
        Set.of(),
        Set.of());
  }

  private static LinkableThing municipality(String dataset, String iri, String name, String code) {
    return new LinkableThing(
        iri,
        new TreeSet<>(Set.of(dataset)),
        ThingKind.MUNICIPALITY,
        Set.of("Municipality"),
        List.of(name),
        code.isEmpty() ? Set.of() : Set.of(code),
        Optional.empty(),
        "",
        List.of(),
        Set.of(),
        Set.of());
  }

  private static Point east(Point point, double metres) {
    double perDegree = 111_195 * Math.cos(Math.toRadians(point.latitude()));
    return new Point(point.longitude() + metres / perDegree, point.latitude());
  }

  private static Linking link(LinkableThing... things) {
    return new Linker(Linker.rules(), List.of()).link(Arrays.asList(things));
  }

  private static List<String> linked(Linking linking) {
    return linking.links().stream()
        .map(link -> link.from().iri() + " " + link.to().iri() + " " + link.method().id())
        .toList();
  }

  @Test
  void station_isThatOfItsLine() {
    Linking found =
        link(
            station("a", "a/1", "新宿", "東京都交通局", "大江戸線", SHINJUKU),
            station("b", "b/1", "新宿駅", "Toei", "大江戸線", east(SHINJUKU, 80)),
            station("b", "b/2", "新宿駅", "Toei", "新宿線", east(SHINJUKU, 90)),
            station("b", "b/3", "新宿駅", "JR-East", "山手線", east(SHINJUKU, 50)));
    assertEquals(List.of("a/1 b/1 name-line-place"), linked(found));
    assertEquals(List.of(), found.questions());
    assertEquals(80, found.links().get(0).metres().getAsDouble(), 1);
  }

  @Test
  void station_ofALineThatIsCalledDifferently_isTheOnlyOne() {
    Linking found =
        link(
            station("a", "a/1", "初石", "東武鉄道", "野田線", SHINJUKU),
            station("b", "b/1", "初石", "Tobu", "東武アーバンパークライン", SHINJUKU),
            station("a", "a/2", "芝浦ふ頭", "ゆりかもめ", "何とか線", east(SHINJUKU, 5_000)),
            station("b", "b/2", "芝浦ふ頭", "Yurikamome", "ゆりかもめ", east(SHINJUKU, 5_010)));
    assertEquals(List.of("a/1 b/1 name-line-place", "a/2 b/2 name-place"), linked(found));
  }

  @Test
  void station_thatMayBeSeveral_isAQuestion() {
    Linking found =
        link(
            station("a", "a/1", "荻窪", "東日本旅客鉄道", "", SHINJUKU),
            station("b", "b/1", "荻窪", "JR-East", "中央線快速", SHINJUKU),
            station("b", "b/2", "荻窪", "JR-East", "中央・総武各駅停車", SHINJUKU));
    assertEquals(List.of(), found.links());
    assertEquals(1, found.questions().size());
    assertEquals(2, found.questions().get(0).candidates().size());
  }

  @Test
  void stationsOfOneNameInTwoCities_areTwo() {
    Linking found =
        link(
            station("a", "a/1", "大手町", "東京地下鉄", "東西線", SHINJUKU),
            station("b", "b/1", "大手町", "TokyoMetro", "東西線", east(SHINJUKU, 600_000)));
    assertEquals(List.of(), found.links());
    assertEquals(List.of(), found.questions());
  }

  @Test
  void facility_isFoundByNameAndAddressHoweverTheyAreWritten() {
    Linking found =
        link(
            facility("a", "a/1", "小松川第二小学校", "東京都新宿区小松川３丁目６番４号", SHINJUKU),
            facility("b", "b/1", "区立小松川二小", "小松川3-6-4", east(SHINJUKU, 45)),
            facility("b", "b/2", "小松川二中", "小松川2-10-2", east(SHINJUKU, 340)));
    assertEquals(List.of("a/1 b/1 name-address"), linked(found));
  }

  @Test
  void facility_whosePlaceIsWrong_isFoundByItsAddress() {
    Linking found =
        link(
            facility("a", "a/1", "汐入東小学校", "南千住8-9-3", SHINJUKU),
            facility("b", "b/1", "汐入東小学校", "南千住8-9-3", east(SHINJUKU, 11_500)));
    assertEquals(List.of("a/1 b/1 name-address"), linked(found));
  }

  /** A corporate number is one for all that a body runs. */
  @Test
  void facility_ofTheSameBody_isTheSameOnOneSiteOnly() {
    String body = "8000020131041";
    LinkableThing hall = run(facility("a", "a/1", "本庁舎", "歌舞伎町1-4-1", SHINJUKU), body);
    LinkableThing site =
        run(facility("b", "b/1", "新宿区役所", "新宿区歌舞伎町一丁目4番1号", east(SHINJUKU, 20)), body);
    LinkableThing branch =
        run(facility("b", "b/2", "第一分庁舎", "歌舞伎町1-5-1", east(SHINJUKU, 900)), body);
    assertEquals(List.of("a/1 b/1 code"), linked(link(hall, site, branch)));
    LinkableThing other = run(facility("b", "b/3", "あそか園", "歌舞伎町1-4-1", SHINJUKU), "1000020131041");
    assertEquals(List.of(), linked(link(hall, other)));
  }

  private static LinkableThing run(LinkableThing facility, String corporateNumber) {
    return new LinkableThing(
        facility.iri(),
        facility.datasets(),
        facility.kind(),
        facility.types(),
        facility.names(),
        Set.of(corporateNumber),
        facility.point(),
        facility.municipality(),
        facility.addresses(),
        facility.lines(),
        facility.operators());
  }

  @Test
  void meshCell_isThatOfTheCode() {
    Linking found =
        link(
            cell("a", "a/1", "53394525"), cell("b", "b/1", "53394525"),
            cell("b", "b/2", "53394526"), cell("b", "b/3", "533945"));
    assertEquals(List.of("a/1 b/1 code"), linked(found));
    assertEquals(List.of(), found.questions());
  }

  private static LinkableThing cell(String dataset, String iri, String code) {
    return new LinkableThing(
        iri,
        new TreeSet<>(Set.of(dataset)),
        ThingKind.MESH_CELL,
        Set.of("MeshCell"),
        List.of(),
        Set.of(code),
        Optional.empty(),
        "",
        List.of(),
        Set.of(),
        Set.of());
  }

  @Test
  void anotherFacilityAtTheAddress_isNotTheSame() {
    Linking found =
        link(
            facility("a", "a/1", "児童会館", "住吉1-9-8", SHINJUKU),
            facility("b", "b/1", "あそか園", "住吉1-9-8", SHINJUKU));
    assertEquals(List.of(), found.links());
  }

  @Test
  void equipment_isComparedWithItsClassOnly() {
    String toilet = City.PublicToilet.getURI();
    String address = "千代田区鍛冶町2-13-1";
    Linking found =
        link(
            facility(toilet, "a", "a/1", "神田駅前公衆トイレ", address, SHINJUKU),
            facility(toilet, "b", "b/1", "神田駅前公衆トイレ", address, SHINJUKU),
            facility(City.BicycleSharePort.getURI(), "c", "c/1", "神田駅前", address, SHINJUKU),
            facility(City.Park.getURI(), "d", "d/1", "神田駅前公園", address, SHINJUKU));
    assertEquals(List.of("a/1 b/1 name-address"), linked(found));
    assertEquals(List.of(), found.questions());
  }

  @Test
  void halfAName_isAQuestionWithinAClassOnly() {
    LinkableThing office =
        facility(City.GovernmentOffice.getURI(), "a", "a/1", "墨田区役所", "墨田区吾妻橋1-23-20", SHINJUKU);
    String name = "墨田区第1店舗";
    for (Resource type : List.of(City.FinancialOffice, City.GovernmentOffice)) {
      Linking found =
          link(office, facility(type.getURI(), "b", "b/1", name, "墨田区吾妻橋1-23-20", SHINJUKU));
      assertEquals(List.of(), found.links());
      assertEquals(type.equals(City.GovernmentOffice) ? 1 : 0, found.questions().size());
    }
  }

  @Test
  void municipality_isThatOfTheCode_orTheOnlyOneOfTheName() {
    Linking found =
        link(
            municipality("a", "a/1", "府中市", "13206"),
            municipality("a", "a/2", "府中市", "34208"),
            municipality("a", "a/3", "日野市", "13212"),
            municipality("b", "b/1", "府中市", "13206"),
            municipality("c", "c/1", "府中市", ""),
            municipality("c", "c/3", "日野市", ""));
    assertTrue(linked(found).contains("a/1 b/1 code"), linked(found).toString());
    assertTrue(linked(found).contains("a/3 c/3 name"), linked(found).toString());
    assertTrue(
        found.questions().stream()
            .flatMap(question -> question.candidates().stream())
            .anyMatch(candidate -> candidate.to().iri().equals("c/1")));
  }

  @Test
  void whatAPersonHasDecided_holds() {
    LinkableThing one = station("a", "a/1", "荻窪", "東日本旅客鉄道", "", SHINJUKU);
    LinkableThing rapid = station("b", "b/1", "荻窪", "JR-East", "中央線快速", SHINJUKU);
    LinkableThing local = station("b", "b/2", "荻窪", "JR-East", "中央・総武各駅停車", SHINJUKU);
    Instant now = Instant.parse("2026-11-29T00:00:00Z");
    Linking same =
        new Linker(Linker.rules(), List.of(new Answer("a/1", "b/2", true, now)))
            .link(List.of(one, rapid, local));
    assertEquals(List.of("a/1 b/2 person"), linked(same));
    assertEquals(List.of(), same.questions());
    Linking different =
        new Linker(Linker.rules(), List.of(new Answer("a/1", "b/2", false, now)))
            .link(List.of(one, rapid, local));
    assertEquals(List.of("a/1 b/1 name-place"), linked(different));
  }

  @Test
  void address_isComparedByItsParts() {
    Address wanted = new Address("箱根ヶ崎", "2287");
    assertEquals(Optional.of(wanted), Address.of("東京都西多摩郡瑞穂町大字箱根ケ崎2287"));
    assertEquals(Optional.of(wanted), Address.of("瑞穂町箱根ケ崎２２８７番地"));
    assertEquals(Address.of("東京都千代田区一ツ橋2-6-14"), Address.of("千代田区一ツ橋二丁目６番１４号"));
    assertEquals(Optional.empty(), Address.of("青ヶ島村無番地"));
  }
}
