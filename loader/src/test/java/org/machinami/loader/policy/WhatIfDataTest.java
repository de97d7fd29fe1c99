package org.machinami.loader.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.VocabularyLoader;
import org.machinami.loader.policy.WhatIfReport.Extent;
import org.machinami.ontology.Iris;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;

/** Drafts that ask something else of data: datasets are judged with their files. */
class WhatIfDataTest {
  private static final String BASE = "https://city.example/";

  @TempDir private Path temporary;
  private Store store;
  private PolicyVersions policies;

  @BeforeEach
  void open() {
    Store.create(temporary.resolve("data"), BASE);
    store = Store.open(temporary.resolve("data"));
    new VocabularyLoader(store).load("test");
    policies = new PolicyVersions(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** A dataset whose table has numbers of corporations, or none. */
  private void dataset(String id, String... applicants) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(id));
    for (String name : List.of("dataset.ttl", "wards.rml.ttl")) {
      try (InputStream in = Loader.class.getResourceAsStream("LoaderTest/" + name)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(name), text.replace("datasets/wards", "datasets/" + id));
      }
    }
    StringBuilder table = new StringBuilder("コード,名称,数,申請者番号\n");
    for (int i = 0; i < applicants.length; i++) {
      table.append("1310%d,区%d,%d,%s\n".formatted(i + 1, i + 1, i, applicants[i]));
    }
    Files.writeString(folder.resolve("wards.csv"), table);
    DatasetReport report =
        new Loader(store, policies.inForce().validator(), Progress.none())
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
            .datasets()
            .get(0);
    assertEquals(DatasetReport.Outcome.COMMITTED, report.outcome(), report::toString);
  }

  private WhatIfReport run(String said) {
    PolicyVersion draft =
        policies.readDraft(
            new ByteArrayInputStream(
                """
                PREFIX city: <https://machinami.org/vocab/city#>
                PREFIX eli: <http://data.europa.eu/eli/ontology#>
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                BASE <https://city.example/>
                <policy/2> eli:amends <policy/1> ; eli:version "2" .
                """
                    .concat(said)
                    .getBytes(StandardCharsets.UTF_8)),
            "draft.ttl");
    return new WhatIf(store.versions(), BASE, policies.inForce(), draft)
        .run(WhatIfCatalogue.of(store), done -> {});
  }

  @Test
  void run_ruleOnDataThatRefuses_findsWhomInTheirFiles() throws IOException {
    dataset("grants", "7000012050002", "8000020130001");
    dataset("wards", "", "");
    WhatIfReport report = run("<policy/2/clauses/5.2#CorporateNumbers> sh:severity sh:Violation .");
    assertEquals(new WhatIfReport.Data(true, 2, 0), report.data());
    assertEquals(List.of("grants"), report.changed().stream().map(one -> one.id()).toList());
    WhatIfReport.Judged grants = report.changed().get(0);
    assertEquals(Outcome.REFUSED, grants.after());
    assertEquals(Extent.DATA, grants.extent());
    assertEquals(1, grants.gained().size(), grants::toString);
    assertTrue(grants.gained().get(0).shape().endsWith("CorporateNumbers"), grants::toString);
    assertEquals(new WhatIfReport.Clause(1, 0, 0), report.byClause().get("5.2"));
    Path file = temporary.resolve("report.jsonl.gz");
    WhatIfFile.write(file, report, policies.inForce(), policies.inForce());
    WhatIfFile.Figures figures = WhatIfFile.figures(file);
    assertEquals(report.data(), figures.data());
    assertTrue(
        !figures.rules().get(grants.gained().get(0).shape()).message().ja().isEmpty(),
        figures::toString);
  }

  @Test
  void run_dataThatAreNotStored_areCountedAndKeepTheirVerdict() throws IOException {
    dataset("grants", "7000012050002", "8000020130001");
    store.commit(
        new CommitRequest(
            "test",
            "load",
            "the file goes, the mapping stays",
            Optional.empty(),
            List.of(GraphChange.deletion(new Iris(BASE).file("grants", "wards.csv")))));
    WhatIfReport report = run("<policy/2/clauses/5.2#CorporateNumbers> sh:severity sh:Violation .");
    assertEquals(new WhatIfReport.Data(true, 0, 1), report.data());
    assertEquals(List.of(), report.changed());
  }

  @Test
  void run_draftThatAsksTheSameOfData_readsNoFile() throws IOException {
    dataset("grants", "7000012050002", "8000020130001");
    WhatIfReport report = run("<policy/2/clauses/5.2> eli:title \"識別\"@ja , \"Identity\"@en .");
    assertEquals(new WhatIfReport.Data(false, 0, 0), report.data());
    assertEquals(List.of(), report.changed());
  }
}
