package org.machinami.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.store.search.text.TypedField;

/** How words find each other, and how what is typed is understood. */
abstract class SearchWordsContract extends SearchFixture {
  @ParameterizedTest
  @CsvSource({
    // text, what finds it: kanji, kana and romaji of a name
    "日比谷公園の樹木, ひびや",
    "日比谷公園の樹木, ヒビヤ",
    "日比谷公園の樹木, ﾋﾋﾞﾔ",
    "日比谷公園の樹木, hibiya",
    "日比谷公園の樹木, ＨＩＢＩＹＡ",
    "日比谷公園の樹木, ひびやこうえん",
    "日比谷公園の樹木, hibiyakoen",
    "ひびや公園, 日比谷",
    "ヒビヤの木, 日比谷",
    "Hibiya no ki, 日比谷",
    "新宿駅の乗降人員, しんじゅくえき",
    "新宿駅の乗降人員, shinjuku",
    "新宿駅の乗降人員, sinzyuku",
    "東京都の人口, とうきょう",
    "東京都の人口, Tōkyō",
    "東京都の人口, toukyou",
    "東京都の人口, tokyo",
    "新橋の店, shimbashi",
    "新橋の店, しんばし",
    // widths, years, numbers
    "Ｗｉ－Ｆｉの場所, wi-fi",
    "ﾄｲﾚの一覧, トイレ",
    "令和5年の人口, 2023年",
    "令和5年の人口, 2023",
    "令和5年の人口, R5",
    "令和５年度の人口, 2023年度",
    "2023年の人口, 令和五年",
    "2019年の人口, 令和元年",
    "平成30年の人口, H30",
    "昭和64年の人口, 1989",
    "R6国勢調査, 2024年",
    "二十三区の人口, 23区",
    "３丁目の人口, 三丁目",
    "霞が関の官庁, 霞ヶ関",
    "霞ケ関の官庁, 霞が関",
    // what kind a place is may be left out
    "新宿区の人口, 新宿",
    "新宿の人口, 新宿区",
    "町田市の人口, 町田",
    "町田の人口, 町田市",
    "新宿の乗降人員, 新宿駅",
    // parts that no dictionary has
    "甲乙丙丁戊の一覧, 乙丙丁",
    "サーバーの一覧, サーバ",
  })
  void wordsFindEachOther(String text, String typed) {
    describe("found", text, "");
    describe("other", "水道の料金", "");
    catchUp();
    assertEquals(List.of("found"), ids(search(typed)));
  }

