package org.machinami.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceLimits;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Position;
import org.machinami.shapes.data.DataShapes;
import org.machinami.shapes.data.RowJudge;

/**
 * A generated table mapped to city data, thrice: as it is, and held against the shapes for city
 * data while it is mapped. Prints the rates.
 */
final class RowsRun {
  private static final int ROUNDS = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long rows;

  private RowsRun() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (int round = 0; round < ROUNDS; round++) {
      for (boolean judged : new boolean[] {false, true}) {
        RowsRun run = new RowsRun();
        RowJudge judge = DataShapes.bundled().judge(Policy.current());
        long start = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        run.map(folder, judge, judged);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9;
        System.out.printf(
            "%s rows/s %.0f (%.0f for each second of CPU)%n",
            judged ? "judged" : "mapped", run.rows / seconds, run.rows / used);
        if (judged) {
          var verdict = judge.verdict("http://bench.example/datasets/counters");
          System.out.printf(
              "verdict %d violations, %d warnings, sound for each row: %s%n",
              verdict.violationCount(), verdict.warningCount(), judge.isSettled());
        }
      }
    }
  }

  private void map(Path folder, RowJudge judge, boolean judged) throws IOException {
    MappingPlan plan =
        MappingPlan.read(
            List.of(folder.resolve("city.rml.ttl")), "http://bench.example/", "bench-counters");
    SourceFiles files = new SourceFiles(List.of(folder), SourceLimits.DEFAULT);
    Position place = Position.of("counters.csv");
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
                  row -> {
                    rows++;
                    if (judged) {
                      step.function()
                          .map(row, (buffer, at, length, graph) -> judge.line(buffer, at, length));
                      judge.end(fault -> fault.at(place));
                    } else {
                      step.function().map(row, (buffer, at, length, graph) -> {});
                    }
                  }));
    }
  }
}
