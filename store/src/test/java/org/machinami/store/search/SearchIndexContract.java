package org.machinami.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.LedgerFollower;
import org.machinami.store.ledger.LedgerReader;

/** What every search index does, over a real store. */
abstract class SearchIndexContract extends SearchFixture {
  private static Graph dataset(
      String id, String ja, String en, String sector, String field, String type, String modified) {
    return graph(
        """
        <datasets/%s> a dcat:Dataset ; dct:title "%s"@ja , "%s"@en ;
          dct:description "新宿区の都立図書館の一覧です。"@ja , "About the libraries of the schools"@en ;
          dct:publisher <publishers/bureau> ; city:sector <https://machinami.org/vocab/sector/%s> ;
          dcat:theme <https://machinami.org/vocab/service-field/%s> ;
          dct:license <https://creativecommons.org/licenses/by/4.0/> ;
          dct:modified "%s"^^xsd:date ; dcat:distribution <datasets/%s#d> .
        <datasets/%s#d> dcat:mediaType <https://www.iana.org/assignments/media-types/%s> .
        <publishers/bureau> foaf:name "見本局"@ja , "Sample Bureau"@en .
        """
            .formatted(id, ja, en, sector, field, modified, id, id, type));
  }

  private void three() {
    put(
        "libraries",
        dataset("libraries", "図書館", "Libraries", "public", "education", "text/csv", "2026-01-01"));
    put(
        "power",
        dataset(
            "power",
            "電力需要",
            "Électricité",
            "utility",
            "environment-energy",
            "application/geo+json",
            "2026-03-01"));
    put(
        "stations",
        dataset("stations", "山手線の駅", "Stations", "utility", "mobility", "text/csv", "2026-02-01"));
    index.catchUp(store.ledger(), store.versions());
  }

  @Test
  void emptyIndex_findsNothing() {
    assertEquals(0, index.applied());
    assertEquals(0, search("").total());
    assertEquals(0, index.catchUp(store.ledger(), store.versions()));
  }

  @ParameterizedTest
  @CsvSource({
    "駅, stations",
    "電力, power",
    "山手線, stations",
    "STATION, stations",
    "electricite, power",
    "power, power",
  })
  void search_findsWordsOfEitherLanguage(String words, String expected) {
    three();
    assertEquals(List.of(expected), ids(search(words)));
  }