  @ParameterizedTest
  @CsvSource({
    "講演会の一覧, 公園", // sounds the same, is something else
    "H2ステーション, 1991",
    "PM2.5の濃度, 1869",
    "三鷹市の人口, 3鷹",
  })
  void wordsThatAreOthers_doNotFindEachOther(String text, String typed) {
    describe("other", text, "");
    catchUp();
    assertEquals(List.of(), ids(search(typed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evacuation shelter", "evacuation shelters", "shelter", "避難所", "指定避難所"})
  void namesOfAClassInTheOntology_areSynonyms(String typed) {
    describe("ja", "避難所の一覧", "");
    put(
        "en",
        graph("<datasets/en> a dcat:Dataset ; dct:title \"List of evacuation shelters\"@en ."));
    describe("other", "水道の料金", "");
    catchUp();
    assertEquals(Set.of("ja", "en"), Set.copyOf(ids(search(typed))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eau", "l'eau", "d’eau", "\"qualité de l'eau\"", "qualite eau"})
  void articlesOfFrench_areNoPartOfAWord(String typed) {
    put("fr", graph("<datasets/fr> a dcat:Dataset ; dct:title \"Qualité de l’eau\"@fr ."));
    catchUp();
    SearchResults found = search(typed);
    assertEquals(List.of("fr"), ids(found));
    assertTrue(marked(found, "Qualité de l’eau", "fr").contains("eau]"), typed);
  }

  private void parks() {
    describe(
        "parks",
        "公園の一覧",
        """
        DATASET dct:title "List of parks"@en ; dct:description "区内の樹木が多い公園"@ja ;
          dcat:keyword "緑地"@ja ; dct:publisher <publishers/green> .
        <publishers/green> foaf:name "みどり局"@ja , "Green Office"@en .""");
    describe(
        "trees",
        "街路の樹木",
        "DATASET dct:title \"Trees of streets, no list\"@en ; dct:description \"公園を除く\"@ja .");
    catchUp();
  }

  @ParameterizedTest
  @CsvSource({
    "公園, parks trees",
    "樹木, trees parks",
    "title:公園, parks",
    "題名：公園, parks",
    "title:park, parks",
    "description:樹木, parks",
    "keyword:緑地, parks",
    "publisher:green, parks",
    "publisher:公園, ''",
    "title:こうえん, parks",
    "公園 -緑地, trees",
    "公園 －title:公園, trees",
    "-title:park, trees",
    "'\"list of parks\"', parks",
    "'\"of parks list\"', ''",
    "「公園の一覧」, parks",
    "「一覧の公園」, ''",
    "'\"list of', parks trees",
    "title:「樹木」, trees",
    "nofield:公園, ''",
    "公園　緑地, parks",
    "the park, parks",
  })
  void signs_areUnderstood(String typed, String expected) {
    parks();
    List<String> ids = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
    List<String> found = ids(search(typed));
    assertEquals(Set.copyOf(ids), Set.copyOf(found), "any order");
  }

  @Test
  void titles_standBeforeDescriptions() {
    parks();
    assertEquals(List.of("parks", "trees"), ids(search("公園")));
    assertEquals(List.of("trees", "parks"), ids(search("樹木")));
  }

  @Test
  void partsOfACompound_standInOnePartOfTheDescription_nearOnesFirst() {
    describe("apart", "介護の一覧", "DATASET dct:description \"事業所の数\"@ja .");
    describe("together", "一覧", "DATASET dct:description \"事業所ごとの介護の費用\"@ja .");
    describe("beside", "一覧", "DATASET dct:description \"介護事業所の費用\"@ja .");
    catchUp();
    assertEquals(List.of("beside", "together"), ids(search("介護事業所")));
  }

  @Test
  void phrases_doNotReachAcrossValues() {
    describe("two", "一覧", "DATASET dcat:keyword \"open data\"@en , \"city portal\"@en .");
    catchUp();
    assertEquals(List.of("two"), ids(search("\"open data\"")));
    assertEquals(List.of("two"), ids(search("data city")));
    assertEquals(List.of(), ids(search("\"data city\"")));
    assertEquals(List.of(), ids(search("\"portal open\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"", "「", "」", "-", "--", "-\"", "title:", ":", "title:-", "AND", "OR NOT", "*", "*a",
        "?", "((", "~~", "\u0000", "の", "the", "/.*/", "\\", "a~100", "[a TO b]", "^^", "a^",
            "\uD83D",
        "{!func}", "-の", "𠮷野家", "\u202E", "R", "令和", "元年", "〇", "ー", "'", "年"
      })
  void nothingThatIsTyped_isAnError(String typed) {
    parks();
    assertTrue(search(typed).total() <= 2);
    assertTrue(index.suggest(typed, 10).size() <= 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "公園 ",
        "a",
        "\"a\" ",
        "-a ",
        "title:a ",
        "避難所 evacuation shelter ",
        "東京都",
        "〇一",
        "き",
        "ka"
      })
  void tenKilobytes_areAnsweredSoon(String part) {
    parks();
    String typed = part.repeat(10_000 / part.length());
    SearchResults results =
        assertTimeout(Duration.ofSeconds(3), () -> search(typed), "far above what it takes");
    assertTrue(results.typed().cut());
    assertTrue(results.total() <= 2);
  }

  @Test
  void marks_standWhereTheWordsAre() {
    parks();
    SearchResults results = search("公園");
    assertEquals("[公園]の一覧", marked(results, "公園の一覧", "ja"));
    assertEquals("[日比谷]公園", marked(search("ひびや"), "日比谷公園", "ja"));
    assertEquals("[新宿駅]前", marked(search("しんじゅくえき"), "新宿駅前", "ja"));
    assertEquals("List of [parks]", marked(search("park"), "List of parks", "en"));
    assertEquals("[令和5]年の人口", marked(search("2023"), "令和5年の人口", "ja"));
    assertEquals("甲[乙丙丁]戊", marked(search("乙丙丁"), "甲乙丙丁戊", "ja"));
    assertEquals("<b>[公園]</b>", marked(results, "<b>公園</b>", "ja"), "text stays text");
    assertEquals("水道", marked(results, "水道", "ja"));
  }

  @ParameterizedTest
  @CsvSource({
    "policies, the [policy] of a city",
    "sizing, the [size] of a city",
    "days, a [day] in a city",
    "capabilities, [capable] of both",
    "relational, [relate] to it",
    "hoppings, a [hop] from there",
    "resumes, Le [Résumé] et la ville",
    "qualité, the [Qualite] of water",
    "cities, the [city] and the [ｃｉｔｙ]",
    "policies, the police of a town",
  })
  void englishWords_areMarked_inAllTheirForms(String typed, String expected) {
    parks();
    String text = expected.replaceAll("[\\[\\]]", "");
    assertEquals(expected, markedText(search(typed), text, "en"));
  }

  @ParameterizedTest
  @CsvSource({
    "介護事業所, [介護]のための[事業]",
    "介護 費用, [介護]のための事業", // one stands as it is typed, the other nowhere
    "libraries, 介護のための事業",
  })
  void runningText_isMarked(String typed, String expected) {
    parks();
    assertEquals(expected, markedText(search(typed), "介護のための事業", "ja"));
  }

  @ParameterizedTest
  @CsvSource({
    "かいご, [介護]の一覧, [介護]のための事業",
    "kaigo, [介護]の一覧, [介護]のための事業",
    "2023, [令和5]年, [令和5]年の人口",
    "csv, [CSV]形式, [CSV]形式の表",
    "2023, [2023]年度, [2023]年度から12023件",
  })
  void runningText_isMarkedByWhatItsTitleShows(String typed, String title, String text) {
    parks();
    SearchResults results = search(typed);
    assertEquals(title, marked(results, title.replaceAll("[\\[\\]]", ""), "ja"));
    assertEquals(text, markedText(results, text.replaceAll("[\\[\\]]", ""), "ja"));
  }

  @Test
  void longText_isCutAroundTheFirstMark() {
    parks();
    Snippet snippet =
        search("公園")
            .marker()
            .text(new Literal("水".repeat(500) + "公園" + "土".repeat(500), "ja"), 100);
    String text = snippet.parts().stream().map(Snippet.Part::text).reduce("", String::concat);
    assertEquals(100, text.length());
    assertTrue(snippet.isMarked() && snippet.before() && snippet.after());
  }

  @ParameterizedTest
  @CsvSource({
    "公園, TITLE DESCRIPTION",
    "park, TITLE",
    "樹木, DESCRIPTION",
    "緑地, KEYWORD",
    "keyword:緑地, KEYWORD",
    "green 緑地, KEYWORD PUBLISHER",
    "公園 -緑地, TITLE DESCRIPTION",
    "「樹木が多い」, DESCRIPTION",
    "evacuation shelter, COLUMN",
    "shelter, COLUMN",
    "公園 -公園, TITLE DESCRIPTION",
    "-公園, ''",
    "の, ''",
  })
  void partsOfADescription_thatHaveTheWords_areTold(String typed, String parts) {
    describe(
        "parks",
        "公園の一覧",
        """
        DATASET dct:title "List of parks"@en ; dct:description "区内の樹木が多い公園"@ja ;
          dcat:keyword "緑地"@ja ; dct:publisher <publishers/green> .
        <datasets/parks#schema> <http://www.w3.org/ns/csvw#column> <datasets/parks#column> .
        <datasets/parks#column> <http://www.w3.org/ns/csvw#title> "避難所"@ja .
        <publishers/green> foaf:name "みどり局"@ja , "Green Office"@en .""");
    catchUp();
    Set<TypedField> expected = EnumSet.noneOf(TypedField.class);
    for (String part : parts.split(" ", -1)) {
      if (!part.isEmpty()) {
        expected.add(TypedField.valueOf(part));
      }
    }
    assertEquals(
        expected.isEmpty() ? Map.of() : Map.of("parks", expected),
        index.foundIn(typed, Set.of("parks")));
  }

  private static String marked(SearchResults results, String name, String tag) {
    return bracketed(results.marker().name(new Literal(name, tag), 1000));
  }

  private static String markedText(SearchResults results, String text, String tag) {
    return bracketed(results.marker().text(new Literal(text, tag), 1000));
  }

  private static String bracketed(Snippet snippet) {
    StringBuilder out = new StringBuilder();
    snippet
        .parts()
        .forEach(part -> out.append(part.marked() ? "[" + part.text() + "]" : part.text()));
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({"libary, library", "libraries of shcools, libraries of schools", "図書缶, 図書館"})
  void whatIsNotFound_isCorrected(String typed, String expected) {
    describe("books", "図書館の一覧", "DATASET dct:title \"Libraries of schools: a library\"@en .");
    catchUp();
    SearchResults results = search(typed);
    assertEquals(0, results.total());
    assertEquals(Optional.of(expected), results.correction());
    assertTrue(search(expected).total() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "公園 水道 緑地, 公園 緑地, 1",
    "\"公園 樹木 一覧\", 公園 樹木 一覧, 1",
    "publisher:一覧, 一覧, 1",
    "甲乙丙 樹木, 樹木, 2",
    "公園 -公園, 公園, 2",
    "甲乙丙, '', 0",
  })
  void aQueryThatFindsNothing_getsALooserOne(String typed, String looser, long total) {
    parks();
    SearchResults results = search(typed);
    assertEquals(0, results.total());
    Optional<SearchResults.Looser> expected =
        total == 0 ? Optional.empty() : Optional.of(new SearchResults.Looser(looser, total));
    assertEquals(expected, results.looser());
  }

  @Test
  void filtersThatLeaveNothing_areTheFirstToFall() {
    parks();
    SearchResults results =
        index.search(
            new SearchRequest(
                "公園", Map.of(Facet.SECTOR, Set.of("nowhere")), Order.RELEVANCE, 0, 10));
    assertEquals(0, results.total());
    assertEquals(Optional.of(new SearchResults.Looser("公園", 2)), results.looser());
    assertFalse(search("公園").looser().isPresent());
  }
}
