package org.machinami.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.linking.Link;
import org.machinami.loader.linking.Linking;
import org.machinami.loader.linking.LinksDataset;
import org.machinami.ontology.Iris;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;

/**
 * Links between real datasets against samples of 200 that were made by hand: stations of the census
 * with those of Mini Tokyo 3D, evacuation centres of Tokyo with the designated ones.
 */
class LinkingTest {
  private static final String BASE = "http://city.example/";
  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();
  private static final Path RECIPES = Path.of(System.getProperty("machinami.home"), "recipes");
  private static final Path SHARED = Path.of(System.getProperty("machinami.shared"), "data");

  @TempDir private Path directory;

  /**
   * How links compare with a sample.
   *
   * @param right links that are in the sample
   * @param wrong links that are not
   * @param missed things of the sample that have a counterpart and no link
   * @param asked of these, how many are questions
   */
  private record Measure(int right, int wrong, int missed, int asked) {
    double precision() {
      return (double) right / (right + wrong);
    }

    double recall() {
      return (double) right / (right + missed);
    }

    @Override
    public String toString() {
      return "precision %.3f, recall %.3f (right %d, wrong %d, missed %d, of these asked %d)"
          .formatted(precision(), recall(), right, wrong, missed, asked);
    }
  }

  @Test
  void links_keepToTheSamples() throws IOException {
    Store.create(directory.resolve("data"), BASE);
    try (Store store = Store.open(directory.resolve("data"))) {
      for (String recipe :
          List.of(
              "mini-tokyo-3d", "transport-census-tripend", "jp-shelter-tokyo", "tokyo-bichiku")) {
        load(store, recipe);
      }
      LinksDataset links = new LinksDataset(store, VALIDATOR, Clock.systemUTC());
      Linking found = links.find();
      Measure stations = measure(found, stations());
      Measure centres = measure(found, centres());
      assertTrue(stations.precision() >= 0.99 && stations.recall() >= 0.97, stations::toString);
      assertTrue(centres.precision() >= 0.99 && centres.recall() >= 0.98, centres::toString);
      DatasetReport report = links.commit(found, LoadOptions.DEFAULT);
      assertEquals(DatasetReport.Outcome.COMMITTED, report.outcome(), report::toString);
      assertEquals(
          List.of(), report.verdict().orElseThrow().violations(), "our own data keep the policy");
      assertEquals(found.links().size(), links.links().size());
      assertEquals(
          DatasetReport.Outcome.UNCHANGED,
          links.commit(links.find(), LoadOptions.DEFAULT).outcome());
    }
  }

  private static void load(Store store, String recipe) {
    Path files = SHARED.resolve(recipe);
    assumeTrue(Files.isDirectory(files), "skipped: " + recipe + " is not in ../shared/data");
    assertEquals(
        0,
        new Loader(store, VALIDATOR, Progress.none())
            .load(Recipe.read(RECIPES.resolve(recipe)), Optional.of(files), LoadOptions.DEFAULT)
            .exitCode());
  }

  /** Things of the sample, each with what may be its counterpart. */
  private static Map<String, Set<String>> stations() throws IOException {
    Map<String, Set<String>> sample = new HashMap<>();
    for (NamedCsvRecord row : sample("linked-stations.csv")) {
      String iri =
          BASE
              + "id/station/census."
              + Iris.encode(row.getField("operator"))
              + "."
              + Iris.encode(row.getField("line"))
              + "."
              + Iris.encode(row.getField("name"));
      sample.put(iri, things("id/station/", row.getField("stations")));
    }
    return sample;
  }

  private static Map<String, Set<String>> centres() throws IOException {
    Map<String, Set<String>> sample = new HashMap<>();
    for (NamedCsvRecord row : sample("linked-shelters.csv")) {
      String iri =
          BASE
              + "id/evacuation-centre/"
              + row.getField("municipality")
              + "-"
              + Iris.encode(row.getField("name"));
      sample.put(iri, things("id/evacuation-centre/", row.getField("centre")));
    }
    return sample;
  }

  private static Set<String> things(String path, String keys) {
    Set<String> things = new HashSet<>();
    Arrays.stream(keys.split(" "))
        .filter(key -> !key.isEmpty())
        .forEach(key -> things.add(BASE + path + key));
    return things;
  }

  private static List<NamedCsvRecord> sample(String file) throws IOException {
    try (InputStream in = LinkingTest.class.getResourceAsStream(file);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<NamedCsvRecord> rows = new ArrayList<>();
      csv.forEach(rows::add);
      assertEquals(200, rows.size(), file);
      return rows;
    }
  }

  private static Measure measure(Linking found, Map<String, Set<String>> sample) {
    // Of the same kind only: a centre is an emergency site, too, which the sample does not say.
    Map<String, List<Link>> links = new HashMap<>();
    for (Link link : found.links()) {
      String other = link.to().iri();
      if (sample.containsKey(other)) {
        links.computeIfAbsent(other, key -> new ArrayList<>()).add(link);
      } else if (sample.containsKey(link.from().iri())) {
        links.computeIfAbsent(link.from().iri(), key -> new ArrayList<>()).add(link);
      }
    }
    Set<String> asked = new HashSet<>();
    found
        .questions()
        .forEach(
            question ->
                question
                    .candidates()
                    .forEach(
                        candidate -> {
                          asked.add(candidate.from().iri());
                          asked.add(candidate.to().iri());
                        }));
    int right = 0;
    int wrong = 0;
    int missed = 0;
    int questions = 0;
    for (Map.Entry<String, Set<String>> wanted : sample.entrySet()) {
      List<String> ends =
          links.getOrDefault(wanted.getKey(), List.of()).stream()
              .filter(Link::sameKind)
              .map(
                  link ->
                      link.from().iri().equals(wanted.getKey())
                          ? link.to().iri()
                          : link.from().iri())
              .toList();
      boolean hit = ends.stream().anyMatch(wanted.getValue()::contains);
      right += hit ? 1 : 0;
      wrong += (int) ends.stream().filter(end -> !wanted.getValue().contains(end)).count();
      if (!hit && !wanted.getValue().isEmpty()) {
        missed++;
        questions += asked.contains(wanted.getKey()) ? 1 : 0;
      }
    }
    return new Measure(right, wrong, missed, questions);
  }
}
