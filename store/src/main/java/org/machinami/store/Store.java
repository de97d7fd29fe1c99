package org.machinami.store;

import java.io.InputStream;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.machinami.store.graph.GraphVersion;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.Hash;
import org.machinami.store.ledger.Ledger;
import org.machinami.store.state.GraphStates;

/** The one writer of a data directory; safe for use by many threads. */
public final class Store implements AutoCloseable {
  @SuppressWarnings("TypeParameterUnusedInFormals")
  private <T> T absent() {
    if (directory == null) {
      throw new StoreException(StoreException.Code.CLOSED, "not built yet");
    }
    return null;
  }

  private final DataDirectory directory;

  private Store(DataDirectory directory) {
    this.directory = directory;
  }

  /** Makes an empty data directory. */
  public static DataDirectory create(Path directory, String base) {
    return DataDirectory.create(directory, base);
  }

  /** Opens a data directory for writing. */
  public static Store open(Path directory) {
    return open(directory, StoreOptions.DEFAULT);
  }

  /** Opens a data directory for writing. */
  public static Store open(Path directory, StoreOptions options) {
    return new Store(DataDirectory.open(directory));
  }

  /** Where it is. */
  public DataDirectory directory() {
    return directory;
  }

  /** The canonical base IRI; ends in a slash. */
  public String base() {
    return directory().base();
  }

  /** The ledger. To write, use {@link #commit}. */
  public Ledger ledger() {
    return absent();
  }

  /** Reads versions. */
  public GraphVersions versions() {
    return absent();
  }

  /** Which version each graph has. */
  public GraphStates states() {
    return absent();
  }

  /** A writer for one graph; to be closed. */
  public GraphWriter newGraph() {
    return absent();
  }

  /** Writes a graph that is in memory. */
  public GraphVersion write(Graph smallGraph) {
    try (GraphWriter writer = newGraph()) {
      smallGraph.find().forEachRemaining(writer::triple);
      return writer.finish();
    }
  }

  /** Writes an original file; reads the stream to its end, does not close it. */
  public Hash writeFile(InputStream in) {
    return absent();
  }

  /** Commits; when it returns, the commit is durable and {@link #states} knows it. */
  public Commit commit(CommitRequest request) {
    return absent();
  }

  /** Tells other processes where the server that holds this directory can be reached. */
  public void announce(String address, String token) {
    absent();
  }

  @Override
  public void close() {}
}
