package org.machinami.loader;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.machinami.loader.gate.Skolem;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphVersion;
import org.machinami.store.graph.GraphWriter;

/** The data graph of a dataset: what its mappings and its RDF files say. */
final class DataGraph {

  private final DatasetFolder folder;
  private final MappingRun run;
  private final RdfData rdf;
  private final String id;

  DataGraph(DatasetFolder folder, MappingRun run, String base, String id) {
    this.folder = folder;
    this.run = run;
    this.rdf = new RdfData(base, new Skolem(base, id), folder.path());
    this.id = id;
  }

  /** Makes the triples and drops them; says how many there are, with repetitions. */
  long count(RowCounts counts, Progress progress) {
    try (Progress.Task task = progress.begin(id, size())) {
      run.run((buffer, offset, length, graph) -> {}, counts, task::advance);
      for (Path file : folder.data()) {
        rdf.read(file, counts, triple -> {}, task::advance);
      }
    }
    return counts.triples();
  }

  /**
   * Writes the triples.
   *
   * @param then what to do when all rows are read; it may take the version or leave it, and then
   *     nothing is kept
   */
  <T> T write(
      Store store, RowCounts counts, Progress progress, Function<Supplier<GraphVersion>, T> then) {
    try (GraphWriter writer = store.newGraph()) {
      try (WriterQueue queue = new WriterQueue(writer);
          Progress.Task task = progress.begin(id, size())) {
        run.run(queue, counts, task::advance);
        queue.drain();
        for (Path file : folder.data()) {
          rdf.read(file, counts, writer::triple, task::advance);
        }
      }
      return then.apply(writer::finish);
    }
  }

  private long size() {
    return run.size() + folder.data().stream().mapToLong(file -> file.toFile().length()).sum();
  }
}
