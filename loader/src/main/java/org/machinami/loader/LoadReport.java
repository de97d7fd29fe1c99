package org.machinami.loader;

import java.util.List;

/**
 * What became of a recipe.
 *
 * @param datasets in the order in which they were loaded
 */
public record LoadReport(List<DatasetReport> datasets) {
  public LoadReport {
    datasets = List.copyOf(datasets);
  }

  /** The gravest of the exit codes of the datasets. */
  public int exitCode() {
    return datasets.stream().mapToInt(DatasetReport::exitCode).max().orElse(0);
  }

  public long triples() {
    return datasets.stream().mapToLong(DatasetReport::triples).sum();
  }
}
