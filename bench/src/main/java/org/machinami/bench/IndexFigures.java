package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The search index of a catalogue, by itself: building it, its size, searching it. */
final class IndexFigures {
  /** That of {@code ./machinami}; on one core the JVM takes the serial one. */
  private static final String COLLECTOR = "-XX:+UseParallelGC";

  private static final Pattern FIGURE = Pattern.compile("(\\S+) ([\\d.]+)");

  private IndexFigures() {}

  /**
   * Builds the index and searches it.
   *
   * @param searches that are measured, as many again to warm up
   * @param p99 the target in milliseconds
   * @param rated whether there is a target for the rate of building
   * @param again whether it is built once more when the program has run in, and in a process with
   *     both cores
   */
  static List<Figure> of(
      Path work, SearchCatalogue catalogue, int searches, double p99, boolean rated, boolean again)
      throws Exception {
    Path questions = work.resolve("questions.tsv");
    Files.write(questions, catalogue.asked(2 * searches).stream().map(Question::line).toList());
    Path log = work.resolve("search.log");
    String builds = again ? "2" : "1";
    List<String> arguments = List.of(catalogue.data().toString(), builds, questions.toString());
    try (ChildProcess process = ChildProcess.onOneCore(log, "1g", SearchRun.class, arguments)) {
      process.finish(Duration.ofMinutes(60));
    }
    Map<String, Double> values = values(log);
    String of = ", " + catalogue.name() + ", one core";
    double datasets = values.get("datasets");
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.atMost("search with all facets, p50, ms" + of, values.get("p50"), 10));
    figures.add(Figure.atMost("search with all facets, p99, ms" + of, values.get("p99"), p99));
    if (again) {
      String both = ", " + catalogue.name() + ", both cores";
      building(figures, both, datasets, onBothCores(work, catalogue), rated);
    }
    building(figures, of, datasets, values, rated && !again);
    figures.add(Figure.alone("search index, bytes a dataset" + of, values.get("bytes") / datasets));
    figures.add(Figure.alone("catching up with 1,000 commits, s" + of, values.get("commits")));
    return figures;
  }

  private static Map<String, Double> onBothCores(Path work, SearchCatalogue catalogue)
      throws IOException, InterruptedException {
    Path log = work.resolve("build.log");
    List<String> arguments = List.of(catalogue.data().toString(), "2");
    String run = SearchRun.class.getName();
    try (ChildProcess process = ChildProcess.java(log, "1g", run, arguments, COLLECTOR)) {
      process.finish(Duration.ofMinutes(60));
    }
    return values(log);
  }

  private static void building(
      List<Figure> figures, String of, double datasets, Map<String, Double> values, boolean rated) {
    String name = "building the search index, datasets/s" + of;
    double rate = datasets / values.get("seconds");
    figures.add(rated ? Figure.atLeast(name, rate, 10_000) : Figure.alone(name, rate));
    if (values.containsKey("again")) {
      double again = datasets / values.get("again");
      figures.add(Figure.alone("the same, once the program has run in", again));
    }
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
