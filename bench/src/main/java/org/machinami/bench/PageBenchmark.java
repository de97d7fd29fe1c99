package org.machinami.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A dataset's page from a warm server at 1, 8 and 64 connections, beside a bare Jetty that answers
 * the same bytes.
 */
final class PageBenchmark implements Benchmark {
  private static final int WARM_UP_SECONDS = 10;
  private static final int SECONDS = 10;
  private static final String DATASET = "municipalities";

  @Override
  public String name() {
    return "page";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Path data = work.resolve("data");
    List<String> load =
        List.of(
            "load",
            Workplace.home().resolve("samples/datasets").toString(),
            "--data",
            data.toString());
    try (ChildProcess process = Peers.machinami(work.resolve("load.log"), load)) {
      process.finish(Duration.ofMinutes(10));
    }
    List<Load.Result> ours;
    Path body = work.resolve("page.html");
    try (Peers.Machinami server = Peers.serve(work, data)) {
      Files.write(body, page(server.address()));
      ours = loads(work, server.address());
    }
    List<Load.Result> peer;
    try (Peers.Served server = Peers.bareJetty(work, body)) {
      peer = loads(work, server.address());
    }
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      String what = "dataset page, " + CONNECTIONS.get(i) + " connections, ";
      String name = "bare Jetty, the same bytes";
      figures.add(Figure.beside(what + "requests/s", ours.get(i).rate(), peer.get(i).rate(), name));
      figures.add(Figure.beside(what + "p50, ms", ours.get(i).p50(), peer.get(i).p50(), name));
      figures.add(Figure.beside(what + "p99, ms", ours.get(i).p99(), peer.get(i).p99(), name));
    }
    figures.add(Figure.alone("dataset page, bytes", (double) Files.size(body)));
    return figures;
  }

  private static final List<Integer> CONNECTIONS = List.of(1, 8, 64);

  private static List<Load.Result> loads(Path work, String address) throws Exception {
    List<String> paths = List.of("/datasets/" + DATASET);
    Load.run(work, address, paths, "text/html", 8, WARM_UP_SECONDS);
    List<Load.Result> results = new ArrayList<>();
    for (int connections : CONNECTIONS) {
      results.add(Load.run(work, address, paths, "text/html", connections, SECONDS));
    }
    return results;
  }

  private static byte[] page(String address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/datasets/" + DATASET))
            .header("Accept", "text/html")
            .timeout(Duration.ofSeconds(30))
            .build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("the page of " + DATASET + " is " + response.statusCode());
    }
    return response.body();
  }
}
