package org.machinami.web.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.machinami.web.admin.VerbRequest;
import org.machinami.web.admin.VerbRunner;
import org.machinami.web.server.Catalogue;

/** Runs verbs of other processes in the server that holds the data directory. */
final class InServer implements VerbRunner {
  private final Catalogue catalogue;

  InServer(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public int run(VerbRequest request, PrintStream out, PrintStream err) {
    Console console = new Console(out, err, request.columns(), Texts.in(request.language()));
    Session session =
        new Session(console, Path.of(request.directory()), Map.of(), Optional.of(catalogue));
    return Machinami.run(session, request.arguments());
  }
}
