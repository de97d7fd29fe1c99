package org.machinami.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.BlobWriter;
import org.machinami.store.blob.PackWriter;
import org.machinami.store.disk.Disk;
import org.machinami.store.graph.BlobGraphVersions;
import org.machinami.store.graph.GraphPatch;
import org.machinami.store.graph.GraphVersion;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.graph.LineHashes;
import org.machinami.store.graph.VersionWriter;
import org.machinami.store.ledger.Checkpoint;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.FileLedger;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.ledger.Ledger;
import org.machinami.store.state.GraphStates;
import org.machinami.store.state.StoredGraphStates;
import org.slf4j.LoggerFactory;

/** The one writer of a data directory; safe for use by many threads. */
public final class Store implements AutoCloseable {
  private final DataDirectory directory;
  private final DirectoryLock lock;
  private final BlobWriter blobs;
  private final Ledger ledger;
  private final StoredGraphStates states;
  private final GraphVersions versions;
  private final VersionWriter writer;
  private final Deque<AutoCloseable> parts; // in the order of closing

  private Store(
      DataDirectory directory,
      DirectoryLock lock,
      BlobWriter blobs,
      Ledger ledger,
      StoredGraphStates states,
      VersionWriter writer,
      Deque<AutoCloseable> parts) {
    this.directory = directory;
    this.lock = lock;
    this.blobs = blobs;
    this.ledger = ledger;
    this.states = states;
    this.versions = new BlobGraphVersions(blobs);
    this.writer = writer;
    this.parts = parts;
  }

  /**
   * Makes an empty data directory.
   *
   * @param base canonical base IRI, ends in a slash
   * @throws StoreException ALREADY_EXISTS, UNWRITABLE, DISK_FULL
   */
  public static DataDirectory create(Path directory, String base) {
    return DataDirectory.create(directory, base);
  }

  /** Opens a data directory for writing, in the way that suits a server. */
  public static Store open(Path directory) {
    return open(directory, StoreOptions.forThisProcess());
  }

  /**
   * Opens a data directory for writing: mends what a kill left, and brings the states to the
   * ledger's head.
   *
   * @throws StoreException NOT_A_DATA_DIRECTORY; HELD by another process, which is named; DAMAGED;
   *     UNREADABLE; UNWRITABLE
   */
  public static Store open(Path directory, StoreOptions options) {
    DataDirectory data = DataDirectory.open(directory);
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      DirectoryLock lock = DirectoryLock.acquire(data.path());
      parts.push(lock);
      removeTemporary(data.temporary());
      ExecutorService executor = Executors.newCachedThreadPool(Store::thread);
      parts.push(executor::shutdown);
      PackWriter blobs = PackWriter.open(data.blobs(), options.packBytes());
      parts.push(blobs);
      FileLedger ledger =
          FileLedger.open(data.ledger(), data.base(), blobs::force, options.clock());
      parts.push(ledger);
      StoredGraphStates states =
          StoredGraphStates.open(data.state(), options.stateCacheMegabytes(), ledger);
      parts.push(states);
      VersionWriter writer =
          new VersionWriter(blobs, executor, data.temporary(), options.sortBytes());
      return new Store(data, lock, blobs, ledger, states, writer, parts);
    } catch (RuntimeException | Error e) {
      closeAll(parts);
      throw e;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "machinami-store");
    thread.setDaemon(true);
    return thread;
  }

  private static void removeTemporary(Path temporary) {
    if (!Files.exists(temporary)) {
      return;
    }
    try (Stream<Path> files = Files.list(temporary)) {
      files.forEach(Disk::deleteQuietly);
    } catch (IOException e) {
      throw Disk.reading(temporary, e);
    }
  }

  /** Where it is. */
  public DataDirectory directory() {
    return directory;
  }

  /** The canonical base IRI; ends in a slash. */
  public String base() {
    return directory.base();
  }

  /** The ledger. To write, use {@link #commit}. */
  public Ledger ledger() {
    return ledger;
  }

  /** How far the ledger has come; an empty one ends with what the first commit will follow. */
  public Checkpoint reached() {
    long head = ledger.head();
    return head == 0
        ? Checkpoint.ofEmpty(base())
        : new Checkpoint(head, ledger.read(head - 1, 1).get(0).hash());
  }

  /** Reads versions. */
  public GraphVersions versions() {
    return versions;
  }

  /** Which version each graph has. */
  public GraphStates states() {
    return states;
  }

  /** A writer for one graph; to be closed. */
  public GraphWriter newGraph() {
    return writer.newGraph();
  }

  /**
   * Changes to a version of a graph; to be closed.
   *
   * @param repeated takes note of the added lines that are in the graph already
   * @throws StoreException BLOB_MISSING, DAMAGED, UNREADABLE; WRONG_KIND when it is one of a file
   */
  public GraphPatch patch(Hash base, LineHashes repeated) {
    return writer.patch(base, repeated);
  }

  /**
   * Writes a graph that is in memory.
   *
   * @throws StoreException INVALID_TRIPLE, DISK_FULL, UNWRITABLE
   */
  public GraphVersion write(Graph smallGraph) {
    try (GraphWriter graph = newGraph()) {
      smallGraph.find().forEachRemaining(graph::triple);
      return graph.finish();
    }
  }

  /**
   * Writes an original file; reads the stream to its end, does not close it.
   *
   * @throws StoreException UNREADABLE when the stream fails, DISK_FULL, UNWRITABLE
   */
  public Hash writeFile(InputStream in) {
    return writer.writeFile(in);
  }

  /**
   * Commits; when it returns, the commit is durable and {@link #states} knows it. The same key
   * again gives the first commit.
   *
   * @throws StoreException BLOB_MISSING when a version was never written; else see {@link
   *     Ledger#append}
   */
  public Commit commit(CommitRequest request) {
    for (GraphChange change : request.changes()) {
      change.version().ifPresent(version -> requireWritten(change.graph(), version));
    }
    Commit commit = ledger.append(request);
    states.catchUp(commit);
    return commit;
  }

  private void requireWritten(String graph, Hash version) {
    if (!blobs.contains(version)) {
      throw new StoreException(
          Code.BLOB_MISSING,
          "version "
              + version
              + " of "
              + graph
              + " was never written here; finish it before the commit.");
    }
  }

  /**
   * Tells command-line verbs where the server that holds this directory can be reached.
   *
   * @param token a secret that they must show; kept in a file that only its owner can read
   */
  public void announce(String address, String token) {
    Holder.writeToken(directory.path(), token);
    lock.announce(Optional.of(address));
  }

  @Override
  public void close() {
    closeAll(parts);
  }

  private static void closeAll(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LoggerFactory.getLogger(Store.class).warn("a part of the store could not be closed", e);
      }
    }
  }
}
