package org.machinami.web.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.search.LuceneSearchIndex;

final class RecentUpdatesTest {
  private static final String BASE = "http://city.example/";
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @TempDir private Path directory;
  private Store store;
  private LuceneSearchIndex search;

  @BeforeEach
  void open() {
    Store.create(directory, BASE);
    store = Store.open(directory);
    search = LuceneSearchIndex.open(directory.resolve("search"), BASE);
  }

  @AfterEach
  void close() {
    search.close();
    store.close();
  }

  private void commit(String id, String field, String modified) {
    String turtle =
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <datasets/%s> a dcat:Dataset ; dct:title "%s"@en ; dct:modified "%s"^^xsd:date ;
          dcat:theme <https://machinami.org/vocab/service-field/%s> .
        """
            .formatted(id, id, modified, field);
    var graph = RDFParser.fromString(turtle, Lang.TURTLE).base(BASE).toGraph();
    store.commit(
        new CommitRequest(
            "test",
            "load",
            "test",
            Optional.empty(),
            List.of(
                new GraphChange(
                    BASE + "graph/metadata/" + id, Optional.of(store.write(graph).hash())))));
    search.catchUp(store.ledger(), store.versions());
  }

  private RecentUpdates on(String instant) {
    return new RecentUpdates(search, Clock.fixed(Instant.parse(instant), TOKYO));
  }

  @Test
  void counts_thirtyDaysOfTheCity_andNoDateToCome() {
    commit("today", "mobility", "2026-11-25");
    commit("first", "mobility", "2026-10-26");
    commit("before", "mobility", "2026-10-25");
    commit("other", "tourism", "2026-11-01");
    commit("slip", "finance", "2062-11-01");
    assertEquals(Map.of("mobility", 2L, "tourism", 1L), on("2026-11-25T03:00:00Z").byField());
    // Sixteen hours UTC is the next day in Tokyo.
    assertEquals(Map.of("mobility", 1L, "tourism", 1L), on("2026-11-25T16:00:00Z").byField());
  }

  @Test
  void aCommit_isSeen() {
    RecentUpdates updates = on("2026-11-25T03:00:00Z");
    assertEquals(Map.of(), updates.byField());
    commit("new", "tourism", "2026-11-25");
    assertEquals(Map.of("tourism", 1L), updates.byField());
  }
}
