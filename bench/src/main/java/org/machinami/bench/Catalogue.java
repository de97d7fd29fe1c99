package org.machinami.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.state.GraphState;

/**
 * A catalogue that both sides serve: a data directory of ours and the same quads as one N-Quads
 * file for the peer.
 *
 * @param quads the N-Quads file
 * @param datasets IRIs of a thousand of its datasets
 */
record Catalogue(Path quads, List<String> datasets) {
  private static final int DATASETS = 1000;

  Catalogue {
    datasets = List.copyOf(datasets);
  }

  /** Loads the Belgian catalogue into {@code data} and writes its quads out. */
  static Catalogue belgian(Path work, Path data) throws IOException, InterruptedException {
    Peers.loadBelgian(work, data);
    return of(work, data);
  }

  /** Writes the quads of a data directory out. */
  static Catalogue of(Path work, Path data) throws IOException {
    Path quads = work.resolve("catalogue.nq");
    List<String> datasets = new ArrayList<>();
    try (Store store = Store.open(data);
        OutputStream out = Files.newOutputStream(quads);
        Stream<GraphState> graphs = store.states().list(store.base() + "graph/")) {
      NamedGraphs names = new NamedGraphs(store.base());
      graphs.forEach(
          state -> {
            copy(store, state, out);
            Optional<String> dataset = names.datasetOf(state.graph());
            if (datasets.size() < DATASETS && state.graph().contains("graph/metadata/")) {
              dataset.ifPresent(id -> datasets.add(store.base() + "datasets/" + id));
            }
          });
    }
    return new Catalogue(quads, datasets);
  }

  private static void copy(Store store, GraphState state, OutputStream out) {
    byte[] end = ("<" + state.graph() + "> .\n").getBytes(StandardCharsets.UTF_8);
    try (GraphLines lines = store.versions().lines(state.version())) {
      while (lines.next()) {
        out.write(lines.buffer(), lines.offset(), lines.length() - 2);
        out.write(end);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
