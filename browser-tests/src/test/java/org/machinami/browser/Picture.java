package org.machinami.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A picture in docs/pictures: a page as one sees it first.
 *
 * @param path of the page; in braces stands what is made for the picture
 * @param height of the window in px, as is its width
 */
record Picture(
    String name, String path, String language, int width, int height, ColorScheme style) {
  static final Path FOLDER = Path.of(System.getProperty("machinami.home"), "docs", "pictures");
  static final int MOST_BYTES = 150_000;

  static final List<Picture> ALL =
      List.of(
          desk("home", "/", "ja"),
          phone("home", "/", "ja"),
          tablet("home", "/", "ja"),
          night("home", "/", "en"),
          desk("datasets", "/datasets", "ja"),
          phone("datasets", "/datasets", "ja"),
          tablet("datasets", "/datasets", "en"),
          desk("dataset", "/datasets/hospitals", "ja"),
          phone("dataset", "/datasets/hospitals", "en"),
          tablet("dataset", "/datasets/hospitals", "ja"),
          night("dataset", "/datasets/road-traffic", "ja"),
          desk("table", "/datasets/hospitals/table", "ja"),
          phone("table", "/datasets/electricity-demand/table", "en"),
          desk("chart", "/datasets/electricity-demand/chart", "ja"),
          phone("chart", "/datasets/building-blocks/chart", "en"),
          night("chart", "/datasets/parks/chart", "ja"),
          desk("map", "/datasets/people-flow/map", "ja"),
          phone("map", "/datasets/building-blocks/map", "en"),
          tablet("map", "/datasets/hospitals/map", "ja"),
          night("map", "/datasets/people-flow/map", "en"),
          desk("downloads", "/datasets/parks/downloads", "ja"),
          phone("downloads", "/datasets/parks/downloads", "en"),
          desk("version", "/datasets/hospitals/versions/{version}", "ja"),
          phone("version", "/datasets/hospitals/versions/{version}", "en"),
          desk("versions", "/datasets/hospitals/versions", "ja"),
          desk("themes", "/themes", "ja"),
          desk("theme", "/themes/mobility", "ja"),
          phone("theme", "/themes/mobility", "en"),
          desk("publishers", "/publishers", "ja"),
          desk("publisher", "/publishers/sample-municipality", "ja"),
          phone("publisher", "/publishers/sample-municipality", "en"),
          desk("thing", "/doc/municipality/13104", "ja"),
          phone("thing", "/doc/municipality/13104", "en"),
          desk("vocabularies", "/vocab", "ja"),
          desk("vocabulary", "/vocab/city", "en"),
          phone("vocabulary", "/vocab/sector", "ja"),
          desk("coverage", "/coverage", "ja"),
          phone("coverage", "/coverage", "ja"),
          night("coverage", "/coverage", "en"),
          desk("municipality", "/coverage/13101", "ja"),
          phone("municipality", "/coverage/13101", "en"),
          desk("glossary", "/glossary", "ja"),
          phone("glossary", "/glossary", "ja"),
          desk("requests", "/requests", "ja"),
          phone("requests", "/requests", "ja"),
          desk("request", "/requests/{request}", "ja"),
          phone("request", "/requests/{request}", "en"),
          desk("request-form", "/requests/new", "ja"),
          desk("sparql", "/sparql", "en"),
          phone("sparql", "/sparql", "ja"),
          desk("catalog", "/catalog", "en"),
          desk("ledger", "/ledger", "ja"),
          desk("validate", "/validate", "ja"),
          phone("validate", "/validate", "en"),
          desk("policy", "/policy/1", "ja"),
          phone("policy", "/policy/1", "en"),
          desk("clause", "/policy/1/clauses/2.5", "ja"),
          desk("monitor", "/monitor", "ja"),
          phone("monitor", "/monitor", "en"),
          night("monitor", "/monitor", "ja"),
          desk("decisions", "/monitor/decisions", "ja"),
          desk("standing", "/monitor/datasets", "en"),
          desk("questions", "/monitor/questions", "ja"),
          desk("reports", "/monitor/reports", "ja"),
          desk("steward", "/steward", "ja"),
          desk("draft", "/steward/drafts/{draft}", "ja"),
          phone("draft", "/steward/drafts/{draft}", "en"),
          tablet("draft", "/steward/drafts/{draft}", "ja"),
          desk("not-found", "/no-such-page", "ja"),
          phone("not-found", "/no-such-page", "en"));

  private static Picture desk(String name, String path, String language) {
    return new Picture(name + "-1280", path, language, 1280, 800, ColorScheme.LIGHT);
  }

  private static Picture tablet(String name, String path, String language) {
    return new Picture(name + "-768", path, language, 768, 1024, ColorScheme.LIGHT);
  }

  private static Picture phone(String name, String path, String language) {
    return new Picture(name + "-360", path, language, 360, 780, ColorScheme.LIGHT);
  }

  private static Picture night(String name, String path, String language) {
    return new Picture(name + "-night", path, language, 1280, 800, ColorScheme.DARK);
  }

  Path file() {
    return FOLDER.resolve(name + ".png");
  }

  /**
   * The path of the page.
   *
   * @param made what was made, by what stands in braces
   */
  String path(Map<String, String> made) {
    String filled = path;
    for (Map.Entry<String, String> entry : made.entrySet()) {
      filled = filled.replace('{' + entry.getKey() + '}', entry.getValue());
    }
    return filled;
  }
}
