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

/**
 * The search with eleven facets and 20 hits: inside our process on one core, and over HTTP beside
 * Solr with the same content and Fuseki with the same question; building its index; and the pages
 * that a visitor sees first.
 */
final class SearchBenchmark implements Benchmark {
  private static final Pattern FIGURE = Pattern.compile("(\\S+) ([\\d.]+)");

  private final Scale scale;

  /**
   * How much is done.
   *
   * @param datasets of the generated catalogue that is asked over HTTP
   * @param many datasets of the generated catalogue that is searched inside the process only
   * @param searches inside the process, as many again to warm up
   * @param seconds of each load over HTTP
   * @param visits to each kind of page
   */
  record Scale(int datasets, int many, int searches, int seconds, int visits) {
    static final Scale FULL = new Scale(100_000, 1_000_000, 3_000, 10, 2_000);

    /** To try whether all of it runs; the figures mean nothing. */
    static final Scale QUICK = new Scale(2_000, 4_000, 300, 2, 100);
  }

  SearchBenchmark(Scale scale) {
    this.scale = scale;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(told(generated(Files.createDirectory(work.resolve("generated")))));
    figures.addAll(told(belgian(Files.createDirectory(work.resolve("belgian")))));
    figures.addAll(told(many(Files.createDirectory(work.resolve("many")))));
    return figures;
  }

  /** An hour's figures are not lost when a later part of the run fails. */
  private static List<Figure> told(List<Figure> figures) {
    figures.forEach(figure -> System.err.println("bench: " + figure.row()));
    return figures;
  }

  private List<Figure> generated(Path work) throws Exception {
    SearchCatalogue catalogue = SearchCatalogue.generated(work.resolve("data"), scale.datasets());
    List<Figure> figures = new ArrayList<>(inProcess(work, catalogue, 50, true));
    figures.addAll(new SearchLoads(work, catalogue, scale).figures());
    figures.addAll(new VisitFigures(work, catalogue, scale).figures());
    Workplace.delete(work);
    return figures;
  }

  private List<Figure> belgian(Path work) throws Exception {
    Path data = work.resolve("data");
    Peers.loadBelgian(work, data);
    SearchCatalogue catalogue = SearchCatalogue.belgian(data);
    List<Figure> figures = new ArrayList<>(inProcess(work, catalogue, 50, false));
    figures.addAll(new SearchLoads(work, catalogue, scale).figures());
    Workplace.delete(work);
    return figures;
  }

  private List<Figure> many(Path work) throws Exception {
    SearchCatalogue catalogue = SearchCatalogue.generated(work.resolve("data"), scale.many());
    List<Figure> figures = inProcess(work, catalogue, 150, true);
    Workplace.delete(work);
    return figures;
  }

  /**
   * Builds the index and searches it.
   *
   * @param p99 the target in milliseconds
   * @param rated whether there is a target for the rate of building
   */
  private List<Figure> inProcess(Path work, SearchCatalogue catalogue, double p99, boolean rated)
      throws Exception {
    Path questions = work.resolve("questions.tsv");
    Files.write(
        questions, catalogue.asked(2 * scale.searches()).stream().map(Question::line).toList());
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
