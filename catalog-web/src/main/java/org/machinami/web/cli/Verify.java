package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.List;
import org.machinami.store.Store;
import org.machinami.store.checkpoint.CheckpointCheck;
import org.machinami.store.verify.Verification;
import org.machinami.store.verify.VerificationReport;
import org.machinami.web.server.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code verify}: says whether the directory holds what was answered, and what was signed. */
@Command(name = "verify")
final class Verify extends DataVerb {
  @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "verify.checkpoint")
  private Path checkpoint;

  @Option(names = "--public-key", paramLabel = "FILE", descriptionKey = "verify.public-key")
  private Path key;

  Verify(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) {
    if (checkpoint == null && key != null) {
      throw new WrongUse(session().texts().of("error.key-alone"));
    }
    DerivedCheck derived = new DerivedCheck(store.directory(), session().catalogue());
    RecordsCheck records =
        new RecordsCheck(
            data(), session().catalogue().map(Catalogue::records), session().environment());
    VerificationReport report =
        Verification.run(store.directory().path(), List.of(derived, records));
    if (checkpoint == null) {
      return new VerificationText(console(), json()).write("verify.sound", data(), report);
    }
    CheckpointFile kept = CheckpointFile.read(checkpoint, key);
    VerificationReport both =
        report.and(
            CheckpointCheck.run(
                store.directory(), checkpoint.toString(), kept.checkpoint(), kept.trusted()));
    int exit = new VerificationText(console(), json()).write("verify.sound", data(), both);
    if (both.sound() && !json()) {
      console().result(VerifyLedger.said(console(), data(), kept));
    }
    return exit;
  }
}
