package org.machinami.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.machinami.store.DataDirectory;
import org.machinami.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore}: makes a data directory from a backup; what is derived is built at the start. */
@Command(name = "restore")
final class Restore extends Verb {
  @Parameters(paramLabel = "DIR", descriptionKey = "restore.from")
  private Path source;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data", defaultValue = "data")
  private Path data;

  Restore(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    if (!DataDirectory.exists(source)) {
      throw new WrongUse(session().texts().of("error.no-backup", source));
    }
    if (Files.exists(data)) {
      try (Stream<Path> files = Files.list(data)) {
        if (files.findAny().isPresent()) {
          throw new WrongUse(session().texts().of("error.restore-not-empty", data));
        }
      }
    }
    long bytes = new AppendOnlyCopy(source, data).copy();
    try (Store store = Store.open(data)) {
      long head = store.ledger().head();
      if (json()) {
        console().json(Map.of("data", data.toString(), "bytes", bytes, "sequence", head));
      } else {
        console().result(session().texts().of("restore.done", data, bytes, head));
      }
    }
    return ExitCode.DONE;
  }
}
