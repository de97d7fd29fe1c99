package org.machinami.web.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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
import org.machinami.store.StoreException;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.store.search.SearchIndex;

final class ContentsIndexTest {
  private static final String BASE = "http://city.example/";
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;
  private static final String METADATA =
      PREFIXES
          + """
          <datasets/a> a dcat:Dataset ; dct:title "A" ; dct:spatial <id/prefecture/13> ;
            dcat:theme <https://machinami.org/vocab/service-field/mobility> ,
              <http://elsewhere.example/theme> .
          """;
  private static final String DATA =
      PREFIXES
          + """
          <id/station/1> rdfs:label "駅 > \\"x\\" ."@ja , "plain" ; city:municipality <id/municipality/13104> ;
            city:stationOrder 3 , "4"^^xsd:integer , "p"^^<http://t.example/type> .
          <id/municipality/13101#geometry> rdfs:label "part" .
          <id/municipality/13102> rdfs:label "中央区"@ja .
          <id/municipality/none> rdfs:label "no code" .
          """;

  @TempDir private Path directory;
  private Store store;
  private Path folder;

  @BeforeEach
  void open() {
    Store.create(directory.resolve("data"), BASE);
    store = Store.open(directory.resolve("data"));
    folder = directory.resolve("contents");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void commit(Map<String, String> graphs) {
    List<GraphChange> changes = new ArrayList<>();
    graphs.forEach(
        (name, turtle) ->
            changes.add(
                new GraphChange(
                    BASE + name,
                    turtle.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                            store
                                .write(
                                    RDFParser.fromString(turtle, Lang.TURTLE).base(BASE).toGraph())
                                .hash()))));
    store.commit(new CommitRequest("test", "load", "test", Optional.empty(), changes));
  }

  private ContentsIndex index() {
    ContentsIndex index = ContentsIndex.open(folder, store);
    index.catchUp();
    return index;
  }

  @Test
  void aDataset_isReadInPropertiesTypesAndPlaces() {
    commit(Map.of("graph/metadata/a", METADATA, "graph/data/a", DATA));
    Contents contents = index().state().datasets().get("a");
    assertEquals(List.of("mobility"), contents.fields());
    assertEquals(List.of("prefecture/13"), contents.areas());
    assertEquals(List.of("13102", "13104"), contents.municipalities());
    String city = "https://machinami.org/vocab/city#";
    String xsd = "http://www.w3.org/2001/XMLSchema#";
    assertEquals(
        List.of(
            new PropertyUse(
                "http://www.w3.org/2000/01/rdf-schema#label",
                5,
                List.of("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", xsd + "string")),
            new PropertyUse(city + "municipality", 1, List.of(PropertyUse.RESOURCE)),
            new PropertyUse(
                city + "stationOrder", 3, List.of("http://t.example/type", xsd + "integer"))),
        contents.properties());
  }

  @Test
  void aDeletedDataset_isForgotten_alsoAfterARestart() {
    commit(Map.of("graph/metadata/a", METADATA, "graph/data/a", DATA));
    commit(Map.of("graph/metadata/b", METADATA.replace("datasets/a", "datasets/b")));
    ContentsIndex index = index();
    assertEquals(2, index.state().datasets().size());
    commit(Map.of("graph/metadata/a", "", "graph/data/a", ""));
    index.catchUp();
    assertEquals(List.of("b"), List.copyOf(index.state().datasets().keySet()));
    assertEquals(index.state(), ContentsIndex.open(folder, store).state());
  }

  @Test
  void whatIsRemembered_isNotReadAgain() {
    commit(Map.of("graph/metadata/a", METADATA, "graph/data/a", DATA));
    ContentsIndex.State before = index().state();
    ContentsIndex again = ContentsIndex.open(folder, store);
    assertEquals(before, again.state());
    assertEquals(1, again.state().applied());
  }

  @Test
  void aTornEnd_isCountedAgain() throws IOException {
    commit(Map.of("graph/metadata/a", METADATA, "graph/data/a", DATA));
    ContentsIndex.State whole = index().state();
    Path file = folder.resolve("contents.jsonl");
    List<String> lines = Files.readAllLines(file);
    String torn = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n{\"appl";
    Files.writeString(file, torn, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    assertEquals(0, ContentsIndex.open(folder, store).state().applied());
    assertEquals(whole, index().state());
  }

  @Test
  void anotherFormat_isMadeAnew() throws IOException {
    commit(Map.of("graph/metadata/a", METADATA, "graph/data/a", DATA));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("contents.jsonl"), "{\"format\":\"0\"}\n{\"applied\":99}\n");
    assertEquals(1, index().state().applied());
  }

  @Test
  void aDescription_withoutFieldOrPlace_takesNoRoom() {
    commit(
        Map.of("graph/metadata/a", PREFIXES + "<datasets/a> a dcat:Dataset ; dct:title \"A\" ."));
    assertTrue(index().state().datasets().isEmpty());
  }

  @Test
  void whatTheSearchIndexReads_isNotReadAgain_andSaysTheSame() {
    commit(Map.of("graph/metadata/a", METADATA, "graph/data/a", DATA));
    Hash version = store.states().find(BASE + "graph/data/a").orElseThrow().version();
    DataReader.Found alone = shared().found(version);
    SharedReading reading = shared();
    try (GraphLines lines = reading.lines(version)) {
      while (lines.next()) {
        assertTrue(lines.length() > 0);
      }
    }
    store.close();
    assertEquals(alone, reading.found(version), "with nothing left to read from");
    reading.forget();
    assertThrows(StoreException.class, () -> reading.found(version));
  }

  private SharedReading shared() {
    return new SharedReading(store.versions(), () -> new DataReader(BASE));
  }

  @Test
  void behindTheSearchIndex_isWhatItIsAlone() {
    commit(Map.of("graph/metadata/a", METADATA, "graph/data/a", DATA));
    ContentsIndex.State alone = index().state();
    ContentsIndex behind = ContentsIndex.open(directory.resolve("behind"), store);
    try (SearchIndex search = LuceneSearchIndex.open(directory.resolve("search"), BASE)) {
      search.catchUp(store.ledger(), behind.shared());
      behind.catchUp();
      assertEquals(alone, behind.state());
    }
  }
}
