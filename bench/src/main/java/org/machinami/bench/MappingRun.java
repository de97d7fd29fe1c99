package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceLimits;

/** Our mapping over a generated folder, thrice, lines counted; prints the rate of each. */
final class MappingRun {
  private static final int ROUNDS = 3;

  private long triples;
  private long bytes;

  private MappingRun() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (int round = 0; round < ROUNDS; round++) {
      MappingRun run = new MappingRun();
      long start = System.nanoTime();
      run.map(folder);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "triples/s %.0f (%d triples, %d bytes)%n", run.triples / seconds, run.triples, run.bytes);
    }
  }

  private void map(Path folder) throws IOException {
    MappingPlan plan =
        MappingPlan.read(
            List.of(folder.resolve("counters.rml.ttl")), "http://bench.example/", "bench-counters");
    SourceFiles files = new SourceFiles(List.of(folder), SourceLimits.DEFAULT);
    for (MappingPlan.Step step : plan.steps()) {
      CsvReading reading =
          new CsvReading(
              step.source().delimiter(),
              step.source().skippedLines(),
              Optional.empty(),
              SourceLimits.DEFAULT);
      files.visit(
          step.source().source(),
          read -> {},
          content ->
              reading.read(
                  content.name(),
                  content.bytes(),
                  step.references(),
                  step.extraSlots(),
                  row -> step.function().map(row, this::count)));
    }
  }

  private void count(byte[] buffer, int offset, int length, String graph) {
    triples++;
    bytes += length;
  }
}
