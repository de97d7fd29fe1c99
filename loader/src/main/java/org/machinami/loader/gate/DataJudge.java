package org.machinami.loader.gate;

import org.apache.jena.graph.Graph;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Verdict;

/**
 * Holds the data of a dataset against rules while they are read; what it finds is part of the
 * dataset's verdict and can refuse it. Not thread-safe; one for a load.
 */
public interface DataJudge {

  /**
   * What is to be told of a file while it is read. The file before has been read by then.
   *
   * @param series what the mapping calls the source, which may be several files
   * @param file its name
   */
  SourceInspector inspector(String series, String file, SourceReader reader);

  /** What was found, when all files have been read. */
  Verdict verdict();

  /**
   * What was measured besides, when all files have been read: statements for the graph of the
   * verdict, without blank nodes. Nothing, where nothing was.
   */
  default Graph measurements(NamedGraphs names) {
    return Graph.emptyGraph;
  }
}
