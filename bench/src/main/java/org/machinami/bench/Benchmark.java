package org.machinami.bench;

import java.nio.file.Path;
import java.util.List;

/** One comparison. Runs everything it compares itself, one after the other, and cleans up. */
interface Benchmark {

  /** The word that selects it on the command line. */
  String name();

  /**
   * Runs it.
   *
   * @param work an empty directory on the disk that is measured; deleted afterwards
   * @throws Exception when a peer or we could not be run; the text says which
   */
  List<Figure> run(Path work) throws Exception;
}
