package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.web.server.Catalogue;
import picocli.CommandLine.Option;

/**
 * A verb on a data directory. It runs in the server when one holds the directory, else it opens the
 * directory itself.
 */
abstract class DataVerb extends Verb {
  private final Forwarding forwarding;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data", defaultValue = "data")
  private Path data;

  DataVerb(Session session, Forwarding forwarding) {
    super(session);
    this.forwarding = forwarding;
  }

  final Path data() {
    return data;
  }

  @Override
  public final Integer call() throws Exception {
    Optional<Catalogue> running = session().catalogue();
    if (running.isPresent()) {
      return run(running.get().store());
    }
    Optional<Integer> answered = forwarding.tryServer(data);
    if (answered.isPresent()) {
      return answered.get();
    }
    try (Store store = open()) {
      return run(store);
    }
  }

  /** Opens the directory; verbs that may make one do it here. */
  Store open() {
    return Store.open(data);
  }

  /**
   * Does the work.
   *
   * @return exit code
   * @throws StoreException as the store finds it
   */
  abstract int run(Store store) throws Exception;
}
