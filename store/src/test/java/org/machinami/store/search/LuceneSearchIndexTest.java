package org.machinami.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;

final class LuceneSearchIndexTest extends SearchIndexContract {
  @Override
  SearchIndex open(Path folder, String base) {
    return LuceneSearchIndex.open(folder, base);
  }

  private void commitOne() {
    store.commit(
        new CommitRequest(
            "test",
            "load",
            "test",
            Optional.empty(),
            List.of(
                new GraphChange(
                    BASE + "graph/metadata/a",
                    Optional.of(store.write(GraphFactory.createDefaultGraph()).hash())))));
    index.catchUp(store.ledger(), store.versions());
  }

  @Test
  void damagedIndex_isRebuilt() throws IOException {
    commitOne();
    index.close();
    Path folder = directory.resolve("search");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    index = open(folder, BASE);
    assertEquals(0, index.applied());
    index.catchUp(store.ledger(), store.versions());
    assertEquals(1, index.documents());
  }

  @Test
  void indexOfAnotherBase_isRebuilt() {
    commitOne();
    index.close();
    index = open(directory.resolve("search"), "http://other.example/");
    assertEquals(0, index.applied());
    assertEquals(0, index.documents());
  }

  @Test
  void secondOpener_isToldWhoIsInTheWay() {
    SearchException e =
        assertThrows(SearchException.class, () -> open(directory.resolve("search"), BASE));
    assertTrue(e.getMessage().contains("another process"), e.getMessage());
  }
}
