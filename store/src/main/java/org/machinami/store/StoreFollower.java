package org.machinami.store;

import java.nio.file.Path;
import org.machinami.store.blob.Blobs;
import org.machinami.store.blob.PackReader;
import org.machinami.store.graph.BlobGraphVersions;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.FileLedgerReader;
import org.machinami.store.ledger.LedgerReader;

/**
 * Reads a data directory that another process may be writing; never writes; safe for use by many
 * threads.
 */
public final class StoreFollower implements AutoCloseable {
  private final DataDirectory directory;
  private final LedgerReader ledger;
  private final Blobs blobs;
  private final GraphVersions versions;

  private StoreFollower(DataDirectory directory, LedgerReader ledger, Blobs blobs) {
    this.directory = directory;
    this.ledger = ledger;
    this.blobs = blobs;
    this.versions = new BlobGraphVersions(blobs);
  }

  /**
   * Opens a data directory for reading.
   *
   * @throws StoreException NOT_A_DATA_DIRECTORY, DAMAGED, UNREADABLE
   */
  public static StoreFollower open(Path directory) {
    DataDirectory data = DataDirectory.open(directory);
    LedgerReader ledger = FileLedgerReader.open(data.ledger(), data.base());
    return new StoreFollower(data, ledger, PackReader.open(data.blobs()));
  }

  /** Where it is. */
  public DataDirectory directory() {
    return directory;
  }

  /** The canonical base IRI; ends in a slash. */
  public String base() {
    return directory.base();
  }

  /** The ledger, as far as it is written. */
  public LedgerReader ledger() {
    return ledger;
  }

  /** Reads versions. */
  public GraphVersions versions() {
    return versions;
  }

  /** Reads blobs, for checks. */
  public Blobs blobs() {
    return blobs;
  }

  @Override
  public void close() {
    ledger.close();
    blobs.close();
  }
}
