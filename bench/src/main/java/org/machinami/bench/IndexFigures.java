package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The search index of a catalogue, by itself: building it, its size, searching it. */
final class IndexFigures {
  private static final Pattern FIGURE = Pattern.compile("(\\S+) ([\\d.]+)");

  private IndexFigures() {}

  /**
   * Builds the index and searches it.
   *
   * @param searches that are measured, as many again to warm up
   * @param p99 the target in milliseconds
   * @param rated whether there is a target for the rate of building
   */
  static List<Figure> of(
      Path work, SearchCatalogue catalogue, int searches, double p99, boolean rated)
      throws Exception {
    Path questions = work.resolve("questions.tsv");
    Files.write(questions, catalogue.asked(2 * searches).stream().map(Question::line).toList());
    Path log = work.resolve("search.log");
    List<String> arguments = List.of(catalogue.data().toString(), questions.toString());
    try (ChildProcess process = ChildProcess.onOneCore(log, "1g", SearchRun.class, arguments)) {
      process.finish(Duration.ofMinutes(60));
    }
    Path buildLog = work.resolve("build.log");
    List<String> data = List.of(catalogue.data().toString());
    try (ChildProcess process = ChildProcess.java(buildLog, "1g", SearchRun.class, data)) {
      process.finish(Duration.ofMinutes(60));
    }
    Map<String, Double> values = values(log);
    Map<String, Double> build = values(buildLog);
    String of = ", " + catalogue.name() + ", one core";
    String both = ", " + catalogue.name() + ", both cores";
    double datasets = values.get("datasets");
    double rate = datasets / build.get("seconds");
    return List.of(
        Figure.atMost("search with all facets, p50, ms" + of, values.get("p50"), 10),
        Figure.atMost("search with all facets, p99, ms" + of, values.get("p99"), p99),
        rated
            ? Figure.atLeast("building the search index, datasets/s" + both, rate, 10_000)
            : Figure.alone("building the search index, datasets/s" + both, rate),
        Figure.alone("the same, once the program has run in", datasets / build.get("again")),
        Figure.alone(
            "building the search index, datasets/s" + of, datasets / values.get("seconds")),
        Figure.alone("the same, once the program has run in", datasets / values.get("again")),
        Figure.alone("search index, bytes a dataset" + of, values.get("bytes") / datasets),
        Figure.alone("catching up with 1,000 commits, s" + of, values.get("commits")));
  }

  private static Map<String, Double> values(Path log) throws IOException {
    Map<String, Double> values = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      Matcher figure = FIGURE.matcher(line);
      if (figure.matches()) {
        values.put(figure.group(1), Double.parseDouble(figure.group(2)));
      }
    }
    return values;
  }
}
