package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.Map;
import org.machinami.store.verify.VerificationReport;
import org.machinami.web.config.Configuration;
import org.machinami.web.records.Records;
import org.machinami.web.records.RecordsCopy;
import org.machinami.web.steward.DraftBackup;
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
    DraftBackup.copy(source, data);
    RecordsCopy.lay(source, data);
    Configuration configuration = Configuration.read(Map.of(), session().environment(), data);
    Records.open(configuration.recordsUrl(), data).close(); // takes in what was laid
    return new VerificationText(console(), json()).write("restore.done", data, report);
  }
}
