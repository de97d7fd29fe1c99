package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of the whole (catalogue process, query process, a load under way) at random moments:
 * every answered load is there after a start that needs no hand, in the pages and in SPARQL.
 */
final class KillTest {
  private static final String BASE = "https://data.example.org/";
  private static final int ROWS = 400;
  private static final int LONGEST_MILLIS = 500;
  private static final int MOST_LOADS = 4;

  private static final String MAPPING =
      """
      @prefix rr: <http://www.w3.org/ns/r2rml#> .
      @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
      @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
      <#row> rml:logicalSource
          [ rml:source "counts.csv" ; rml:referenceFormulation ql:CSV ] ;
        rr:subjectMap [ rr:template "id/row/{row}" ] ;
        rr:predicateObjectMap
          [ rr:predicate <https://data.example.org/count> ; rr:objectMap [ rml:reference "count" ] ] .
      """;

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile int answered = -1;
  private volatile int tried = -1;
  private volatile boolean killed;

  @Test
  void kill_fiveTimes_nothingAnsweredIsLost() throws Exception {
    run(5);
  }

  @Test
  @Tag("nightly")
  void kill_twoHundredTimes_nothingAnsweredIsLost() throws Exception {
    run(200);
  }

  private void run(int kills) throws Exception {
    long seed = Long.getLong("machinami.seed", System.nanoTime());
    System.out.println("KillTest: seed " + seed + " (-Dmachinami.seed=" + seed + " repeats it)");
    Random random = new Random(seed);
    writeFolder();
    Path data = directory.resolve("d");
    for (int kill = 0; kill < kills; kill++) {
      ServerProcess server = ServerProcess.start(data, List.of("--base", BASE));
      check(server.address());
      killed = false;
      Thread loads = new Thread(this::loadUntilKilled);
      loads.start();
      int enough = answered + random.nextInt(MOST_LOADS);
      await(() -> answered >= enough);
      Thread.sleep(random.nextInt(LONGEST_MILLIS)); // the moment is what is random
      killed = true;
      server.kill();
      loads.join();
    }
    try (ServerProcess server = ServerProcess.start(data, List.of())) {
      check(server.address());
      System.out.println("KillTest: " + kills + " kills, " + (answered + 1) + " loads answered");
    }
    assertTrue(answered >= 0, "no load was answered: nothing was tested");
    CapturedSession.Ended verified = new CapturedSession(directory).run("verify", "--data", "d");
    assertEquals(0, verified.exit(), verified.out() + verified.err());
  }

  /** The last answered load, or the one that was under way, is what pages and SPARQL say. */
  private void check(String address) throws Exception {
    if (answered < 0) {
      return;
    }
    String page = get(address + "datasets/counts/data", "application/n-triples").body();
    String sparql =
        get(
                address
                    + "sparql?query="
                    + "SELECT%20DISTINCT%20%3Fn%20%7B%3Fs%20%3Chttps://data.example.org/count%3E%20%3Fn%7D",
                "text/csv")
            .body();
    String number = sparql.lines().skip(1).collect(Collectors.joining(","));
    assertTrue(
        number.equals(Integer.toString(answered)) || number.equals(Integer.toString(tried)),
        "SPARQL says " + number + ", answered " + answered + ", tried " + tried);
    assertEquals(
        ROWS, page.lines().filter(line -> line.contains("\"" + number + "\"")).count(), "page");
    answered = Integer.parseInt(number);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "the loads do not go on");
      Thread.sleep(5);
    }
  }

  private void loadUntilKilled() {
    try {
      while (!killed) {
        int load = tried + 1;
        tried = load;
        writeRows(load);
        CapturedSession.Ended ended =
            new CapturedSession(directory)
                .run("load", directory.resolve("counts").toString(), "--data", "d", "--json");
        if (ended.exit() == ExitCode.ENVIRONMENT) {
          return;
        }
        assertEquals(0, ended.exit(), ended.out() + ended.err());
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertEquals("committed", report.at("/datasets/0/outcome").textValue());
        answered = load;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void writeFolder() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("counts"));
    String description = Files.readString(Path.of(CapturedSession.sample("parks"), "dataset.ttl"));
    Files.writeString(
        folder.resolve("dataset.ttl"),
        description.replace("metropolitan_parks.geojson", "counts.csv").replace("parks", "counts"));
    Files.writeString(folder.resolve("counts.rml.ttl"), MAPPING);
  }

  /** A table of which every row carries the number of the load. */
  private void writeRows(int load) throws IOException {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(row -> row + "," + load + "\n")
            .collect(Collectors.joining("", "row,count\n", ""));
    Files.writeString(
        directory.resolve("counts").resolve("counts.csv"), rows, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String address, String accept) throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(address)).header("Accept", accept).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    return response;
  }
}
