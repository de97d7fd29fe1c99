package org.machinami.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The Belgian catalogue, 2.06 million quads: from the file to a store that answers SPARQL, ledger
 * and blobs included, beside {@code tdb2.tdbloader} on the same file.
 */
final class DumpBenchmark implements Benchmark {

  @Override
  public String name() {
    return "dump";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Path source = Workplace.shared("dcat-belgium");
    double peer =
        Peers.tdbloader(work, work.resolve("tdb2"), source.resolve("datagovbe-all.nq.gz"));
    Workplace.delete(work.resolve("tdb2"));
    List<Figure> figures = new ArrayList<>();
    try (ChildProcess load = Peers.load(work, "dcat-belgium", source, work.resolve("data"))) {
      double ours = load.finish(Duration.ofMinutes(30));
      figures.add(
          Figure.atMostTimes(
              "Belgian dump (2.06 M quads), file to answering SPARQL, s",
              ours,
              peer,
              "tdb2.tdbloader",
              1.5));
      figures.add(Figure.alone("the same, peak resident memory, MB", load.peakResident() / 1e6));
    }
    return figures;
  }
}
