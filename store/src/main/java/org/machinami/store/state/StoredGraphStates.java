package org.machinami.store.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Disk;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.LedgerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states in an H2 MVStore, which catches up from the ledger when it is opened and is built anew
 * when it is missing or cannot be read. What it lacks after a kill it takes from the ledger, so
 * that its writes need no sync; on a full disk it goes on in memory.
 */
public final class StoredGraphStates implements GraphStates, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StoredGraphStates.class);
  private static final String NAME = "state.mv.db";
  private static final int COMMITS_AT_ONCE = 1000; // read from the ledger
  private static final int CHANGES_AT_ONCE = 1000; // about; a commit may have any number
  private static final long BYTES_PER_CHANGE = 6000; // of the heap: changes take a twentieth of it

  // Pages, not changes: a change in a random place costs a page.
  private static final long UNSAVED_BYTES =
      Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);
  private static final long LONGEST_IN_MEMORY = TimeUnit.SECONDS.toNanos(1);
  private static final long SPARE_BYTES = 1 << 20;

  private final Path file;
  private final int cacheMegabytes;
  private final LedgerReader ledger;
  private volatile StateMaps maps;
  private volatile long applied;
  private boolean unsaved;
  private long lastPersisted = System.nanoTime();
  private boolean closed;
  private boolean recovering;

  private StoredGraphStates(Path file, int cacheMegabytes, LedgerReader ledger) {
    this.file = file;
    this.cacheMegabytes = cacheMegabytes;
    this.ledger = ledger;
  }

  /**
   * Opens the states and brings them to the ledger's head.
   *
   * @param directory made when it is missing
   * @param cacheMegabytes heap for pages
   * @throws StoreException DAMAGED when the states have seen commits that the ledger lacks
   */
  public static StoredGraphStates open(Path directory, int cacheMegabytes, LedgerReader ledger) {
    Disk.createDirectories(directory);
    StoredGraphStates states =
        new StoredGraphStates(directory.resolve(NAME), cacheMegabytes, ledger);
    states.reopen();
    states.catchUp();
    return states;
  }

  private synchronized void reopen() {
    StateMaps opened;
    try {
      opened = new StateMaps(file, cacheMegabytes);
    } catch (MVStoreException e) {
      log.warn("{} cannot be read and is built anew from the ledger: {}", file, e.getMessage());
      Disk.deleteQuietly(file);
      try {
        opened = new StateMaps(file, cacheMegabytes);
      } catch (MVStoreException again) {
        throw new StoreException(
            Code.UNWRITABLE, file + " cannot be made: " + again.getMessage(), again);
      }
    }
    requireSameLedger(opened);
    unsaved = false;
    applied = opened.applied();
    maps = opened;
  }

  private void requireSameLedger(StateMaps opened) {
    long reached = opened.applied();
    boolean same =
        reached == 0
            || (reached <= ledger.head()
                && ledger.read(reached - 1, 1).get(0).hash().equals(opened.appliedHash()));
    if (!same) {
      opened.store().closeImmediately();
      throw new StoreException(
          Code.DAMAGED,
          file
              + " has seen commit "
              + reached
              + ", which is not in the ledger (it ends with commit "
              + ledger.head()
              + "): the ledger was cut or changed. Restore the ledger; or, if it is the one you"
              + " want, delete "
              + file
              + ", which will be built anew.");
    }
  }

  /** The sequence number of the last commit taken in. */
  public long applied() {
    return applied;
  }

  /** Takes in what the ledger has more. */
  public void catchUp() {
    catchUp(ledger.head());
  }

  /** Takes in a commit, and those before it that are missing. */
  public void catchUp(Commit commit) {
    if (applied == commit.sequence() - 1) {
      take(List.of(commit));
    }
    catchUp(commit.sequence());
  }

  /** Takes in as many commits together as memory allows: the more, the less is written. */
  private void catchUp(long sequence) {
    long mostChanges = Math.min(200_000, Runtime.getRuntime().maxMemory() / BYTES_PER_CHANGE);
    int atOnce = 1;
    while (applied < sequence) {
      List<Commit> gathered = new ArrayList<>();
      long changes = 0;
      long last = applied;
      while (last < sequence && changes < mostChanges) {
        List<Commit> read = ledger.read(last, atOnce);
        int more = read.stream().mapToInt(commit -> 1 + commit.changes().size()).sum();
        atOnce =
            more > CHANGES_AT_ONCE
                ? Math.max(1, atOnce / 2)
                : Math.min(COMMITS_AT_ONCE, 2 * atOnce);
        gathered.addAll(read);
        changes += more;
        last += read.size();
      }
      take(gathered);
    }
  }

  /**
   * Takes in what of these commits follows; others are left to another thread, or are in already.
   */
  private synchronized void take(List<Commit> commits) {
    if (closed) {
      throw closed();
    }
    List<Commit> next = commits.stream().filter(commit -> commit.sequence() > applied).toList();
    if (next.isEmpty() || next.get(0).sequence() != applied + 1) {
      return;
    }
    StateMaps current = maps;
    try {
      current.apply(next, this::persistLargeChanges);
      unsaved = true;
      applied = next.get(next.size() - 1).sequence();
      if (System.nanoTime() - lastPersisted > LONGEST_IN_MEMORY) {
        persist();
      }
    } catch (MVStoreException e) {
      recover(current, e);
    }
  }

  private void persistLargeChanges() {
    if (maps.store().getUnsavedMemory() > UNSAVED_BYTES) {
      persist();
    }
  }

  private void persist() {
    lastPersisted = System.nanoTime();
    MVStore store = maps.store();
    if (Disk.usable(file) > 2L * store.getUnsavedMemory() + SPARE_BYTES) {
      store.commit();
      unsaved = false;
    } else {
      log.warn("{}: no space left; the state is kept in memory until there is some", file);
    }
  }

  /**
   * MVStore closes itself when a read or a write fails, also when a reading thread is interrupted.
   */
  private synchronized void recover(StateMaps failed, MVStoreException cause) {
    if (closed) {
      throw closed();
    }
    if (maps != failed) {
      return; // another thread did it
    }
    if (recovering) {
      throw new StoreException(
          Code.UNWRITABLE, file + " fails again and again: " + cause.getMessage(), cause);
    }
    recovering = true;
    log.warn("{} is opened again: {}", file, cause.getMessage());
    boolean interrupted = Thread.interrupted();
    try {
      failed.store().closeImmediately();
      reopen();
      catchUp(ledger.head());
    } finally {
      recovering = false;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private StoreException closed() {
    return new StoreException(Code.CLOSED, file + " was closed.");
  }

  private <T> T reading(Function<StateMaps, T> read) {
    StateMaps current = maps;
    try {
      return read.apply(current);
    } catch (MVStoreException e) {
      recover(current, e);
    }
    boolean interrupted = Thread.interrupted(); // else the read would fail again
    try {
      return read.apply(maps);
    } catch (MVStoreException e) {
      throw new StoreException(
          Code.UNREADABLE,
          file + " cannot be read: " + e.getMessage() + ". Delete it; it will be built anew.",
          e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Optional<GraphState> find(String graph) {
    return reading(
        read ->
            Optional.ofNullable(read.present().get(graph)).map(v -> StateMaps.decode(graph, v)));
  }

  @Override
  public Optional<GraphState> findAsOf(String graph, long sequence) {
    return reading(
        read -> {
          String key = read.history().floorKey(StateMaps.key(graph, sequence));
          if (key == null || key.length() < 17 || !StateMaps.graph(key).equals(graph)) {
            return Optional.<GraphState>empty();
          }
          return Optional.of(StateMaps.decode(graph, read.history().get(key)))
              .filter(state -> !state.deleted());
        });
  }

  @Override
  public Optional<GraphState> latest(String graph) {
    return reading(
        read -> state(read, graph, read.history().floorKey(StateMaps.key(graph, Long.MAX_VALUE))));
  }

  @Override
  public Optional<GraphState> first(String graph) {
    return reading(read -> state(read, graph, read.history().ceilingKey(StateMaps.key(graph, 0))));
  }

  private static Optional<GraphState> state(StateMaps read, String graph, String key) {
    return key == null || key.length() < 17 || !StateMaps.graph(key).equals(graph)
        ? Optional.empty()
        : Optional.of(StateMaps.decode(graph, read.history().get(key)));
  }

  @Override
  public List<GraphState> history(String graph) {
    return reading(
        read -> {
          List<GraphState> found = new ArrayList<>();
          Cursor<String, byte[]> cursor =
              read.history()
                  .cursor(StateMaps.key(graph, Long.MAX_VALUE), StateMaps.key(graph, 0), true);
          while (cursor.hasNext()) {
            cursor.next();
            found.add(StateMaps.decode(graph, cursor.getValue()));
          }
          return List.copyOf(found);
        });
  }

  @Override
  public Stream<GraphState> list(String prefix) {
    return present(prefix, map -> map.cursor(prefix));
  }

  @Override
  public Stream<GraphState> listAfter(String prefix, String graph) {
    String start = graph.compareTo(prefix) < 0 ? prefix : graph;
    return present(prefix, map -> map.cursor(start)).dropWhile(s -> s.graph().equals(graph));
  }

  @Override
  public Stream<GraphState> listBefore(String prefix, String graph) {
    String end = graph.isEmpty() ? prefix + Character.MAX_VALUE : graph;
    return present(prefix, map -> map.cursor(end, prefix, true))
        .dropWhile(s -> s.graph().equals(graph));
  }

  private Stream<GraphState> present(
      String prefix, Function<MVMap<String, byte[]>, Cursor<String, byte[]>> cursor) {
    return stream(read -> cursor.apply(read.present()), prefix, key -> key)
        .filter(state -> !state.deleted());
  }

  @Override
  public Stream<GraphState> listAsOf(String prefix, long sequence) {
    Stream<GraphState> states =
        stream(read -> read.history().cursor(prefix), prefix, StateMaps::graph);
    Iterator<GraphState> all = states.iterator();
    Iterator<GraphState> latest = new LatestStates(all, sequence);
    return fromIterator(latest).onClose(states::close);
  }

  /**
   * Runs over a map as it is now; registered with the MVStore so that the pages stay until it is
   * closed.
   */
  private Stream<GraphState> stream(
      Function<StateMaps, Cursor<String, byte[]>> from,
      String prefix,
      Function<String, String> name) {
    return reading(
        read -> {
          MVStore store = read.store();
          MVStore.TxCounter usage = store.registerVersionUsage();
          Cursor<String, byte[]> cursor = from.apply(read);
          Iterator<GraphState> states =
              new Iterator<>() {
                @Override
                public boolean hasNext() {
                  return cursor.hasNext();
                }

                @Override
                public GraphState next() {
                  String key = cursor.next();
                  return StateMaps.decode(name.apply(key), cursor.getValue());
                }
              };
          return fromIterator(states)
              .takeWhile(state -> state.graph().startsWith(prefix))
              .onClose(() -> store.deregisterVersionUsage(usage));
        });
  }

  private static Stream<GraphState> fromIterator(Iterator<GraphState> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (unsaved) {
        persist();
      }
      if (unsaved) {
        maps.store().closeImmediately();
      } else {
        maps.store().close();
      }
    } catch (MVStoreException e) {
      log.warn("{} was not closed cleanly; it will catch up: {}", file, e.getMessage());
      maps.store().closeImmediately();
    }
  }
}
