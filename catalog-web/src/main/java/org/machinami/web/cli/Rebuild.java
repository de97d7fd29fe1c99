package org.machinami.web.cli;

import java.util.Map;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.web.server.Catalogue;
import org.machinami.web.server.DerivedFiles;
import picocli.CommandLine.Command;

/** {@code rebuild}: makes quads and search index anew from ledger and blobs. */
@Command(name = "rebuild")
final class Rebuild extends DataVerb {
  Rebuild(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) throws Exception {
    DerivedFiles.delete(store.directory().mapped());
    Optional<Catalogue> running = session().catalogue();
    if (running.isPresent()) {
      running.get().rebuild();
    } else {
      DerivedFiles.delete(store.directory().quads());
      DerivedFiles.delete(store.directory().search());
      DerivedFiles.delete(
          store.directory().path().resolve("monitor")); // made anew when it is opened
      Derived.catchUp(store);
    }
    long head = store.ledger().head();
    if (json()) {
      console().json(Map.of("sequence", head));
    } else {
      console().result(session().texts().of("rebuild.done", head));
    }
    return ExitCode.DONE;
  }
}
