package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.bench.SearchBenchmark.Scale;

/** Runs the benchmarks named on the command line, or all, and prints one table. */
final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean quick = words.remove("--quick");
    Map<String, Benchmark> all = new LinkedHashMap<>();
    for (Benchmark benchmark :
        List.of(
            new MappingBenchmark(),
            new ShapesBenchmark(quick ? ShapesBenchmark.Scale.QUICK : ShapesBenchmark.Scale.FULL),
            new DumpBenchmark(),
            new FormatsBenchmark(
                quick ? FormatsBenchmark.Scale.QUICK : FormatsBenchmark.Scale.FULL),
            new RefreshBenchmark(),
            new QueryBenchmark(),
            new PageBenchmark(),
            new SearchBenchmark(quick ? Scale.QUICK : Scale.FULL),
            new BelgianSearchBenchmark(quick ? Scale.QUICK : Scale.FULL),
            MillionBenchmark.of(quick),
            new WhatIfBenchmark(),
            new HarvestBenchmark(quick),
            CityBenchmark.of(quick),
            new MemoryBenchmark())) {
      all.put(benchmark.name(), benchmark);
    }
    List<String> names = words.isEmpty() ? List.copyOf(all.keySet()) : words;
    for (String name : names) {
      if (!all.containsKey(name)) {
        System.err.printf("bench: no benchmark is called %s; there are %s%n", name, all.keySet());
        System.exit(2);
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (String name : names) {
      System.err.println("bench: " + name);
      Path work = Files.createTempDirectory(workspace(), name + "-");
      try {
        List<Figure> found = all.get(name).run(work);
        // An hour's figures are not lost when a later benchmark fails.
        found.forEach(figure -> System.err.println("bench: " + figure.row()));
        figures.addAll(found);
      } finally {
        Workplace.delete(work);
      }
    }
    System.out.println(Figure.header());
    figures.forEach(figure -> System.out.println(figure.row()));
  }

  /** On the disk that the project lies on: a temporary directory may be in memory. */
  private static Path workspace() throws IOException {
    return Files.createDirectories(Workplace.home().resolve("bench/target/work"));
  }
}
