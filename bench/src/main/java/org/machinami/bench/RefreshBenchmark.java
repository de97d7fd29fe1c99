package org.machinami.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dataset of a million triples of which one row in a hundred changed: the refresh, from the file
 * to the quads, beside loading it anew and beside a Fuseki {@code PUT} of the same graph. Loading
 * it anew is measured twice: into an empty directory, where the quads are built in bulk, and into a
 * catalogue that holds two million other triples, where they are added to what is there. The first
 * refreshes are not counted: a server that refreshes has done so before.
 */
final class RefreshBenchmark implements Benchmark {
  private static final int ROWS = 100_000;
  private static final int OTHER_ROWS = 200_000;
  private static final double CHANGED = 0.01;
  private static final int WARM_UP = 10;
  private static final int REFRESHES = WARM_UP + 11;
  private static final Pattern SECONDS = Pattern.compile("^(load|refresh) ([\\d.]+)");

  @Override
  public String name() {
    return "refresh";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    List<String> versions = new ArrayList<>();
    for (int i = 0; i <= REFRESHES; i++) {
      Path folder = work.resolve("version-" + i);
      Counters.folder(folder, ROWS, i == 0 ? 0 : CHANGED, i);
      versions.add(folder.toString());
    }
    Path others = work.resolve("others");
    Counters.folder(others, OTHER_ROWS, 0, 0);
    replace(others.resolve("dataset.ttl"), "bench-counters", "bench-others");
    replace(others.resolve("counters.rml.ttl"), "id/counter/", "id/other/");
    Medians alone = run(work, "-", versions);
    Medians amongOthers = run(work, others.toString(), versions);
    double put = put(work);
    String what = "1 M triples, 1 % of the rows changed, refresh, s, ";
    String anew = "ours, loading it anew";
    return List.of(
        Figure.atMostTimes(
            what + "in a catalogue of 2 M others",
            amongOthers.refresh(),
            amongOthers.load(),
            anew,
            0.05),
        Figure.atMostTimes(
            what + "in a catalogue of its own", alone.refresh(), alone.load(), anew, 0.05),
        Figure.beside(
            what + "in a catalogue of its own",
            alone.refresh(),
            put,
            "Fuseki 5.6.0, PUT of the changed graph"));
  }

  private static void replace(Path file, String text, String other) throws IOException {
    Files.writeString(file, Files.readString(file).replace(text, other));
  }

  /** Median seconds of loading anew and of a refresh. */
  private static Medians run(Path work, String before, List<String> versions)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(work.toString(), before));
    arguments.addAll(versions);
    Path log = work.resolve("refresh.log");
    try (ChildProcess process = ChildProcess.java(log, "1g", RefreshRun.class, arguments)) {
      process.finish(Duration.ofMinutes(20));
    }
    List<Double> loads = new ArrayList<>();
    List<Double> refreshes = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher matcher = SECONDS.matcher(line);
      if (matcher.find()) {
        List<Double> which = matcher.group(1).equals("load") ? loads : refreshes;
        which.add(Double.parseDouble(matcher.group(2)));
      }
    }
    return new Medians(median(loads), median(refreshes.subList(WARM_UP, REFRESHES)));
  }

  private record Medians(double load, double refresh) {}

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static double put(Path work) throws IOException, InterruptedException {
    Path location = Files.createDirectories(work.resolve("tdb2"));
    HttpClient client = HttpClient.newHttpClient();
    try (Peers.Served fuseki = Peers.fuseki(work, "stock", location)) {
      URI graph = URI.create(fuseki.address() + "/ds/data?graph=http://bench.example/g");
      double seconds = 0;
      for (int i : new int[] {REFRESHES - 1, REFRESHES}) {
        long start = System.nanoTime();
        put(client, graph, work.resolve("version-" + i + ".nt"));
        seconds = (System.nanoTime() - start) / 1e9;
      }
      return seconds;
    }
  }

  private static void put(HttpClient client, URI graph, Path file)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(graph)
            .header("Content-Type", "application/n-triples")
            .timeout(Duration.ofMinutes(10))
            .PUT(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException("PUT " + response.statusCode() + ": " + response.body());
    }
  }
}
