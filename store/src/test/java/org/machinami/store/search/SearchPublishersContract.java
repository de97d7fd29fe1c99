package org.machinami.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Publishers and the bodies above them; the order by use. */
abstract class SearchPublishersContract extends SearchFixture {
  private void publish(String id, String publisher, String more) {
    describe(
        id,
        id,
        "DATASET dct:publisher <publishers/%s> . <publishers/%s> foaf:name \"%s\"@en . %s"
            .formatted(publisher, publisher, publisher.toUpperCase(java.util.Locale.ROOT), more));
  }

  private static String under(String part, String property, String whole) {
    return "<publishers/%s> %s <publishers/%s> . <publishers/%s> foaf:name \"Whole %s\"@en . "
        .formatted(part, property, whole, whole, whole);
  }

  private static final String SUB = "<http://www.w3.org/ns/org#subOrganizationOf>";

  /** The city has roads and parks, parks has trees; the bank stands alone. */
  private void city() {
    publish("a", "roads", under("roads", SUB, "city"));
    publish("b", "roads", "");
    publish("c", "parks", under("parks", "<http://www.w3.org/ns/org#unitOf>", "city"));
    publish("d", "trees", under("trees", "dct:isPartOf", "parks"));
    publish("e", "bank", "");
    catchUp();
  }

  private SearchResults of(String publisher) {
    return index.search(
        new SearchRequest("", Map.of(Facet.PUBLISHER, Set.of(publisher)), Order.TITLE_EN, 0, 10));
  }

  private Map<String, Long> counts(SearchResults results) {
    return results.of(Facet.PUBLISHER).stream()
        .collect(Collectors.toMap(SearchResults.Count::value, SearchResults.Count::hits));
  }

  @Test
  void counts_ofABody_haveThoseOfItsParts() {
    city();
    Map<String, Long> expected =
        Map.of("city", 4L, "roads", 2L, "parks", 2L, "trees", 1L, "bank", 1L);
    assertEquals(expected, counts(search("")));
    assertEquals(expected, counts(search(""))); // also from what is remembered
    assertEquals(expected, counts(of("parks")));
    assertEquals(Map.of("city", 1L, "parks", 1L, "trees", 1L), counts(search("d")));
  }

  @Test
  void filter_byABody_findsWhatItsPartsPublish() {
    city();
    assertEquals(List.of("a", "b", "c", "d"), ids(of("city")));
    assertEquals(List.of("c", "d"), ids(of("parks")));
    assertEquals(List.of("e"), ids(of("bank")));
    assertEquals(0, of("nobody").total());
  }

  @Test
  void tree_hasNamesAndWhoBelongsToWhom() {
    city();
    PublisherTree tree = index.publishers();
    assertEquals(Set.of("bank", "city", "parks", "roads", "trees"), tree.ids());
    assertEquals(List.of("parks", "roads"), tree.parts("city"));
    assertEquals(List.of("parks", "city"), tree.above("trees"));
    assertEquals(List.of(new Literal("Whole city", "en")), tree.find("city").orElseThrow().names());
    assertEquals(Optional.of("city"), tree.find("roads").orElseThrow().parent());
    assertTrue(tree.find("nobody").isEmpty());
  }

  @Test
  void tree_followsChangesAndWithdrawals() {
    city();
    change("metadata/a", Optional.empty());
    publish("b", "roads", under("roads", SUB, "ministry"));
    catchUp();
    assertEquals(Optional.of("ministry"), index.publishers().find("roads").orElseThrow().parent());
    change("metadata/c", Optional.empty());
    change("metadata/d", Optional.empty());
    catchUp();
    assertEquals(Set.of("bank", "ministry", "roads"), index.publishers().ids());
  }

  @Test
  void statementsThatContradict_mostFrequentCounts() {
    publish("a", "roads", under("roads", SUB, "city"));
    publish("b", "roads", under("roads", SUB, "ministry"));
    publish("c", "roads", under("roads", SUB, "ministry"));
    catchUp();
    assertEquals(Optional.of("ministry"), index.publishers().find("roads").orElseThrow().parent());
    assertEquals(3, of("ministry").total());
    assertEquals(0, of("city").total());
  }

  @Test
  void circle_isCutAndAnswered() {
    publish("a", "x", under("x", SUB, "y"));
    publish("b", "y", under("y", SUB, "x"));
    publish("c", "self", under("self", SUB, "self"));
    catchUp();
    assertEquals(Optional.empty(), index.publishers().find("self").orElseThrow().parent());
    assertEquals(1, of("self").total());
    Set<Long> totals = Set.of(of("x").total(), of("y").total());
    assertEquals(Set.of(1L, 2L), totals);
  }

  @Test
  void longChain_isCutAndAnswered() {
    for (int i = 0; i < 40; i++) {
      publish("d" + i, "p" + i, under("p" + i, SUB, "p" + (i + 1)));
    }
    catchUp();
    assertEquals(41, index.publishers().ids().size());
    assertTrue(index.publishers().above("p0").size() <= 10);
    assertEquals(40, search("").total());
  }

  @Test
  void order_byUse_knowsTheCountsFromOutside() {
    city();
    SearchRequest byUse = new SearchRequest("", Map.of(), Order.USED, 0, 10);
    assertEquals(List.of("a", "b", "c", "d", "e"), ids(index.search(byUse)));
    index.uses(Map.of("d", 5L, "b", 7L, "gone", 9L));
    assertEquals(List.of("b", "d", "a", "c", "e"), ids(index.search(byUse)));
    publish("f", "bank", "");
    catchUp();
    assertEquals(List.of("b", "d", "a", "c", "e", "f"), ids(index.search(byUse)));
    index.uses(Map.of("f", 1L));
    assertEquals(List.of("f", "a", "b", "c", "d", "e"), ids(index.search(byUse)));
  }
}
