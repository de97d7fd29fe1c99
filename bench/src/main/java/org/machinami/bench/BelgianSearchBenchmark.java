package org.machinami.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.machinami.bench.SearchBenchmark.Scale;

/** What {@link SearchBenchmark} measures of search and index, over the Belgian catalogue. */
final class BelgianSearchBenchmark implements Benchmark {
  private final Scale scale;

  BelgianSearchBenchmark(Scale scale) {
    this.scale = scale;
  }

  @Override
  public String name() {
    return "search-belgian";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    Path data = work.resolve("data");
    Peers.loadBelgian(work, data);
    SearchCatalogue catalogue = SearchCatalogue.belgian(data);
    List<Figure> figures =
        new ArrayList<>(IndexFigures.of(work, catalogue, scale.searches(), 50, false, true));
    figures.addAll(new SearchLoads(work, catalogue, scale).figures());
    return figures;
  }
}
