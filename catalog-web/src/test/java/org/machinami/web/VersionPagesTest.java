package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of a dataset that has more versions than a page shows. */
final class VersionPagesTest {
  private static final int COMMITS = 45;
  private static final Pattern ROW = Pattern.compile("href=\"[^\"]*/versions/([0-9]+)\"><time");
  private static final Pattern ENTRY = Pattern.compile("#commit-([0-9]+)</id>");

  @TempDir private static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    for (int i = 1; i <= COMMITS; i++) {
      pages.commit(
          "commit " + i,
          Map.of(
              "graph/metadata/daily",
              """
              PREFIX dcat: <http://www.w3.org/ns/dcat#>
              PREFIX dct: <http://purl.org/dc/terms/>
              <datasets/daily> a dcat:Dataset ; dct:title "毎日の値"@ja ; dct:identifier "%d" .
              """
                  .formatted(i)));
    }
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static String get(String path) {
    HttpResponse<String> response = pages.get(path, "Accept", "text/html,application/atom+xml");
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private static List<Long> numbers(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(r -> Long.parseLong(r.group(1))).toList();
  }

  private static Optional<String> find(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** All that a reader meets who follows the links from page to page. */
  private static List<Long> walk(String first, Pattern entry, String next) {
    List<Long> met = new ArrayList<>();
    Optional<String> query = Optional.of("");
    while (query.isPresent()) {
      String page = get(first + query.get());
      met.addAll(numbers(entry, page));
      query = find(next, page);
    }
    return met;
  }

  private static List<Long> allCommits() {
    return LongStream.rangeClosed(1, COMMITS).map(i -> COMMITS + 1 - i).boxed().toList();
  }

  @Test
  void datasetPage_hasTheLatest_andSaysHowManyCameBefore() {
    String page = get("/ja/datasets/daily");
    assertEquals(allCommits().subList(0, 20), numbers(ROW, page));
    assertTrue(page.contains("versions?before=26\">これより前の 25 版</a>"), page);
    assertTrue(get("/en/datasets/daily").contains("25 earlier versions</a>"));
  }

  @Test
  void versions_areAllReached_pageByPage() {
    assertEquals(
        allCommits(),
        walk("/ja/datasets/daily/versions", ROW, "rel=\"next\" href=\"[^\"?]*(\\?[^\"]*)\""));
    assertFalse(get("/ja/datasets/daily/versions?before=6").contains("rel=\"next\""));
    assertTrue(get("/ja/datasets/daily/versions?before=1").contains("これより前の版はありません"));
  }

  @Test
  void versions_asLinkedData_nameTheNextPage() {
    String turtle = pages.get("/datasets/daily/versions.nt").body();
    String all = PagesServer.BASE + "datasets/daily/versions";
    assertTrue(
        turtle.contains(
            "<%s> <http://www.w3.org/ns/hydra/core#next> <%s?before=26> .".formatted(all, all)),
        turtle);
    assertEquals(20, turtle.split("hydra/core#member>", -1).length - 1);
  }

  @Test
  void feed_hasAllCommits_pageByPage_underOneId() {
    String feed = "/ja/datasets/daily/feed.atom";
    assertEquals(
        allCommits(),
        walk(
            feed,
            ENTRY,
            "rel=\"next\" type=\"application/atom\\+xml\" href=\"[^\"?]*(\\?[^\"]*)\""));
    String second = get(feed + "?before=26");
    String id = PagesServer.BASE + "ja/datasets/daily/feed.atom";
    assertTrue(second.contains("<id>" + id + "</id>"), second);
    assertTrue(
        second.contains("rel=\"self\" type=\"application/atom+xml\" href=\"" + id + "?before=26\""),
        second);
  }
}
