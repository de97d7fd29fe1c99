package org.machinami.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.machinami.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asof}: a dataset as it was at a commit or at a time. */
@Command(name = "asof")
final class AsOf extends DataVerb {
  @Parameters(index = "0", paramLabel = "SEQUENCE|TIME", descriptionKey = "asof.when")
  private String when;

  @Parameters(index = "1", paramLabel = "GRAPH|DATASET", descriptionKey = "export.what")
  private String what;

  @Option(names = "--format", descriptionKey = "export.format", defaultValue = "nt")
  private ExportFormat format;

  @Option(names = "--output", paramLabel = "FILE", descriptionKey = "export.output")
  private Path output;

  AsOf(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) throws IOException {
    long sequence = sequence(store);
    List<ExportFormat.Named> graphs =
        DatasetGraphs.candidates(store.base(), what).stream()
            .flatMap(graph -> store.states().findAsOf(graph, sequence).stream())
            .map(state -> new ExportFormat.Named(state.graph(), state.version()))
            .toList();
    if (graphs.isEmpty()) {
      throw new WrongUse(session().texts().of("error.nothing-as-of", what, sequence));
    }
    return new Export.Writing(session(), format, Optional.ofNullable(output)).write(graphs, store);
  }

  private long sequence(Store store) {
    long head = store.ledger().head();
    if (when.matches("[0-9]{1,18}")) {
      long sequence = Long.parseLong(when);
      if (sequence > head) {
        throw new WrongUse(session().texts().of("error.beyond-head", sequence, head));
      }
      return sequence;
    }
    return store.ledger().sequenceAt(time());
  }

  /** A date means its end, in the time zone of the machine. */
  private Instant time() {
    try {
      return Instant.parse(when);
    } catch (DateTimeParseException e) {
      try {
        return LocalDate.parse(when)
            .plusDays(1)
            .atStartOfDay(ZoneId.systemDefault())
            .toInstant()
            .minusMillis(1);
      } catch (DateTimeParseException noDate) {
        throw new WrongUse(session().texts().of("error.no-time", when));
      }
    }
  }
}
