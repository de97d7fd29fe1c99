package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.shapes.MetadataValidator;

/**
 * Each recipe loaded into a catalogue: the pages of its datasets, and all of the dataset that they
 * lead to. The files lie in {@code ../shared/data}, or among the tests of the recipes; where both
 * are absent the test is skipped and names the recipe.
 */
final class RecipePagesTest {
  private static final Path RECIPES = Path.of(System.getProperty("machinami.home"), "recipes");
  private static final Path SHARED = Path.of(System.getProperty("machinami.shared"), "data");

  /** Small files in the form of sources that are not in {@code ../shared/data}. */
  private static final Path OWN = RECIPES.resolve("src/test/resources/org/machinami/recipes/files");

  /** Each takes ten seconds or more; the first three have more than a million triples. */
  private static final Set<String> LARGE =
      Set.of(
          "dcat-belgium",
          "gtfs-jp",
          "people-flow-tokyo-mesh1km",
          "jp-shelter-tokyo",
          "mini-tokyo-3d",
          "plateau-tokyo23-mvt",
          "tepco-grid");

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final List<String> VIEWS = List.of("/table", "/map", "/chart", "/downloads");

  /** Pages whose links are followed, after the dataset's own. */
  private static final List<String> LEADING = List.of("/map", "/downloads");

  @TempDir private Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  static Set<String> large() {
    return LARGE;
  }

  static List<String> others() throws IOException {
    try (Stream<Path> children = Files.list(RECIPES)) {
      return children
          .filter(Files::isDirectory)
          .map(child -> child.getFileName().toString())
          .filter(name -> !Set.of("src", "target").contains(name) && !LARGE.contains(name))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  void pages_ofARecipe_leadToWhatIsThere(String recipe) throws Exception {
    openAll(recipe);
  }

  @Tag("nightly")
  @ParameterizedTest
  @MethodSource("large")
  void pages_ofALargeRecipe_leadToWhatIsThere(String recipe) throws Exception {
    openAll(recipe);
  }

  private void openAll(String recipe) throws Exception {
    Optional<Path> files =
        Stream.of(OWN, SHARED)
            .map(folder -> folder.resolve(recipe))
            .filter(Files::isDirectory)
            .findFirst();
    assumeTrue(files.isPresent(), "skipped: the files of " + recipe + " are not there");
    try (PagesServer pages = new PagesServer(directory.resolve("data"))) {
      LoadReport report =
          new Loader(pages.store(), MetadataValidator.bundled(), Progress.none())
              .load(Recipe.read(RECIPES.resolve(recipe)), files, LoadOptions.DEFAULT);
      pages.catchUp();
      List<String> loaded =
          report.datasets().stream()
              .filter(dataset -> dataset.outcome() == DatasetReport.Outcome.COMMITTED)
              .map(DatasetReport::dataset)
              .toList();
      assertFalse(loaded.isEmpty(), recipe);
      for (String dataset : loaded) {
        open(pages, dataset);
      }
    }
  }

  /** Whatever is linked is there; a view that is not linked is none. */
  private void open(PagesServer pages, String dataset) throws Exception {
    String own = "/datasets/" + dataset;
    Pattern link =
        Pattern.compile(
            "(?:href|data-features)=\"(?:\\.{1,2}/)*((?:ja/)?datasets/"
                + Pattern.quote(dataset)
                + "/[^\"#]*)");
    Set<String> seen = new LinkedHashSet<>(List.of(own));
    Deque<String> waiting = new ArrayDeque<>(seen);
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      HttpResponse<String> answer = get(pages, path);
      assertEquals(200, answer.statusCode(), path);
      if (path.equals(own) || LEADING.contains(path.substring(own.length()))) {
        link.matcher(answer.body())
            .results()
            .map(found -> "/" + found.group(1).replace("&amp;", "&"))
            .filter(seen::add)
            .forEach(waiting::add);
      }
    }
    for (String view : VIEWS) {
      if (!seen.contains(own + view)) {
        assertEquals(404, get(pages, own + view).statusCode(), own + view);
      }
    }
    assertTrue(seen.stream().anyMatch(path -> path.contains("/versions/")), seen.toString());
  }

  private HttpResponse<String> get(PagesServer pages, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(pages.address() + path))
            .header("Accept", "text/html, */*;q=0.5")
            .header("Accept-Language", "ja")
            .build();
    return assertTimeout(LONGEST, () -> client.send(request, keepingPages()), path);
  }

  /** Downloads are read to their end, and not kept. */
  private static BodyHandler<String> keepingPages() {
    return answer ->
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
            ? BodySubscribers.ofString(StandardCharsets.UTF_8)
            : BodySubscribers.replacing("");
  }
}