  @Test
  void search_putsTitlesFirst_andSearchesDescriptionsToo() {
    three();
    SearchResults results = search("図書館");
    assertEquals(3, results.total());
    assertEquals("libraries", results.hits().get(0).id());
    assertEquals(3, search("school").total(), "stems of English");
    assertEquals(3, search("見本局").total(), "names of publishers");
    assertEquals(3, search("都立図").total(), "parts that no dictionary has");
    assertEquals(1, search("電力　見本局").total(), "every word must match, also after U+3000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "AND", "*", "title:x", "((", "~~", "\u0000", "の", "/.*/", "\\"})
  void search_takesAnythingThatIsTyped(String words) {
    three();
    assertTrue(search(words).total() <= 3);
  }

  @Test
  void filters_narrow_andCountsShowWhatElseThereIs() {
    three();
    SearchResults results =
        index.search(
            new SearchRequest("", Map.of(Facet.SECTOR, Set.of("utility")), Order.TITLE_EN, 0, 10));
    assertEquals(List.of("power", "stations"), ids(results));
    assertEquals(
        List.of(new SearchResults.Count("utility", 2), new SearchResults.Count("public", 1)),
        results.of(Facet.SECTOR));
    assertEquals(
        List.of(new SearchResults.Count("csv", 1), new SearchResults.Count("geojson", 1)),
        results.of(Facet.FORMAT));
    assertEquals(List.of(new SearchResults.Count("bureau", 2)), results.of(Facet.PUBLISHER));
  }

  @Test
  void hit_showsAll_ofDescriptionsInTooManyLanguagesForADocValue() {
    String descriptions =
        IntStream.range(0, 200)
            .mapToObj(i -> "\"" + "説明".repeat(200) + "\"@ja-x-n" + i)
            .collect(Collectors.joining(" , "));
    describe("babel", "多言語", "DATASET dct:description " + descriptions + " .");
    index.catchUp(store.ledger(), store.versions());
    assertEquals(200, index.find("babel").orElseThrow().descriptions().size());
    three();
    assertEquals(200, search("多言語").hits().get(0).descriptions().size());
    assertEquals(Set.of("babel"), index.foundIn("多言語", List.of("babel", "power")).keySet());
    assertEquals(2, index.find("power").orElseThrow().titles().size());
  }

  @Test
  void equals_areByTheirIds_inWhicheverOrderTheyCame() {
    for (String id : List.of("m2", "m4", "m1", "m3", "m5")) {
      describe(id, "同じ題名", "");
      index.catchUp(store.ledger(), store.versions());
    }
    assertEquals(List.of("m1", "m2", "m3", "m4", "m5"), ids(search("同じ題名")));
    SearchRequest middle = new SearchRequest("題名", Map.of(), Order.TITLE_JA, 1, 2);
    assertEquals(List.of("m2", "m3"), ids(index.search(middle)));
  }

  @Test
  void orders_andPages() {
    three();
    SearchRequest newest = new SearchRequest("", Map.of(), Order.MODIFIED, 0, 2);
    assertEquals(List.of("power", "stations"), ids(index.search(newest)));
    SearchRequest second = new SearchRequest("", Map.of(), Order.MODIFIED, 2, 2);
    assertEquals(List.of("libraries"), ids(index.search(second)));
    SearchRequest beyond = new SearchRequest("", Map.of(), Order.MODIFIED, 40, 20);
    assertEquals(3, index.search(beyond).total());
    assertTrue(index.search(beyond).hits().isEmpty());
  }

  private List<String> in(Order order) {
    return ids(index.search(new SearchRequest("", Map.of(), order, 0, 10)));
  }

  @Test
  void orders_goBackwards_withWhatSaysNothingLast() {
    three();
    put("bare", graph("<datasets/bare> a dcat:Dataset ; dct:title \"一覧\"@ja ."));
    catchUp();
    assertEquals(List.of("libraries", "stations", "power", "bare"), in(Order.MODIFIED_UP));
    assertEquals(List.of("stations", "libraries", "power", "bare"), in(Order.TITLE_JA_DOWN));
    assertEquals(List.of("bare", "stations", "libraries", "power"), in(Order.TITLE_EN_DOWN));
  }

  @Test
  void created_isWhenTheDescriptionCame_andDidNotGoAgain() {
    three();
    describe("libraries", "図書館の一覧", "");
    catchUp();
    assertEquals(List.of("libraries", "power", "stations"), in(Order.CREATED_UP));
    assertEquals(List.of("stations", "power", "libraries"), in(Order.CREATED));
    assertEquals(List.of("power", "stations", "libraries"), in(Order.CHANGED_UP));
    index.close();
    index = open(directory.resolve("search"), BASE);
    describe("power", "電力", "");
    catchUp();
    assertEquals(List.of("libraries", "power", "stations"), in(Order.CREATED_UP));

    change("metadata/libraries", Optional.empty());
    describe("libraries", "図書館", "");
    catchUp();
    assertEquals(List.of("power", "stations", "libraries"), in(Order.CREATED_UP));
    Instant came = store.ledger().read(store.ledger().head() - 1, 1).get(0).time();
    Condition since = new Condition.Created(Instant.ofEpochMilli(came.toEpochMilli()), Instant.MAX);
    SearchRequest fresh =
        new SearchRequest("", Map.of(), Period.ALWAYS, Optional.empty(), since, Order.NAME, 0, 10);
    assertEquals(List.of("libraries"), ids(index.search(fresh)));
  }

  private List<String> titles(Order order) {
    return index.search(new SearchRequest("", Map.of(), order, 0, 20)).hits().stream()
        .map(hit -> hit.titles().get(0).value())
        .toList();
  }

  @Test
  void titles_areSortedAsTheyAreRead() {
    List<String> titles =
        List.of(
            "令和5年の人口", // a number, as 2023
            "2024年の人口",
            "ＧＴＦＳの時刻表",
            "List of wards",
            "愛知の道",
            "いちごの産地",
            "科学館の一覧",
            "カキの養殖", // ga is sorted as ka
            "学校の一覧",
            "コーヒーの店", // koohii
            "小金井の公園",
            "「図書館」の一覧");
    for (int i = 0; i < titles.size(); i++) {
      describe("d" + (titles.size() - i + 10), titles.get(i), "");
    }
    index.catchUp(store.ledger(), store.versions());
    assertEquals(titles, titles(Order.TITLE_JA));
    assertEquals(titles, titles(Order.TITLE_EN), "where there is no title in English");
  }

  @Test
  void titles_thatSayHowTheyAreRead_areSortedSo() {
    describe("a", "こうはいの制度", "");
    describe("b", "神戸の施設", "DATASET dct:title \"ごうどのしせつ\"@ja-Hrkt .");
    index.catchUp(store.ledger(), store.versions());
    SearchRequest sorted = new SearchRequest("", Map.of(), Order.TITLE_JA, 0, 20);
    assertEquals(List.of("b", "a"), ids(index.search(sorted)));
  }

  @Test
  void hit_hasWhatAListShows() {
    three();
    Hit hit = index.find("power").orElseThrow();
    assertEquals(BASE + "datasets/power", hit.iri());
    assertTrue(hit.titles().contains(new Literal("電力需要", "ja")));
    assertTrue(hit.publisherNames().contains(new Literal("Sample Bureau", "en")));
    assertEquals(List.of("geojson"), hit.values(Facet.FORMAT));
    assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), hit.modified());
    assertFalse(index.find("nothing").isPresent());
  }

  @Test
  void changeAndDeletion_areTakenIn() {
    three();
    put("power", dataset("power", "水道", "Water", "utility", "finance", "text/csv", "2026-04-01"));
    change("metadata/stations", Optional.empty());
    index.catchUp(store.ledger(), store.versions());
    assertEquals(2, index.documents());
    assertEquals(0, search("電力").total());
    assertEquals(List.of("power"), ids(search("水道")));
    assertEquals(store.ledger().head(), index.applied());
  }

  @Test
  void otherGraphs_areNotIndexed_butCountAsTakenIn() {
    store.commit(
        new CommitRequest(
            "test",
            "load",
            "test",
            Optional.empty(),
            List.of(
                new GraphChange(
                    BASE + "graph/data/x",
                    Optional.of(
                        store
                            .write(
                                dataset(
                                    "x", "a", "b", "public", "finance", "text/csv", "2026-01-01"))
                            .hash())))));
    assertEquals(1, index.catchUp(store.ledger(), store.versions()));
    assertEquals(0, index.documents());
  }

  @Test
  void reopened_itGoesOnFromWhereItWas() {
    three();
    index.close();
    index = open(directory.resolve("search"), BASE);
    assertEquals(3, index.applied());
    assertEquals(3, index.documents());
    put("new", dataset("new", "新着", "New", "public", "tourism", "text/csv", "2026-05-01"));
    index.catchUp(store.ledger(), store.versions());
    assertEquals(List.of("new"), ids(search("新着")));
  }

  @Test
  void rebuild_answersFromTheOldStateUntilItIsDone() {
    three();
    List<Long> found = new ArrayList<>();
    put("new", dataset("new", "新着", "New", "public", "tourism", "text/csv", "2026-05-01"));
    long reached =
        index.rebuild(
            ledger(
                after -> {
                  found.add(search("").total());
                  found.add(index.documents());
                }),
            store.versions());
    assertEquals(List.of(3L, 3L, 3L, 3L), found, "before and after the documents are written");
    assertEquals(4, reached);
    assertEquals(4, search("").total());
    assertEquals(List.of("stations"), ids(search("山手線")));
  }

  @Test
  void rebuild_brokenOff_isMadeUpForByTheNextCatchUp() {
    three();
    assertThrows(
        IllegalStateException.class,
        () ->
            index.rebuild(
                ledger(
                    after -> {
                      if (after > 0) {
                        throw new IllegalStateException("broken off");
                      }
                    }),
                store.versions()));
    assertEquals(3, search("").total());
    assertEquals(3, index.applied());
    put("new", dataset("new", "新着", "New", "public", "tourism", "text/csv", "2026-05-01"));
    index.catchUp(store.ledger(), store.versions());
    assertEquals(4, search("").total());
    assertEquals(4, index.documents());
  }

  @Test
  void rebuild_ofWhatTheLedgerDoesNotHave_leavesNothing() {
    three();
    index.rebuild(
        new LedgerReader() {
          @Override
          public long head() {
            return 0;
          }

          @Override
          public List<Commit> read(long after, int limit) {
            return List.of();
          }

          @Override
          public boolean await(long after, Duration timeout) {
            return false;
          }

          @Override
          public void close() {}
        },
        store.versions());
    assertEquals(0, index.applied());
    assertEquals(0, search("").total());
  }

  @Test
  void read_isOfOneMoment() {
    three();
    try (SearchReading reading = index.read()) {
      change("metadata/stations", Optional.empty());
      index.catchUp(store.ledger(), store.versions());
      assertEquals(3, reading.applied());
      assertEquals(3, reading.documents());
      assertTrue(reading.contains("stations"));
      assertFalse(reading.contains("nothing"));
    }
    try (SearchReading reading = index.read()) {
      assertEquals(4, reading.applied());
      assertEquals(2, reading.documents());
      assertFalse(reading.contains("stations"));
    }
  }

  /** The store's ledger; before each read it is told after which commit. */
  private LedgerReader ledger(LongConsumer reading) {
    return new LedgerReader() {
      @Override
      public long head() {
        return store.ledger().head();
      }

      @Override
      public List<Commit> read(long after, int limit) {
        reading.accept(after);
        return store.ledger().read(after, limit);
      }

      @Override
      public boolean await(long after, Duration timeout) {
        return store.ledger().await(after, timeout);
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void follower_makesACommitFindableWithinASecond() throws InterruptedException {
    try (LedgerFollower follower =
        LedgerFollower.start(
            "search index",
            store.ledger(),
            index::applied,
            () -> index.catchUp(store.ledger(), store.versions()),
            Duration.ofSeconds(5))) {
      Duration fastest = Duration.ofDays(1);
      for (int i = 1; i <= 3; i++) {
        put(
            "late" + i,
            dataset("late" + i, "遅れ", "Late", "public", "finance", "text/csv", "2026-01-01"));
        Duration taken = untilFound("遅れ", i);
        fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
      }
      assertEquals("", follower.failure());
      assertTrue(fastest.compareTo(Duration.ofSeconds(1)) <= 0, fastest.toString());
    }
  }

  private Duration untilFound(String words, int total) {
    long from = System.nanoTime();
    while (search(words).total() < total) {
      assertTrue(System.nanoTime() - from < 10_000_000_000L, "not found after 10 s");
      Thread.onSpinWait();
    }
    return Duration.ofNanos(System.nanoTime() - from);
  }
}
