package org.machinami.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A draft of the policy held against 100,000 generated datasets, and against the Belgian ones. */
final class WhatIfBenchmark implements Benchmark {
  private static final int DATASETS = 100_000;

  @Override
  public String name() {
    return "whatif";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Path data = work.resolve("data");
    SearchCatalogue.generated(data, DATASETS);
    Map<String, Double> generated = run(work, data, "recent-data.ttl");
    Path belgian = work.resolve("belgian");
    Peers.loadBelgian(work, belgian);
    Map<String, Double> loaded = run(work, belgian, "contact-email.ttl");
    return List.of(
        Figure.atMost("what-if over 100,000 generated datasets, s", generated.get("seconds"), 60),
        Figure.alone("datasets whose verdict changes", generated.get("changed")),
        Figure.alone(
            "the same, judged by the whole draft on one thread, s", generated.get("whole")),
        Figure.alone("what-if over the Belgian catalogue, s", loaded.get("seconds")),
        Figure.alone("datasets whose verdict changes there", loaded.get("changed")));
  }

  private static Map<String, Double> run(Path work, Path data, String draft) throws Exception {
    Path log = work.resolve("whatif.log");
    try (ChildProcess process =
        ChildProcess.java(log, "512m", WhatIfRun.class, List.of(data.toString(), draft))) {
      process.finish(Duration.ofMinutes(20));
    }
    Map<String, Double> values = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      String[] words = line.split(" ", -1);
      if (words.length == 2 && words[1].matches("[0-9.E]+")) {
        values.put(words[0], Double.parseDouble(words[1]));
      }
    }
    return values;
  }
}
