package org.machinami.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Small SPARQL over HTTP with eight connections: ASK and one dataset's CONSTRUCT, over a thousand
 * datasets in turn, from the same quads: ours through the public address and at the query process
 * itself, beside a Fuseki as it comes and one with its buffers mended.
 */
final class QueryBenchmark implements Benchmark {
  private static final int CONNECTIONS = 8;
  private static final int WARM_UP_SECONDS = 10;
  private static final int SECONDS = 15;

  @Override
  public String name() {
    return "query";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Path data = work.resolve("data");
    Catalogue catalogue = Catalogue.belgian(work, data);
    Path location = work.resolve("tdb2");
    Peers.tdbloader(work, location, catalogue.quads());

    List<Shape> shapes =
        List.of(
            new Shape(
                "ASK",
                "application/sparql-results+json",
                "ASK { <%s> a <http://www.w3.org/ns/dcat#Dataset> }"),
            new Shape(
                "CONSTRUCT of a dataset",
                "text/turtle",
                "CONSTRUCT { <%1$s> ?p ?o } WHERE { <%1$s> ?p ?o }"));
    List<List<Double>> rates = new ArrayList<>();
    for (String kind : List.of("stock", "mended")) {
      try (Peers.Served fuseki = Peers.fuseki(work, kind, location)) {
        rates.add(rates(work, fuseki.address(), "/ds/sparql", shapes, catalogue.datasets()));
      }
    }
    try (Peers.Machinami ours = Peers.serve(work, data)) {
      for (String address : List.of(ours.address(), ours.queryAddress())) {
        rates.add(rates(work, address, "/sparql", shapes, catalogue.datasets()));
      }
    }
    return figures(shapes, rates);
  }

  private static List<Figure> figures(List<Shape> shapes, List<List<Double>> rates) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      double stock = rates.get(0).get(i);
      double mended = rates.get(1).get(i);
      double front = rates.get(2).get(i);
      double process = rates.get(3).get(i);
      String what = shapes.get(i).name() + ", 8 connections, requests/s, ";
      figures.add(
          Figure.atLeastTimes(
              what + "public address", front, stock, "Fuseki 5.6.0 as it comes", 5));
      figures.add(
          Figure.atLeastTimes(what + "public address", front, mended, "Fuseki, buffers mended", 1));
      figures.add(
          Figure.atLeastTimes(
              what + "query process", process, stock, "Fuseki 5.6.0 as it comes", 5));
      figures.add(
          Figure.atLeastTimes(
              what + "query process", process, mended, "Fuseki, buffers mended", 1));
    }
    return figures;
  }

  private static List<Double> rates(
      Path work, String address, String endpoint, List<Shape> shapes, List<String> datasets)
      throws Exception {
    List<Double> rates = new ArrayList<>();
    for (Shape shape : shapes) {
      List<String> paths = new ArrayList<>();
      for (String dataset : datasets) {
        String query = URLEncoder.encode(shape.query().formatted(dataset), StandardCharsets.UTF_8);
        paths.add(endpoint + "?query=" + query);
      }
      Load.run(work, address, paths, shape.accept(), CONNECTIONS, WARM_UP_SECONDS);
      rates.add(Load.run(work, address, paths, shape.accept(), CONNECTIONS, SECONDS).rate());
    }
    return rates;
  }

  private record Shape(String name, String accept, String query) {}
}
