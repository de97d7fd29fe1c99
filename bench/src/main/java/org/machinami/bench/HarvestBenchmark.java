package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Belgian catalogue, served by a double of CKAN and one of DCAT (an event stream): the first
 * harvest, one when nothing has changed, one when a dataset of a hundred has.
 */
final class HarvestBenchmark implements Benchmark {
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final int ALL = 1_000_000;
  private static final int SOME = 3_000;

  private final int most;

  HarvestBenchmark(boolean quick) {
    this.most = quick ? SOME : ALL;
  }

  @Override
  public String name() {
    return "harvest";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Path belgian = work.resolve("belgian");
    Peers.loadBelgian(work, belgian);
    List<Figure> figures = new ArrayList<>();
    try (ChildProcess doubles =
        ChildProcess.java(
            work.resolve("doubles.log"),
            "2g",
            HarvestDoubles.class,
            List.of(belgian.toString(), work.toString(), Integer.toString(most)))) {
      String ckan = doubles.await(Pattern.compile("^ckan (\\S+)$"), LONGEST);
      String dcat = doubles.await(Pattern.compile("^dcat (\\S+)$"), LONGEST);
      harvest(work, "ckan", ckan, figures);
      harvest(work, "dcat", dcat + "/ldes", figures);
    }
    return figures;
  }

  private static void harvest(Path work, String kind, String address, List<Figure> figures)
      throws IOException, InterruptedException {
    Path log = work.resolve("harvest-" + kind + ".log");
    try (ChildProcess run =
        ChildProcess.java(
            log, "512m", HarvestRuns.class, List.of(work.toString(), kind, address))) {
      run.finish(LONGEST);
      String output = Files.readString(log);
      double datasets = number(output, "datasets").get(0);
      double first = number(output, "first").get(0);
      double none = median(number(output, "none"));
      double changed = number(output, "changed").get(0);
      figures.add(
          Figure.atLeast("harvest, " + kind + ", first run, datasets/s", datasets / first, 300));
      figures.add(
          Figure.atMost(
              "harvest, " + kind + ", nothing changed, s; a tenth of the first", none, first / 10));
      figures.add(
          Figure.beside(
              "harvest, " + kind + ", 1 % changed, s", changed, first, "ours, the first run"));
      figures.add(
          Figure.alone(
              "harvest, " + kind + ", peak resident memory, MB", run.peakResident() / 1e6));
    }
  }

  private static List<Double> number(String output, String name) {
    List<Double> numbers = new ArrayList<>();
    Matcher line = Pattern.compile("(?m)^" + name + " ([0-9.]+)$").matcher(output);
    while (line.find()) {
      numbers.add(Double.valueOf(line.group(1)));
    }
    if (numbers.isEmpty()) {
      throw new IllegalStateException("no " + name + " in: " + output);
    }
    return numbers;
  }

  private static double median(List<Double> numbers) {
    return numbers.stream().sorted().toList().get(numbers.size() / 2);
  }
}
