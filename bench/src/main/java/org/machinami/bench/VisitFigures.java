package org.machinami.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Front page, list and dataset page as a visitor meets them: time to the first byte, what a browser
 * loads, when it has drawn the largest part.
 */
final class VisitFigures {
  private static final double FIRST_BYTE = 30;
  private static final double WEIGHT = 150;
  private static final int IN_A_BROWSER = 5;

  private final Path work;
  private final SearchCatalogue catalogue;
  private final SearchBenchmark.Scale scale;

  VisitFigures(Path work, SearchCatalogue catalogue, SearchBenchmark.Scale scale) {
    this.work = work;
    this.catalogue = catalogue;
    this.scale = scale;
  }

  List<Figure> figures() throws Exception {
    int visits = scale.visits();
    Random random = new Random(1);
    List<String> datasets =
        Stream.generate(() -> "/datasets/d" + random.nextInt(scale.datasets()))
            .limit(2L * visits)
            .toList();
    List<String> lists =
        catalogue.others(2 * visits, new HashSet<>()).stream().map(Question::path).toList();
    List<Figure> figures = new ArrayList<>();
    try (Peers.Machinami server = Peers.serve(work, catalogue.data())) {
      String address = server.address();
      figures.addAll(firstBytes("front page", address, Collections.nCopies(2 * visits, "/")));
      figures.addAll(firstBytes("list", address, lists));
      figures.addAll(firstBytes("dataset page", address, datasets));
      try (Browser browser = Browser.start(work.resolve("chromium"))) {
        figures.addAll(inBrowser(browser, "front page", address + "/"));
        figures.addAll(inBrowser(browser, "list", address + lists.get(0)));
        figures.addAll(inBrowser(browser, "dataset page", address + datasets.get(0)));
      }
    }
    return figures;
  }

  /** The first half warms up. */
  private List<Figure> firstBytes(String page, String address, List<String> paths)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    double[] times = new double[paths.size()];
    for (int i = 0; i < times.length; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + paths.get(i)))
              .header("Accept", "text/html")
              .header("Accept-Encoding", "gzip")
              .build();
      long start = System.nanoTime();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200 || body.read() < 0) {
          throw new IOException(request.uri() + " is " + response.statusCode());
        }
        times[i] = (System.nanoTime() - start) / 1e6;
        body.transferTo(OutputStream.nullOutputStream());
      }
    }
    double[] warm = Arrays.copyOfRange(times, times.length / 2, times.length);
    Arrays.sort(warm);
    String of = ", " + catalogue.name() + ", time to first byte, ms, ";
    return List.of(
        Figure.alone(page + of + "p50", warm[warm.length / 2]),
        Figure.atMost(page + of + "p99", warm[warm.length * 99 / 100], FIRST_BYTE));
  }

  /** The median of some visits, each with nothing remembered. */
  private static List<Figure> inBrowser(Browser browser, String page, String address)
      throws IOException, InterruptedException {
    double[] paints = new double[IN_A_BROWSER];
    long bytes = 0;
    for (int i = 0; i < IN_A_BROWSER; i++) {
      Browser.Visit visit = browser.visit(address);
      paints[i] = visit.largestContentfulPaint();
      bytes = Math.max(bytes, visit.bytes());
    }
    Arrays.sort(paints);
    return List.of(
        Figure.atMost(page + ", all that a browser loads, kB", bytes / 1e3, WEIGHT),
        Figure.alone(page + ", largest contentful paint, ms", paints[paints.length / 2]));
  }
}
