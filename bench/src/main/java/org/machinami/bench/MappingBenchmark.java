package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A CSV file to triples on one core, beside CARML on the same file and mapping. */
final class MappingBenchmark implements Benchmark {
  private static final int ROWS = 200_000;
  private static final double TARGET = 400_000;
  private static final Pattern RATE = Pattern.compile("^triples/s ([\\d.]+)");

  @Override
  public String name() {
    return "mapping";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Counters.folder(work, ROWS, 0, 0);
    double carml = rate(work, CarmlRun.class);
    double ours = rate(work, MappingRun.class);
    String what = "CSV to triples on one core, triples/s";
    return List.of(
        new Figure(what, ours, carml, "CARML 0.4.11", "400,000 or more", ours >= TARGET),
        Figure.atLeastTimes("the same, ratio to CARML", ours, carml, "CARML 0.4.11", 3));
  }

  private static double rate(Path work, Class<?> main) throws IOException, InterruptedException {
    Path log = work.resolve(main.getSimpleName() + ".log");
    try (ChildProcess process = ChildProcess.onOneCore(log, "2g", main, List.of(work.toString()))) {
      process.finish(Duration.ofMinutes(10));
    }
    String rate = "";
    for (String line : Files.readAllLines(log)) {
      var matcher = RATE.matcher(line);
      if (matcher.find()) {
        rate = matcher.group(1);
      }
    }
    return Double.parseDouble(rate);
  }
}
