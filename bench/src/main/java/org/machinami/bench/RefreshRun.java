package org.machinami.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.quads.QuadStore;

/**
 * Loads the first version of a dataset into fresh data directories, the last of which it then
 * refreshes with the other versions; prints the seconds of each, from the file to the quads, and
 * writes the last two as N-Triples beside their folders for the peer: no earlier, because the disk
 * would still be busy with them while the next refresh makes its own files durable.
 *
 * <p>Arguments: a directory to work in; the folder of a dataset that is there before, or "-"; the
 * versions.
 */
final class RefreshRun {
  private static final int LOADS = 3;
  private static final String BASE = "http://bench.example/";

  private RefreshRun() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> versions = Stream.of(arguments).skip(2).map(Path::of).toList();
    for (int i = 1; i <= LOADS; i++) {
      Path fresh = Path.of(arguments[0]).resolve("fresh-" + i);
      Store.create(fresh, BASE);
      try (Store store = Store.open(fresh);
          QuadStore quads = QuadStore.open(fresh)) {
        if (!arguments[1].equals("-")) {
          load("before", store, quads, Path.of(arguments[1]));
        }
        load("load", store, quads, versions.get(0));
        int last = versions.size() - 1;
        for (int v = 1; i == LOADS && v <= last; v++) {
          load("refresh", store, quads, versions.get(v));
          if (v >= last - 1) {
            export(store, versions.get(v));
          }
        }
      }
      Workplace.delete(fresh);
    }
  }

  private static void load(String what, Store store, QuadStore quads, Path folder) {
    long start = System.nanoTime();
    Loader loader = new Loader(store, MetadataValidator.bundled(), Progress.none());
    LoadReport report = loader.load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT);
    if (report.exitCode() != 0) {
      throw new IllegalStateException(report.toString());
    }
    quads.catchUp(store.ledger(), store.versions());
    System.out.printf("%s %.3f%n", what, (System.nanoTime() - start) / 1e9);
  }

  private static void export(Store store, Path folder) {
    var state = store.states().find(new NamedGraphs(BASE).data("bench-counters")).orElseThrow();
    Path file = folder.resolveSibling(folder.getFileName() + ".nt");
    try (GraphLines lines = store.versions().lines(state.version());
        OutputStream out = Files.newOutputStream(file)) {
      while (lines.next()) {
        out.write(lines.buffer(), lines.offset(), lines.length());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
