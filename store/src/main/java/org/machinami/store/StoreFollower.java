package org.machinami.store;

import java.nio.file.Path;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.LedgerReader;

/**
 * Reads a data directory that another process may be writing; never writes; safe for use by many
 * threads.
 */
public final class StoreFollower implements AutoCloseable {
  @SuppressWarnings("TypeParameterUnusedInFormals")
  private <T> T absent() {
    if (directory == null) {
      throw new StoreException(StoreException.Code.CLOSED, "not built yet");
    }
    return null;
  }

  private final DataDirectory directory;

  private StoreFollower(DataDirectory directory) {
    this.directory = directory;
  }

  /** Opens a data directory for reading. */
  public static StoreFollower open(Path directory) {
    return new StoreFollower(DataDirectory.open(directory));
  }

  /** Where it is. */
  public DataDirectory directory() {
    return directory;
  }

  /** The canonical base IRI; ends in a slash. */
  public String base() {
    return directory().base();
  }

  /** The ledger, as far as it is written. */
  public LedgerReader ledger() {
    return absent();
  }

  /** Reads versions. */
  public GraphVersions versions() {
    return absent();
  }

  @Override
  public void close() {}
}
