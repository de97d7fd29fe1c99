package org.machinami.web.cli;

import java.util.List;
import org.machinami.store.Store;
import org.machinami.store.verify.Verification;
import org.machinami.store.verify.VerificationReport;
import org.machinami.web.server.Catalogue;
import picocli.CommandLine.Command;

/** {@code verify}: says whether the directory holds what was answered. */
@Command(name = "verify")
final class Verify extends DataVerb {
  Verify(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) {
    DerivedCheck derived = new DerivedCheck(store.directory(), session().catalogue());
    RecordsCheck records =
        new RecordsCheck(
            data(), session().catalogue().map(Catalogue::records), session().environment());
    VerificationReport report =
        Verification.run(store.directory().path(), List.of(derived, records));
    return new VerificationText(console(), json()).write("verify.sound", data(), report);
  }
}
