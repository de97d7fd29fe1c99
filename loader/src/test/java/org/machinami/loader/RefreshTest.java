package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.DatasetReport.Outcome;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/**
 * A load that maps only the rows that changed gives the very version, counts and bad rows of a load
 * into an empty store. Random cases print their seed.
 */
class RefreshTest {
  private static final String BASE = "https://city.example/";
  private static final String GRAPH = new NamedGraphs(BASE).data("counts");
  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();
  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final String HEAD = "番号,区,値,状態\n";

  private static final String DESCRIPTION =
      """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix city: <https://machinami.org/vocab/city#> .
      <datasets/counts> a dcat:Dataset ;
        dct:title "計数"@ja , "Counts"@en ;
        dct:description "試験のための値。"@ja , "Values for a test."@en ;
        dct:publisher <publishers/test> ;
        dcat:theme <https://machinami.org/vocab/service-field/mobility> ;
        city:sector <https://machinami.org/vocab/sector/public> ;
        dct:license <http://creativecommons.org/publicdomain/zero/1.0/> ;
        dcat:distribution <datasets/counts#csv> .
      <datasets/counts#csv> a dcat:Distribution ;
        dct:title "CSV"@ja , "CSV"@en ;
        dct:license <http://creativecommons.org/publicdomain/zero/1.0/> ;
        DOWNLOAD
        dcat:mediaType <http://www.iana.org/assignments/media-types/text/csv> .
      <publishers/test> a foaf:Agent ; foaf:name "試験"@ja , "Test"@en .
      """;

  /** A thing a row, a thing that many rows share, a number that can be wrong, rows left out. */
  private static final String MAPPING =
      """
      @prefix rr: <http://www.w3.org/ns/r2rml#> .
      @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
      @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
      @prefix map: <https://machinami.org/vocab/mapping#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix : <https://city.example/terms#> .
      <#source> rml:source "counts.csv" ; rml:referenceFormulation ql:CSV ;
        map:where [ map:of "状態" ; map:pattern "有効|仮" ] .
      <#count> rml:logicalSource <#source> ;
        rr:subjectMap [ rr:template "id/count/{番号}" ; rr:class :Count ] ;
        rr:predicateObjectMap [ rr:predicate :value ;
          rr:objectMap [ rml:reference "値" ; rr:datatype xsd:integer ] ] ;
        rr:predicateObjectMap [ rr:predicate :ward ; rr:objectMap [ rr:template "id/ward/{区}" ] ] .
      <#ward> rml:logicalSource <#source> ;
        rr:subjectMap [ rr:template "id/ward/{区}" ; rr:class :Ward ] ;
        rr:predicateObjectMap [ rr:predicate rdfs:label ; rr:objectMap [ rml:reference "区" ] ] ;
        rr:predicateObjectMap [ rr:predicate :state ; rr:objectMap [ rml:reference "状態" ] ] .
      """;

