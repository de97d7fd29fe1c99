package org.machinami.web.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: writes a graph, a dataset or everything as RDF. */
@Command(name = "export")
final class Export extends DataVerb {
  @Parameters(arity = "0..1", paramLabel = "GRAPH|DATASET", descriptionKey = "export.what")
  private String what;

  @Option(names = "--format", descriptionKey = "export.format", defaultValue = "nt")
  private ExportFormat format;

  @Option(names = "--output", paramLabel = "FILE", descriptionKey = "export.output")
  private Path output;

  Export(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) throws IOException {
    List<GraphState> found = find(store);
    if (found.isEmpty()) {
      throw new WrongUse(session().texts().of("error.no-such-graph", what, data()));
    }
    return write(
        found.stream()
            .map(state -> new ExportFormat.Named(state.graph(), state.version()))
            .toList(),
        store);
  }

  private int write(List<ExportFormat.Named> graphs, Store store) throws IOException {
    return new Writing(session(), format, Optional.ofNullable(output)).write(graphs, store);
  }

  private List<GraphState> find(Store store) {
    String all = new NamedGraphs(store.base()).prefix();
    if (what == null) {
      try (Stream<GraphState> states = store.states().list(all)) {
        return states.toList();
      }
    }
    return DatasetGraphs.candidates(store.base(), what).stream()
        .flatMap(graph -> store.states().find(graph).stream())
        .toList();
  }

  /** Graphs on their way to standard output or a file. */
  record Writing(Session session, ExportFormat format, Optional<Path> output) {
    int write(List<ExportFormat.Named> graphs, Store store) throws IOException {
      if (format.inMemory()) {
        long triples =
            graphs.stream().mapToLong(named -> store.versions().triples(named.version())).sum();
        if (triples > ExportFormat.MOST_IN_MEMORY) {
          throw new WrongUse(
              session
                  .texts()
                  .of("error.too-large-for-format", triples, format, ExportFormat.MOST_IN_MEMORY));
        }
      }
      if (output.isPresent()) {
        try (OutputStream file = Files.newOutputStream(output.get())) {
          format.write(graphs, store.versions(), file);
        }
      } else {
        format.write(graphs, store.versions(), session.console().out());
        session.console().out().flush();
      }
      return ExitCode.DONE;
    }
  }
}
