package org.machinami.web.cli;

import java.util.List;
import org.machinami.ontology.NamedGraphs;

/** What somebody means who names a graph or a dataset. */
final class DatasetGraphs {
  private static final String DATASETS = "datasets/";

  private DatasetGraphs() {}

  /**
   * The names of graphs that are meant: a graph by its IRI or its path under the base, or the three
   * graphs of a dataset by its IRI or id.
   */
  static List<String> candidates(String base, String what) {
    String path = what.startsWith(base) ? what.substring(base.length()) : what;
    if (path.startsWith("graph/")) {
      return List.of(base + path);
    }
    String id = path.startsWith(DATASETS) ? path.substring(DATASETS.length()) : path;
    NamedGraphs graphs = new NamedGraphs(base);
    try {
      return List.of(graphs.metadata(id), graphs.data(id), graphs.verdict(id));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
