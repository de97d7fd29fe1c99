package org.machinami.loader.format;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.machinami.loader.LoadException;
import org.machinami.loader.mapping.LogicalSource;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;

/**
 * Files that are damaged at random give rows, bad rows, or an error that says what is wrong; never
 * another exception or an {@code Error}. The seed is printed; {@code -Dmachinami.seed=N} repeats.
 */
class MutationTest {

  private static final Map<Formulation, List<String>> REFERENCES =
      Map.of(
          Formulation.GTFS, List.of("stop_id", "stop_name", "stop_name@en", "@row"),
          Formulation.JSON, List.of("名称", "a.b[*]"));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Formulation.class)
  void read_damagedFile_isReadOrRefused(Formulation formulation) throws IOException {
    run(formulation, 50);
  }

  @Tag("nightly")
  @ParameterizedTest
  @EnumSource(Formulation.class)
  void read_damagedFile_manyTimes_isReadOrRefused(Formulation formulation) throws IOException {
    run(formulation, 1_000);
  }

  private void run(Formulation formulation, int times) throws IOException {
    long first = Long.getLong("machinami.seed", System.nanoTime());
    System.out.println("MutationTest " + formulation + " -Dmachinami.seed=" + first);
    Map<String, byte[]> files = Samples.of(formulation);
    String main = files.keySet().iterator().next();
    files.forEach((name, bytes) -> write(name, bytes));
    for (int table = 0; table < 3; table++) {
      assertTrue(read(formulation, main, table, 0), "the sample itself of " + formulation);
    }
    for (int i = 0; i < times; i++) {
      long seed = first + i;
      List<String> names = List.copyOf(files.keySet());
      String damaged = names.get(i % names.size());
      if (formulation == Formulation.GTFS && i % 2 == 1) {
        files.put(main, Samples.feed(new Mutation(seed), i));
        damaged = "";
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        byte[] bytes = file.getValue();
        write(file.getKey(), file.getKey().equals(damaged) ? new Mutation(seed).of(bytes) : bytes);
      }
      read(formulation, main, i % 3, seed);
    }
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it was read to the end. */
  private boolean read(Formulation formulation, String name, int table, long seed) {
    SourceReader reader = Formats.reader(source(formulation, table), Optional.empty());
    Path file = folder.resolve(name);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      reader.read(
          SourceContent.ofFile(file, name, in),
          REFERENCES.getOrDefault(formulation, List.of("名称", "geometry.wkt", "@row")),
          1,
          row -> {},
          SourceInspector.NONE);
      return true;
    } catch (LoadException e) {
      assertTrue(!e.getMessage().isBlank() && !e.getMessage().equals(e.key()));
      return false;
    } catch (IOException | RuntimeException | Error e) {
      return fail(formulation + " with -Dmachinami.seed=" + seed + ": " + e, e);
    }
  }

  static LogicalSource source(Formulation formulation, int table) {
    String iterator =
        switch (formulation) {
          case JSON -> "$[*]";
          case GTFS -> List.of("stops", "service-days", "shape-lines").get(table);
          default -> "";
        };
    return new LogicalSource(
        "x",
        formulation,
        iterator,
        ',',
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }
}
