package org.machinami.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The generated dataset folder of the benchmarks: rows of ten triples each, from a fixed seed, of
 * which a share can be changed.
 */
final class Counters {
  static final int TRIPLES_PER_ROW = 10;

  private static final String HEADER =
      "id,name,ward,count,share,day,kind,latitude,longitude,note\n";
  private static final String[] KINDS = {"歩行者", "自転車", "自動車", "バス"};

  private Counters() {}

  /** Writes description, mapping and data into {@code folder}. */
  static Path folder(Path folder, int rows, double changed, int version) throws IOException {
    described(folder);
    copy("counters.rml.ttl", folder);
    return csv(folder.resolve("counters.csv"), rows, changed, version);
  }

  /** Makes a folder that has the description alone. */
  static Path described(Path folder) throws IOException {
    copy("dataset.ttl", Files.createDirectories(folder));
    return folder;
  }

  private static void copy(String name, Path folder) throws IOException {
    try (InputStream in = Counters.class.getResourceAsStream("counters/" + name)) {
      Files.write(folder.resolve(name), in.readAllBytes());
    }
  }

  /**
   * Writes the rows of a version.
   *
   * @param changed share of the rows whose count differs from that in the version before
   * @param version 0 is the one from which the others come, each from the one before
   */
  static Path csv(Path file, int rows, double changed, int version) throws IOException {
    Random values = new Random(1);
    List<Random> changes = IntStream.rangeClosed(1, version).mapToObj(Random::new).toList();
    LocalDate start = LocalDate.of(2026, 1, 1);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < rows; i++) {
        int count = values.nextInt(100_000);
        int share = values.nextInt(1000);
        int ward = 13101 + values.nextInt(23);
        int latitude = 35_500_000 + values.nextInt(300_000);
        int longitude = 139_500_000 + values.nextInt(400_000);
        for (int v = 1; v <= version; v++) {
          if (changes.get(v - 1).nextDouble() < changed) {
            count = v * 100_000 + changes.get(v - 1).nextInt(100_000);
          }
        }
        row.setLength(0);
        row.append(i).append(",計数器 ").append(i).append(',').append(ward).append(',');
        row.append(count).append(",0.").append(share).append(',').append(start.plusDays(i % 300));
        row.append(',').append(KINDS[i % KINDS.length]).append(',');
        coordinate(row, latitude).append(',');
        coordinate(row, longitude).append(",番号 ").append(values.nextInt(1_000_000)).append('\n');
        out.append(row);
      }
    }
    return file;
  }

  private static StringBuilder coordinate(StringBuilder row, int millionths) {
    String fraction = Integer.toString(1_000_000 + millionths % 1_000_000).substring(1);
    return row.append(millionths / 1_000_000).append('.').append(fraction);
  }
}
