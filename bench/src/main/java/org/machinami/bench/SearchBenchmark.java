package org.machinami.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches of a catalogue of 100,000 datasets with all facets and 20 hits, on one core. */
final class SearchBenchmark implements Benchmark {
  private static final int DATASETS = 100_000;
  private static final Pattern LINE = Pattern.compile("^(\\S+) ([\\d.]+)$");

  @Override
  public String name() {
    return "search";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Path log = work.resolve("search.log");
    List<String> arguments = List.of(work.toString(), Integer.toString(DATASETS));
    try (ChildProcess process = ChildProcess.onOneCore(log, "1g", SearchRun.class, arguments)) {
      process.finish(Duration.ofMinutes(30));
    }
    Map<String, Double> values = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.find()) {
        values.put(matcher.group(1), Double.parseDouble(matcher.group(2)));
      }
    }
    double rate = values.get("datasets/s");
    String of = "search among 100,000 datasets, ten facets, 20 hits, one core, ";
    return List.of(
        Figure.atMost(of + "p50, ms", values.get("p50"), 10),
        Figure.atMost(of + "p99, ms", values.get("p99"), 50),
        new Figure(
            "search index, datasets/s on one core",
            rate,
            Double.NaN,
            "",
            "10,000 or more",
            rate >= 10_000),
        Figure.alone("search index, bytes a dataset", values.get("bytes")));
  }
}
