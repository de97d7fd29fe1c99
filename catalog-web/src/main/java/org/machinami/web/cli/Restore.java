package org.machinami.web.cli;

import java.nio.file.Path;
import org.machinami.store.verify.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code restore}: makes a data directory from a backup and verifies it; what is derived is built
 * at the start.
 */
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
  public Integer call() {
    VerificationReport report = org.machinami.store.Backup.restore(source, data);
    return new VerificationText(console(), json()).write("restore.done", data, report);
  }
}
