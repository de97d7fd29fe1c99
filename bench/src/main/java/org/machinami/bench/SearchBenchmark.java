package org.machinami.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The search with eleven facets and 20 hits: inside our process on one core, and over HTTP beside
 * Solr with the same content and Fuseki with the same question; building its index; and the pages
 * that a visitor sees first; all on a generated catalogue. {@link BelgianSearchBenchmark} has a
 * real one, {@link MillionBenchmark} the large one.
 */
final class SearchBenchmark implements Benchmark {
  private final Scale scale;

  /**
   * How much is done.
   *
   * @param datasets of the generated catalogue that is asked over HTTP
   * @param searches inside the process, as many again to warm up
   * @param seconds of each load over HTTP
   * @param visits to each kind of page
   */
  record Scale(int datasets, int searches, int seconds, int visits) {
    static final Scale FULL = new Scale(100_000, 3_000, 10, 2_000);

    /** To try whether all of it runs; the figures mean nothing. */
    static final Scale QUICK = new Scale(2_000, 300, 2, 100);
  }

  SearchBenchmark(Scale scale) {
    this.scale = scale;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    SearchCatalogue catalogue = SearchCatalogue.generated(work.resolve("data"), scale.datasets());
    List<Figure> figures =
        new ArrayList<>(IndexFigures.of(work, catalogue, scale.searches(), 50, true, true));
    figures.addAll(new SearchLoads(work, catalogue, scale).figures());
    figures.addAll(new VisitFigures(work, catalogue, scale).figures());
    return figures;
  }
}
