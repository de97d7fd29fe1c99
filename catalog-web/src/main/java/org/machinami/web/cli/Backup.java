package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.Map;
import org.machinami.store.Store;
import org.machinami.web.records.RecordsCopy;
import org.machinami.web.steward.DraftBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup}: copies what cannot be derived; again into the same directory, what is new. */
@Command(name = "backup")
final class Backup extends DataVerb {
  @Parameters(paramLabel = "DIR", descriptionKey = "backup.to")
  private Path target;

  Backup(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) {
    org.machinami.store.Backup.Copied copied =
        org.machinami.store.Backup.copy(store.directory().path(), target);
    DraftBackup.copy(store.directory().path(), target);
    long rows = withRecords(records -> RecordsCopy.write(records, target));
    if (json()) {
      console()
          .json(
              Map.of(
                  "backup",
                  target.toString(),
                  "bytes",
                  copied.bytes(),
                  "commits",
                  copied.commits(),
                  "records",
                  rows));
    } else {
      console()
          .result(
              session().texts().of("backup.done", target, copied.bytes(), copied.commits(), rows));
    }
    return ExitCode.DONE;
  }
}
