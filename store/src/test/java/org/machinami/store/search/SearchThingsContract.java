package org.machinami.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the data of a dataset, and suggestions. */
abstract class SearchThingsContract extends SearchFixture {
  private void stations() {
    describe("stations", "鉄道の停車場", "DATASET dcat:keyword \"鉄道\"@ja .");
    putData(
        "stations",
        graph(
            """
            <id/station/shinjuku> rdfs:label "新宿駅"@ja , "Shinjuku Station"@en , "シンジュクエキ"@ja-Hrkt ;
              city:capacity 12 .
            <id/station/ueno> rdfs:label "上野駅"@ja , "Ueno Station"@en .
            <id/station/ueno#part> rdfs:label "改札"@ja .
            """));
    describe("title", "新宿駅の案内図", "");
    catchUp();
  }

  @Test
  void aThingInTheData_findsItsDataset_belowTitles() {
    stations();
    assertEquals(List.of("title", "stations"), ids(search("新宿駅")));
    assertEquals(List.of("stations"), ids(search("ueno")));
    assertEquals(List.of("stations"), ids(search("うえのえき")));
    assertEquals(List.of("stations"), ids(search("thing:上野駅")));
    assertEquals(List.of(), ids(search("title:上野駅")));
    assertEquals(2, index.documents(), "things are no datasets");
    assertEquals(2, search("").total());
  }

  @Test
  void columns_areFoundByTheWordsOfTheOntology() {
    stations();
    assertEquals(List.of("stations"), ids(search("column:capacity")));
    assertEquals(List.of("stations"), ids(search("定員")));
  }

