package org.machinami.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Resident memory while a generated CSV of 5 GB is loaded: wide rows, as a table of texts has them.
 */
final class MemoryBenchmark implements Benchmark {
  private static final long BYTES = 5_000_000_000L;
  private static final int NOTE = 1500;
  private static final double LIMIT_MB = 1000;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Path folder = work.resolve("counters");
    Counters.folder(folder, 1, 0, 0);
    long rows = wide(folder.resolve("counters.csv"));
    List<String> load =
        List.of("load", folder.toString(), "--data", work.resolve("data").toString());
    try (ChildProcess process = Peers.machinami(work.resolve("load.log"), load)) {
      double seconds = process.finish(Duration.ofHours(2));
      return List.of(
          Figure.atMost(
              "5 GB CSV, peak resident memory, MB", process.peakResident() / 1e6, LIMIT_MB),
          Figure.alone("of that not in mapped files, MB", process.peakAnonymous() / 1e6),
          Figure.alone("the same, rows", (double) rows),
          Figure.alone("the same, seconds", seconds));
    }
  }

  private static long wide(Path file) throws IOException {
    Random random = new Random(1);
    StringBuilder note = new StringBuilder();
    while (note.length() < 2 * NOTE) {
      note.append(Integer.toString(random.nextInt(1_000_000), 36)).append(' ');
    }
    long written = 0;
    long rows = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,name,ward,count,share,day,kind,latitude,longitude,note\n");
      while (written < BYTES) {
        int from = random.nextInt(NOTE);
        String row =
            rows
                + ",counter,13101,"
                + random.nextInt(1000)
                + ",0.5,2026-01-01,bus,35.6,139.7,"
                + rows
                + " "
                + note.substring(from, from + NOTE)
                + "\n";
        out.write(row);
        written += row.length();
        rows++;
      }
    }
    return rows;
  }
}
