package org.machinami.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.quads.QuadStore;
import org.machinami.store.quads.QuadVerification;

/** The process as its parent sees it: a real child, also one that is killed. */
class QueryProcessTest {
  @TempDir Path temporary;

  private static Process start(Path data, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")
                    .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                "org.machinami.query.QueryProcess",
                "--data",
                data.toString()));
    command.addAll(Arrays.asList(more));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The one line of JSON, which comes after what a log may write. */
  private static JsonNode event(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    while (line != null && !line.startsWith("{")) {
      line = out.readLine();
    }
    return new ObjectMapper().readTree(String.valueOf(line));
  }

  @Test
  void start_answersAndEndsWithItsParent() throws Exception {
    try (Catalogue catalogue = new Catalogue(temporary.resolve("data"))) {
      catalogue.fill();
      Process process = start(catalogue.directory());
      JsonNode ready = event(process);
      assertEquals("ready", ready.path("event").asText(), ready.toString());
      assertEquals(process.pid(), ready.path("pid").asLong());
      assertEquals(3, ready.path("applied").asLong());
      assertTrue(
          new Asking(ready.path("port").asInt())
              .get("ASK { ?s ?p \"新宿\"@ja }")
              .body()
              .contains("true"));

      Process second = start(catalogue.directory());
      JsonNode failed = event(second);
      assertEquals("HELD", failed.path("code").asText(), failed.toString());
      assertTrue(
          failed.path("message").asText().contains(String.valueOf(process.pid())),
          failed.toString());
      assertEquals(3, second.waitFor());

      process.getOutputStream().close();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it ends when its input does");
      assertEquals(0, process.exitValue());
    }
  }

  @Test
  void start_unknownOption_isUsage() throws Exception {
    Process process = start(temporary, "--colour", "red");
    assertEquals(2, process.waitFor());
  }

  @Test
  void start_noDataDirectory_isSaid() throws Exception {
    Process process = start(temporary.resolve("none"));
    assertEquals("NOT_A_DATA_DIRECTORY", event(process).path("code").asText());
    assertEquals(3, process.waitFor());
  }

  @Test
  void kill_atRandomMoments_losesNothing() throws Exception {
    kill(20);
  }

  @Test
  @Tag("nightly")
  void kill_atManyRandomMoments_losesNothing() throws Exception {
    kill(200);
  }

  /**
   * Commits without pause while the process is killed and started again; at the end the quads must
   * be those of the ledger.
   */
  private void kill(int times) throws Exception {
    long seed = Long.getLong("machinami.seed", System.nanoTime());
    System.out.println("kill_atRandomMoments: -Dmachinami.seed=" + seed);
    Random random = new Random(seed);
    try (Catalogue catalogue = new Catalogue(temporary.resolve("data"))) {
      catalogue.fill();
      AtomicBoolean done = new AtomicBoolean();
      Thread writer = new Thread(() -> write(catalogue, new Random(seed + 1), done), "writer");
      writer.start();
      try {
        for (int i = 0; i < times; i++) {
          Process process = start(catalogue.directory());
          if (random.nextInt(3) > 0) {
            JsonNode ready = event(process);
            assertEquals("ready", ready.path("event").asText(), i + ": " + ready);
          }
          process.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS);
          process.destroyForcibly().waitFor();
        }
      } finally {
        done.set(true);
        writer.join();
      }
      try (QuadStore quads = QuadStore.open(catalogue.directory())) {
        quads.catchUp(catalogue.store().ledger(), catalogue.store().versions());
        QuadVerification.Report report =
            QuadVerification.verify(
                quads, catalogue.store().ledger(), catalogue.store().versions());
        assertTrue(report.isClean(), report.toString());
        assertEquals(report.quads(), quads.quads());
      }
    }
  }

  private static void write(Catalogue catalogue, Random random, AtomicBoolean done) {
    while (!done.get()) {
      List<String> lines = new ArrayList<>();
      int subjects = random.nextInt(10) == 0 ? 8_000 : 200;
      for (int i = 0; i < subjects; i++) {
        lines.add(
            "<https://city.example/id/"
                + i
                + "> <https://city.example/value> \""
                + random.nextInt(5)
                + "\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
      }
      catalogue.commit(Catalogue.BASE + "graph/data/g" + random.nextInt(4), lines);
    }
  }
}