  @Test
  void columns_areFoundByTheWordsOfTheDescription_whichTheTableShows() {
    describe(
        "notes",
        "点検の記録",
        """
        city:remark rdfs:label "備考"@ja , "remark"@en ; rdfs:comment "点検者の所見"@ja .
        city:unused rdfs:label "予備"@ja .
        """);
    putData("notes", graph("<id/inspection/1> city:remark \"良好\"@ja ."));
    catchUp();
    assertEquals(List.of("notes"), ids(search("備考")));
    assertEquals(List.of("notes"), ids(search("column:remark")));
    assertEquals(List.of("notes"), ids(search("column:所見")));
    assertEquals(List.of(), ids(search("column:予備")), "no column of the data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"新宿駅", "shinjuku station", "ＳＨＩＮＪＵＫＵ　ｓｔａｔｉｏｎ", "シンジュクエキ", "しんじゅくえき", "「新宿駅」"})
  void aThingWithExactlyThatName_isOffered(String typed) {
    stations();
    List<SearchResults.Thing> things = search(typed).things();
    assertEquals(1, things.size());
    assertEquals(BASE + "id/station/shinjuku", things.get(0).iri());
    assertTrue(things.get(0).names().contains(new Literal("新宿駅", "ja")));
    assertEquals(Set.of("stations"), things.get(0).datasets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"新宿", "駅", "改札", "-新宿駅", "title:新宿駅", ""})
  void others_areNot(String typed) {
    stations();
    assertEquals(List.of(), search(typed).things());
  }

  @ParameterizedTest
  @ValueSource(strings = {"高輪駅", "Takanawa Station", "takanawa station"})
  void stationsWithoutTheirSuffix_areMeant(String typed) {
    describe("lines", "路線の一覧", "");
    putData(
        "lines",
        graph(
            """
            <id/station/takanawa> rdfs:label "高輪"@ja , "Takanawa"@en .
            <id/facility/takanawa> rdfs:label "高輪"@ja , "Takanawa"@en .
            """));
    catchUp();
    SearchResults results = search(typed);
    assertEquals(
        List.of(BASE + "id/station/takanawa"),
        results.things().stream().map(SearchResults.Thing::iri).toList());
    assertEquals(List.of("lines"), ids(search("高輪駅")));
  }

  @Test
  void newData_takeTheOldThingsAway() {
    stations();
    putData("stations", graph("<id/station/meguro> rdfs:label \"目黒駅\"@ja ."));
    catchUp();
    assertEquals(List.of("title"), ids(search("新宿駅")));
    assertEquals(List.of(), search("新宿駅").things());
    assertEquals(1, search("目黒駅").things().size());
    change("data/stations", Optional.empty());
    catchUp();
    assertEquals(List.of(), search("目黒駅").things());
    assertEquals(0, search("目黒駅").total());
  }

  @Test
  void aNewDescription_keepsTheThings() {
    stations();
    index.close();
    index = open(directory.resolve("search"), BASE);
    describe("stations", "鉄道の駅", "");
    catchUp();
    assertEquals(List.of("title", "stations"), ids(search("新宿駅")));
    assertEquals(1, search("新宿駅").things().size());
  }

  @Test
  void dataBeforeTheirDescription_areKeptInMind() {
    putData("late", graph("<id/station/meguro> rdfs:label \"目黒駅\"@ja ."));
    catchUp();
    assertEquals(0, index.documents());
    assertEquals(Optional.empty(), index.find("late"));
    assertEquals(0, search("目黒駅").total());
    describe("late", "駅", "");
    catchUp();
    assertEquals(List.of("late"), ids(search("目黒駅")));
    change("metadata/late", Optional.empty());
    catchUp();
    assertEquals(0, index.documents());
    assertEquals(List.of(), search("目黒駅").things());
  }

  @Test
  void manyCommitsAtOnce_endAsTheLastSays() {
    describe("a", "最初", "");
    putData("a", graph("<id/station/meguro> rdfs:label \"目黒駅\"@ja ."));
    describe("a", "最後", "");
    catchUp();
    assertEquals(List.of("a"), ids(search("最後 目黒駅")));
    index.rebuild(store.ledger(), store.versions());
    assertEquals(List.of("a"), ids(search("最後 目黒駅")));
    assertEquals(1, search("目黒駅").things().size());
  }

  @Test
  void names_areThoseThatDataGive_byIri() {
    stations();
    describe("signs", "駅の看板", "");
    putData("signs", graph("<id/station/shinjuku> rdfs:label \"Shinjuku sign\"@en ."));
    catchUp();
    String iri = BASE + "id/station/shinjuku";
    Map<String, List<Literal>> names = index.names(List.of(iri, BASE + "id/station/none"));
    assertEquals(Set.of(iri), names.keySet());
    assertTrue(names.get(iri).contains(new Literal("Shinjuku sign", "en")), names.toString());
    assertTrue(names.get(iri).contains(new Literal("新宿駅", "ja")), names.toString());
    assertEquals(Map.of(), index.names(List.of()));
    assertEquals(
        1,
        index
            .names(
                Stream.concat(
                        Stream.of(iri), IntStream.range(0, 5_000).mapToObj(i -> BASE + "id/x/" + i))
                    .toList())
            .size());
  }

  @Test
  void names_ofAThing_areThere_howeverOftenOthersAreNamed() {
    String places =
        IntStream.range(0, 500)
            .mapToObj(i -> "<id/place/%d> rdfs:label \"Place %d\"@en .".formatted(i, i))
            .collect(Collectors.joining("\n"));
    for (String id : List.of("a", "b", "c", "d", "e")) {
      describe(id, "場所", "");
      putData(id, graph(places));
    }
    catchUp();
    describe("last", "最後の場所", "");
    putData("last", graph("<id/place/last> rdfs:label \"The last\"@en ."));
    catchUp();
    List<String> asked =
        Stream.concat(
                IntStream.range(0, 500).mapToObj(i -> BASE + "id/place/" + i),
                Stream.of(BASE + "id/place/last"))
            .toList();
    assertEquals(Set.copyOf(asked), index.names(asked).keySet());
  }

  @Test
  void thingsWithoutEnd_areBounded() {
    describe("many", "多数", "");
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < ContentsReader.MOST_THINGS + 500; i++) {
      data.append("<id/cell/%06d> rdfs:label \"Cell number%d\"@en .\n".formatted(i, i));
    }
    putData("many", graph(data.toString()));
    catchUp();
    assertEquals(1, search("cell number7").things().size());
    assertEquals(0, search("number" + (ContentsReader.MOST_THINGS + 499)).total());
  }

  @Test
  void municipality_findsWhatIsAboutIt() {
    describe("areas", "区の一覧", "");
    putData(
        "areas", graph("<id/municipality/13104> rdfs:label \"新宿区\"@ja , \"Shinjuku City\"@en ."));
    describe("about", "公園の一覧", "DATASET dct:spatial <id/municipality/13104> .");
    describe("not", "河川の一覧", "DATASET dct:spatial <id/municipality/13101> .");
    catchUp();
    assertEquals(Set.of("areas", "about"), new TreeSet<>(ids(search("新宿区"))));
    assertEquals(List.of("about"), ids(search("新宿 公園")));
    assertEquals(List.of("about"), ids(search("place:新宿区")));
    assertEquals(List.of("about"), ids(search("公園 \"Shinjuku City\"")));
  }

  @ParameterizedTest
  @CsvSource({
    "新, 新宿駅",
    "シンジ, 新宿駅",
    "しんじ, 新宿駅",
    "shinj, 新宿駅",
    "Shinjuku S, Shinjuku Station",
    "ｔｅｔ, 鉄道",
    "鉄道の, 鉄道の停車場",
  })
  void suggestions_beginAsTyped(String typed, String expected) {
    stations();
    List<String> texts = index.suggest(typed, 10).stream().map(Suggestion::text).toList();
    assertTrue(texts.contains(expected), texts.toString());
  }

  @Test
  void suggestions_ofKana_goByItsSyllables() {
    describe("a", "品川の一覧", "");
    describe("b", "新橋の一覧", "");
    catchUp();
    List<String> texts = index.suggest("しん", 10).stream().map(Suggestion::text).toList();
    assertEquals(List.of("新橋の一覧"), texts);
    assertEquals(2, index.suggest("shin", 10).size());
  }

  @Test
  void suggestions_areFew_andOfWhatIsThere() {
    stations();
    assertEquals(List.of(), index.suggest("", 10));
    assertEquals(List.of(), index.suggest("存在しない", 10));
    assertEquals(1, index.suggest("新", 1).size());
  }
}
