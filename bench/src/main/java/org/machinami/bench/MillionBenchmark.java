package org.machinami.bench;

import java.nio.file.Path;
import java.util.List;

/** The search index of a catalogue ten times as large as a country's, inside our process. */
final class MillionBenchmark implements Benchmark {
  private final int datasets;
  private final int searches;

  private MillionBenchmark(int datasets, int searches) {
    this.datasets = datasets;
    this.searches = searches;
  }

  /**
   * The benchmark, or one to try whether all of it runs; the figures of that mean nothing.
   *
   * @param quick whether it is only tried
   */
  static MillionBenchmark of(boolean quick) {
    return quick ? new MillionBenchmark(4_000, 300) : new MillionBenchmark(1_000_000, 3_000);
  }

  @Override
  public String name() {
    return "million";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    SearchCatalogue catalogue = SearchCatalogue.generated(work.resolve("data"), datasets);
    return IndexFigures.of(work, catalogue, searches, 150, true, false);
  }
}