  @TempDir Path temp;
  private Path folder;
  private Store store;
  private int fresh;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(temp.resolve("counts"));
    describe("dcat:downloadURL <datasets/counts/files/counts.csv> ;");
    Files.writeString(folder.resolve("counts.rml.ttl"), MAPPING);
    Files.writeString(folder.resolve("recipe.properties"), "bad-rows.limit=1\n");
    store = newStore();
  }

  private void describe(String download) throws IOException {
    Files.writeString(folder.resolve("dataset.ttl"), DESCRIPTION.replace("DOWNLOAD", download));
  }

  private Store newStore() {
    Path directory = temp.resolve("data-" + fresh++);
    Store.create(directory, BASE);
    return Store.open(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @RepeatedTest(30)
  void load_anyEdits_isTheSameAsLoadedAnew() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    if (random.nextBoolean()) {
      describe("dcat:accessURL <datasets/counts> ;");
    }
    Charset charset = random.nextInt(3) == 0 ? CP932 : StandardCharsets.UTF_8;
    List<String> rows = new ArrayList<>();
    for (int i = 200 + random.nextInt(2000); i > 0; i--) {
      rows.add(row(random));
    }
    write(rows, charset);
    assertSameAsAnew(load(store), seed);
    int refreshed = 0;
    for (int round = 0; round < 8; round++) {
      edit(rows, random);
      write(rows, charset);
      DatasetReport report = load(store);
      refreshed += report.rows().refreshed().isPresent() ? 1 : 0;
      assertSameAsAnew(report, seed);
    }
    assertTrue(refreshed >= 6, "refreshed " + refreshed + " times, seed " + seed);
  }

  private static void edit(List<String> rows, Random random) {
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      int at = random.nextInt(rows.size());
      switch (random.nextInt(5)) {
        case 0 -> rows.add(at, row(random));
        case 1 -> rows.remove(at);
        case 2 -> Collections.swap(rows, at, random.nextInt(rows.size()));
        case 3 -> rows.add(rows.get(at));
        default -> rows.set(at, row(random));
      }
    }
  }

  private static String row(Random random) {
    String[] values = {"1", "2", "01", "\"3\"", "x", "", "１", "-7"};
    String[] states = {"有効", "有効", "有効", "仮", "無効", "\"仮\n置き\""};
    return random.nextInt(3000)
        + ",ward"
        + random.nextInt(40)
        + ","
        + values[random.nextInt(values.length)]
        + ","
        + states[random.nextInt(states.length)]
        + (random.nextInt(100) == 0 ? ",ragged" : "");
  }

  private void assertSameAsAnew(DatasetReport report, long seed) {
    String message = "seed " + seed + " " + report.problem();
    try (Store other = newStore()) {
      DatasetReport anew = load(other);
      assertEquals(OptionalLong.empty(), anew.rows().refreshed());
      assertEquals(version(other), version(store), message);
      assertEquals(anew.triples(), report.triples(), message);
      assertEquals(anew.rows().mapped(), report.rows().mapped(), message);
      assertEquals(anew.rows().skipped(), report.rows().skipped(), message);
      assertEquals(anew.rows().bad(), report.rows().bad(), message);
      assertEquals(anew.rows().listed(), report.rows().listed(), message);
      assertEquals(anew.findings(), report.findings(), message);
      assertEquals(anew.quality(), report.quality(), message);
    }
  }

  @Test
  void load_rowThatSharesLinesRemoved_keepsThemUntilTheLastGoes() throws IOException {
    List<String> rows = new ArrayList<>(List.of("1,a,1,有効", "2,a,2,有効", "3,b,3,有効"));
    write(rows, StandardCharsets.UTF_8);
    load(store);
    rows.remove(0);
    write(rows, StandardCharsets.UTF_8);
    assertEquals(OptionalLong.of(0), load(store).rows().refreshed());
    assertTrue(text().contains("<https://city.example/id/ward/a> "));
    rows.remove(0);
    write(rows, StandardCharsets.UTF_8);
    assertEquals(OptionalLong.of(0), load(store).rows().refreshed());
    assertFalse(text().contains("<https://city.example/id/ward/a>"));
  }

  @Test
  void load_mappingChanged_mapsAllRows() throws IOException {
    write(List.of("1,a,1,有効", "2,a,2,有効"), StandardCharsets.UTF_8);
    load(store);
    Files.writeString(folder.resolve("counts.rml.ttl"), MAPPING.replace(":value", ":number"));
    assertEquals(OptionalLong.empty(), load(store).rows().refreshed());
    assertTrue(text().contains("terms#number"));
  }

  @Test
  void load_othersChangedTheGraph_mapsAllRows() throws IOException {
    write(List.of("1,a,1,有効", "2,a,2,有効"), StandardCharsets.UTF_8);
    load(store);
    Hash first = version(store);
    write(List.of("1,a,1,有効", "2,a,3,有効"), StandardCharsets.UTF_8);
    Path kept = store.directory().mapped();
    List<Path> files = files(kept);
    byte[] before = Files.readAllBytes(files.get(0));
    load(store);
    Files.write(files.get(0), before); // as after a crash: of an earlier version
    write(List.of("1,a,1,有効", "2,a,2,有効"), StandardCharsets.UTF_8);
    assertEquals(OptionalLong.empty(), load(store).rows().refreshed());
    assertEquals(first, version(store));
  }

  @Test
  void load_whatWasKeptIsDamagedOrGone_mapsAllRows() throws IOException {
    describe("dcat:accessURL <datasets/counts> ;");
    write(List.of("1,a,1,有効", "2,a,2,有効"), StandardCharsets.UTF_8);
    load(store);
    List<Path> files = files(store.directory().mapped());
    assertEquals(2, files.size(), () -> "what was mapped, and the copy: " + files);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      write(List.of("1,a,1,有効", "2,a,3,有効"), StandardCharsets.UTF_8);
      assertSameAsAnew(load(store), 0);
      write(List.of("1,a,1,有効", "2,a,2,有効"), StandardCharsets.UTF_8);
      assertSameAsAnew(load(store), 0);
    }
    for (Path file : files(store.directory().mapped())) {
      Files.delete(file);
    }
    write(List.of("1,a,1,有効", "2,a,4,有効"), StandardCharsets.UTF_8);
    DatasetReport report = load(store);
    assertEquals(OptionalLong.empty(), report.rows().refreshed());
    assertSameAsAnew(report, 0);
  }

  @Test
  void load_sameFile_isUnchanged() throws IOException {
    write(List.of("1,a,1,有効"), StandardCharsets.UTF_8);
    load(store);
    DatasetReport report = load(store);
    assertEquals(Outcome.UNCHANGED, report.outcome());
    assertEquals(OptionalLong.of(0), report.rows().refreshed());
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private void write(List<String> rows, Charset charset) throws IOException {
    Files.writeString(folder.resolve("counts.csv"), HEAD + String.join("\n", rows) + "\n", charset);
  }

  private DatasetReport load(Store into) {
    DatasetReport report =
        new Loader(into, VALIDATOR, Progress.none())
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
            .datasets()
            .get(0);
    assertTrue(report.problem().isEmpty(), () -> report.problem().toString());
    return report;
  }

  private static Hash version(Store store) {
    return store.states().find(GRAPH).orElseThrow().version();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    try (var lines = store.versions().lines(version(store))) {
      while (lines.next()) {
        text.append(lines.text()).append('\n');
      }
    }
    return text.toString();
  }
}
