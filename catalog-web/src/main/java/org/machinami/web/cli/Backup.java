package org.machinami.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.machinami.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code backup}: copies what cannot be derived; again into the same directory copies what is new.
 */
@Command(name = "backup")
final class Backup extends DataVerb {
  @Parameters(paramLabel = "DIR", descriptionKey = "backup.to")
  private Path target;

  Backup(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) throws IOException {
    long bytes = new AppendOnlyCopy(store.directory().path(), target).copy();
    long head = store.ledger().head();
    if (json()) {
      console().json(Map.of("backup", target.toString(), "bytes", bytes, "sequence", head));
    } else {
      console().result(session().texts().of("backup.done", target, bytes, head));
    }
    return ExitCode.DONE;
  }
}
