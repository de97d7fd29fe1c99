package org.machinami.web.steward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.decision.Stop;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;

/** What is published, as its publisher would send it in again. */
final class PublicationsTest {
  private static final String BASE = "http://city.example/";

  @TempDir private Path directory;
  private Store store;

  @BeforeEach
  void open() {
    Store.create(directory.resolve("data"), BASE);
    store = Store.open(directory.resolve("data"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Path sample(String dataset) {
    return Path.of(System.getProperty("machinami.home"), "samples", "datasets", dataset);
  }

  private DatasetReport load(Path folder) {
    return new Loader(store, MetadataValidator.bundled(), Progress.none())
        .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
        .datasets()
        .get(0);
  }

  private Publication loaded(String dataset) {
    assertEquals(DatasetReport.Outcome.COMMITTED, load(sample(dataset)).outcome());
    return new Publications(store).find(dataset).orElseThrow();
  }

  /** A folder of what is published. */
  private Path folder(String dataset, Publication published) throws IOException {
    Path folder = Files.createDirectory(directory.resolve(dataset));
    Files.writeString(folder.resolve("dataset.ttl"), Descriptions.write(published.description()));
    if (!published.mapping().isEmpty()) {
      Files.writeString(folder.resolve("mapping.rml.ttl"), published.mapping());
    }
    for (Publication.Kept file : published.files()) {
      try (InputStream content = new Publications(store).open(file.version())) {
        Files.copy(content, folder.resolve(file.attached().name()));
      }
    }
    return folder;
  }

  /** One mapping, several with settings, RDF, GeoJSON, data that a rule of the gate is on. */
  @ParameterizedTest
  @ValueSource(strings = {"parks", "road-traffic", "railway-lines", "hospitals", "people-flow"})
  void published_sentInAgain_changesNothing(String dataset) throws IOException {
    Publication published = loaded(dataset);
    assertTrue(published.isWhole());
    assertFalse(published.harvested());
    DatasetReport again = load(folder(dataset, published));
    assertEquals(DatasetReport.Outcome.UNCHANGED, again.outcome(), again.toString());
  }

  @Test
  void description_isWithoutWhatTheGateAdds_andKeepsWhatItsPublisherSays() {
    Publication published = loaded("parks");
    assertFalse(published.description().find().toList().isEmpty());
    for (String added :
        new String[] {
          "http://spdx.org/rdf/terms#checksum",
          "http://www.w3.org/ns/dqv#hasQualityMeasurement",
          VOID.triples.getURI(),
          VOID.dataDump.getURI(),
          DCAT.byteSize.getURI()
        }) {
      assertTrue(
          published.description().stream().noneMatch(t -> t.getPredicate().hasURI(added)), added);
    }
    assertTrue(
        published.description().stream()
            .noneMatch(t -> t.getObject().toString().endsWith("#data")));
    assertTrue(
        published.description().stream()
            .anyMatch(t -> t.getObject().toString().contains("都立公園・庭園")));
  }

  @Test
  void files_ofAStoppedDataset_areThoseThatTheStopTookAway() {
    Publication before = loaded("parks");
    assertTrue(Stop.begin(store, "parks", "test", "誤りの疑い", ""));
    Publication stopped = new Publications(store).find("parks").orElseThrow();
    assertEquals(before.files(), stopped.files());
    assertFalse(stopped.files().isEmpty());
  }

  @Test
  void find_whatIsNoDataset_isEmpty() {
    assertTrue(new Publications(store).find("parks").isEmpty());
    assertTrue(new Publications(store).find("../parks").isEmpty());
  }
}
