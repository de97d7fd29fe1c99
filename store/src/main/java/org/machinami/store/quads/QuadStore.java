package org.machinami.store.quads;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.machinami.store.DataDirectory;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Disk;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Hash;
import org.machinami.store.ledger.LedgerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The quads of a data directory in TDB2, under {@code quads}; opened by one process. Safe for use
 * by many threads: any number read ({@link #read}) while one catches up.
 */
public final class QuadStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QuadStore.class);

  /** Quads in one write transaction, after which it is committed. */
  private static final long TRANSACTION_QUADS = 200_000;

  /** New quads below this are not worth building anew, however few are there. */
  private static final long BULK_QUADS = 20_000;

  private final Path container;
  private final String graphPrefix;
  private final ProcessFileLock lock;
  private final ReadWriteLock switching = new ReentrantReadWriteLock();
  private volatile DatasetGraphTDB database;
  private volatile long applied;
  private volatile long count;
  private volatile boolean closed;

  private QuadStore(DataDirectory directory, ProcessFileLock lock) {
    this.container = directory.quads();
    this.graphPrefix = directory.base() + "graph/";
    this.lock = lock;
  }

  /**
   * Opens the quads of a data directory. What is damaged beyond opening is thrown away, since it
   * can be made again from the ledger: {@link #catchUp} does so.
   *
   * @throws StoreException HELD when another process has them open, with its process id;
   *     NOT_A_DATA_DIRECTORY, UNREADABLE, UNWRITABLE, DISK_FULL
   */
  public static QuadStore open(Path dataDirectory) {
    DataDirectory directory = DataDirectory.open(dataDirectory);
    Disk.createDirectories(directory.quads());
    QuadStore store = new QuadStore(directory, lock(directory.quads()));
    boolean opened = false;
    try {
      store.openLatest();
      opened = true;
      return store;
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  /** The sequence number of the last commit that is in the quads; 0 when there is none. */
  public long applied() {
    return applied;
  }

  /** What the names of the graphs that go into the quads begin with. */
  String graphPrefix() {
    return graphPrefix;
  }

  /** How many quads there are. */
  public long quads() {
    return count;
  }

  /**
   * Opens a reading transaction on the quads as they are now; to be closed by the same thread. The
   * quads of later commits are seen by later readings only.
   */
  public QuadReading read() {
    switching.readLock().lock();
    try {
      requireOpen();
      long atLeast = applied;
      DatasetGraphTDB now = database;
      now.begin(ReadWrite.READ);
      return new QuadReading(now, atLeast);
    } finally {
      switching.readLock().unlock();
    }
  }

  /**
   * Applies what the ledger has and the quads lack, by difference, or builds them anew where that
   * is less work. After an exception the store is as it was before the transaction that failed; if
   * it cannot be relied on any more, it is closed.
   *
   * @return the sequence number that is reached
   * @throws StoreException DAMAGED when the quads are ahead of the ledger, whose tail must have
   *     been lost; DISK_FULL, BLOB_MISSING and others from the blobs; CLOSED
   */
  public synchronized long catchUp(LedgerReader ledger, GraphVersions versions) {
    requireOpen();
    long head = ledger.head();
    if (applied > head) {
      throw new StoreException(
          Code.DAMAGED,
          String.format(
              "The quads in %s have reached commit %d, but the ledger ends at %d: its tail was"
                  + " lost. Put the ledger back from a backup; if it is meant to be shorter, delete"
                  + " the directory of the quads and start again.",
              container, applied, head));
    }
    while (applied < head) {
      Backlog backlog = Backlog.read(ledger, applied, graphPrefix);
      if (isBulk(backlog, versions)) {
        rebuild(ledger, versions);
      } else {
        apply(backlog, versions);
      }
    }
    return applied;
  }

  /** Builds the quads anew from the ledger, whatever is there; readers go on with the old ones. */
  public synchronized long rebuild(LedgerReader ledger, GraphVersions versions) {
    requireOpen();
    long start = System.nanoTime();
    Rebuild.Built built = new Rebuild(ledger, versions, graphPrefix).run(container);
    DatasetGraphTDB fresh = Generation.open(built.directory());
    DatasetGraphTDB old = database;
    switching.writeLock().lock();
    try {
      database = fresh;
      applied = built.applied();
      count = built.quads();
    } finally {
      switching.writeLock().unlock();
    }
    retire(old);
    LOG.info(
        "Built {} quads up to commit {} in {} s",
        count,
        applied,
        String.format("%.1f", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0));
    return applied;
  }

  /** The version of each graph that is in the quads. */
  public Map<String, Hash> versions() {
    try (QuadReading reading = read()) {
      return AppliedState.versions(reading.dataset());
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    switching.writeLock().lock();
    try {
      if (database != null) {
        Generation.close(database);
      }
    } finally {
      switching.writeLock().unlock();
      lock.unlock();
      ProcessFileLock.release(lock);
    }
  }

  /** Changes the quads behind the ledger's back, which tests do to see it found out. */
  void tamper(java.util.function.Consumer<org.apache.jena.sparql.core.DatasetGraph> change) {
    database.begin(ReadWrite.WRITE);
    try {
      change.accept(database);
      database.commit();
    } finally {
      database.end();
    }
  }

  private boolean isBulk(Backlog backlog, GraphVersions versions) {
    long fresh = 0;
    long most = Math.max(BULK_QUADS, count);
    try (QuadReading reading = read()) {
      for (Map.Entry<String, Optional<Hash>> each : backlog.wanted().entrySet()) {
        Optional<Hash> wanted = each.getValue();
        if (wanted.isPresent()
            && AppliedState.version(
                    reading.dataset(), org.apache.jena.graph.NodeFactory.createURI(each.getKey()))
                .isEmpty()) {
          fresh += versions.triples(wanted.get());
          if (fresh > most) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void apply(Backlog backlog, GraphVersions versions) {
    var graphs = backlog.wanted().entrySet().iterator();
    do {
      long before = applied;
      long countBefore = count;
      database.begin(ReadWrite.WRITE);
      try {
        GraphUpdate update = new GraphUpdate(database, versions);
        while (graphs.hasNext() && update.rowsTouched() < TRANSACTION_QUADS) {
          var next = graphs.next();
          update.apply(next.getKey(), next.getValue());
        }
        // Graphs that are ahead of the recorded number are found to be so when it is tried again.
        long reached = graphs.hasNext() ? before : backlog.upTo();
        long now = countBefore + update.countChange();
        AppliedState.record(database, reached, now);
        database.commit();
        applied = reached;
        count = now;
      } catch (Throwable e) {
        throw givenUp(e);
      } finally {
        end();
      }
    } while (graphs.hasNext());
  }

  private StoreException givenUp(Throwable cause) {
    StoreException failure = QuadFailure.of(container, cause);
    boolean undone = false;
    try {
      database.abort();
      undone = true;
    } catch (Throwable e) {
      cause.addSuppressed(e);
    }
    if (!undone || cause instanceof Error) {
      abandon();
    }
    return failure;
  }

  private void end() {
    if (!closed) {
      database.end();
    }
  }

  /** Closes without regard: what is in memory may not be what is on disk. */
  private void abandon() {
    try {
      close();
    } catch (Throwable e) {
      LOG.warn("The quads in {} could not be closed in order", container, e);
    }
  }

  private void openLatest() {
    Optional<Path> latest = Generation.latest(container);
    Generation.deleteAllBut(container, latest);
    if (latest.isPresent() && !opened(latest.get())) {
      LOG.warn("The quads in {} are damaged; they are built again from the ledger", latest.get());
      Generation.delete(latest.get());
      latest = Optional.empty();
    }
    if (latest.isEmpty()) {
      database = Generation.open(Generation.first(container));
    }
  }

  /** Opens what is there and reads how far it has got; false when it cannot be relied on. */
  private boolean opened(Path directory) {
    DatasetGraphTDB found = null;
    try {
      if (GenerationCheck.isShort(directory)) {
        return false;
      }
      found = Generation.open(directory);
      found.begin(ReadWrite.READ);
      try {
        Optional<Long> recorded = AppliedState.applied(found);
        boolean untouched = found.getQuadTable().isEmpty();
        if (recorded.isEmpty() && !untouched) {
          throw new IllegalStateException("quads of which it is not recorded where they come from");
        }
        applied = recorded.orElse(0L);
        count = AppliedState.count(found);
      } finally {
        found.end();
      }
      database = found;
      return true;
    } catch (RuntimeException | Error e) {
      LOG.debug("{} cannot be opened", directory, e);
      if (found != null) {
        Generation.close(found);
      }
      return false;
    }
  }

  private void retire(DatasetGraphTDB old) {
    Path directory = Path.of(old.getLocation().getDirectoryPath());
    // Waits for the readings that began before the switch.
    old.getTxnSystem().getTxnMgr().startExclusiveMode();
    Generation.close(old);
    Generation.delete(directory);
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException(Code.CLOSED, "The quads in " + container + " were closed.");
    }
  }

  private static ProcessFileLock lock(Path container) {
    ProcessFileLock lock = DatabaseConnection.lockForLocation(Location.create(container));
    try {
      lock.lockEx();
      return lock;
    } catch (DBOpEnvException e) {
      throw new StoreException(
          Code.HELD,
          "The quads in "
              + container
              + " are open in another process ("
              + e.getMessage()
              + "). Stop it, or ask it.",
          e);
    }
  }
}
