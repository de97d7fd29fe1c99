package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.web.config.Configuration;
import org.machinami.web.records.Records;
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
    try {
      Optional<Integer> answered = forwarding.tryServer(data, prepare());
      if (answered.isPresent()) {
        return answered.get();
      }
      try (Store store = open()) {
        return run(store);
      }
    } finally {
      cleanUp();
    }
  }

  /**
   * Does what only the caller's own process can, such as asking on its terminal.
   *
   * @return arguments that tell the server what came of it
   */
  List<String> prepare() {
    return List.of();
  }

  /** Takes away what {@link #prepare} left. */
  void cleanUp() {}

  /** Works with the records of the directory: the server's, or opened for this one verb. */
  final <T> T withRecords(Function<Records, T> work) {
    Optional<Catalogue> running = session().catalogue();
    if (running.isPresent()) {
      return work.apply(running.get().records());
    }
    Configuration configuration = Configuration.read(Map.of(), session().environment(), data);
    try (Records records = Records.open(configuration.recordsUrl(), data)) {
      return work.apply(records);
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
