package org.machinami.loader.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.DatasetReport.Outcome;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.ledger.Commit;

/** Refusals and overrides as they come out of a load. */
class DecisionTest {
  private static final String BASE = "https://city.example/";
  private static final NamedGraphs NAMES = new NamedGraphs(BASE);

  @TempDir Path temporary;
  private Path folder;
  private Store store;

  @BeforeEach
  void fill() throws IOException {
    folder = Files.createDirectory(temporary.resolve("parks"));
    describe("");
    Files.writeString(
        folder.resolve("data.nt"),
        "<https://city.example/id/park/1> <http://www.w3.org/2000/01/rdf-schema#label> \"a\" .\n");
    Store.create(temporary.resolve("data"), BASE);
    store = Store.open(temporary.resolve("data"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void describe(String title) throws IOException {
    Files.writeString(
        folder.resolve("dataset.ttl"),
        """
        PREFIX city: <https://machinami.org/vocab/city#>
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/parks> a dcat:Dataset ; TITLE
          dct:description "秘密の内容"@ja ; city:sector <https://machinami.org/vocab/sector/private> ;
          dct:publisher <publishers/acme> .
        <publishers/acme> a foaf:Organization ; foaf:name "アクメ"@ja .
        """
            .replace("TITLE", title));
  }

  private Outcome load(LoadOptions options) {
    return new Loader(store, MetadataValidator.bundled(), Progress.none())
        .load(Recipe.read(folder), Optional.empty(), options)
        .datasets()
        .get(0)
        .outcome();
  }

  private Commit last() {
    return store.ledger().read(store.ledger().head() - 1, 1).get(0);
  }

  @Test
  void refusal_namesClausesAndNothingOfTheContent() {
    assertEquals(Outcome.REFUSED, load(LoadOptions.DEFAULT));
    Commit commit = last();
    assertEquals("refuse", commit.activity());
    Graph graph = store.versions().graph(commit.changes().get(0).version().orElseThrow());
    String text = graph.find().toList().toString();
    assertTrue(text.contains("policy/1/clauses/2.2"), text);
    assertTrue(text.contains("publishers/acme"), text);
    assertTrue(text.contains("sector/private"), text);
    assertFalse(text.contains("秘密") || text.contains("アクメ"), text);
    assertTrue(store.states().find(NAMES.metadata("parks")).isEmpty());
  }

  @Test
  void refusal_theSameAgain_isNotWrittenAgain() throws IOException {
    load(LoadOptions.DEFAULT);
    load(LoadOptions.DEFAULT);
    assertEquals(1, store.ledger().head());
    describe("dct:title \"公園\"@ja ;");
    assertEquals(Outcome.COMMITTED, load(LoadOptions.DEFAULT));
    describe("");
    load(LoadOptions.DEFAULT);
    load(LoadOptions.DEFAULT);
    assertEquals(3, store.ledger().head());
    assertTrue(store.states().find(NAMES.metadata("parks")).isPresent());
  }

  @Test
  void override_ofTheClause_takesItInAndSaysWhy() {
    PolicyOverride leave = new PolicyOverride(Set.of("2.2"), "災害時の緊急公開", "Urgent after a disaster");
    assertEquals(Outcome.COMMITTED, load(LoadOptions.DEFAULT.with(leave)));
    Commit commit = last();
    assertEquals(Loader.OVERRIDE, commit.activity());
    assertEquals("2.2: 災害時の緊急公開 / Urgent after a disaster", commit.reason());
    Graph verdict =
        store.versions().graph(store.states().find(NAMES.verdict("parks")).orElseThrow().version());
    assertTrue(verdict.find().toList().toString().contains("outcome/overridden"));
    assertTrue(
        commit.changes().stream().anyMatch(c -> c.graph().startsWith(BASE + "graph/activity/")));
    assertEquals(Outcome.UNCHANGED, load(LoadOptions.DEFAULT.with(leave)));
  }

  @Test
  void override_ofAnotherClause_doesNotHelp() {
    PolicyOverride leave = new PolicyOverride(Set.of("3.1"), "理由", "reason");
    assertEquals(Outcome.REFUSED, load(LoadOptions.DEFAULT.with(leave)));
  }

  @Test
  void override_withoutAReason_isNone() {
    assertThrows(
        IllegalArgumentException.class, () -> new PolicyOverride(Set.of("2.2"), "理由", " "));
  }
}
