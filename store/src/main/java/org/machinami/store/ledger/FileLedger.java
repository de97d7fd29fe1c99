package org.machinami.store.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as a file of JSON lines. Of the threads that append at the same time one leads: it
 * writes the lines of all who wait and syncs once, while the next ones gather.
 */
public final class FileLedger implements Ledger {
  static final String NAME = "ledger.jsonl";
  private static final Logger log = LoggerFactory.getLogger(FileLedger.class);

  private final LedgerFile file;
  private final RandomAccessFile handle;
  private final Checkpoint.Writer checkpoint;
  private final Runnable beforeLines;
  private final Clock clock;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<Pending> waiting = new ArrayList<>();
  private boolean leading;
  private boolean closed;

  private Instant lastTime; // touched by the leader only
  private StoreException broken; // touched by the leader only

  /** A request and what became of it. */
  private static final class Pending {
    final CommitRequest request;
    Commit commit;
    RuntimeException failure;

    Pending(CommitRequest request) {
      this.request = request;
    }

    boolean done() {
      return commit != null || failure != null;
    }
  }

  private FileLedger(
      LedgerFile file,
      RandomAccessFile handle,
      Checkpoint.Writer checkpoint,
      Runnable beforeLines,
      Clock clock) {
    this.file = file;
    this.handle = handle;
    this.checkpoint = checkpoint;
    this.beforeLines = beforeLines;
    this.clock = clock;
    this.lastTime = Instant.EPOCH;
  }

  /** What the first commit follows. */
  static Hash genesis(String base) {
    return Hash.of(base.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Opens a ledger for writing; there must be one writer only. Reads all of it to check the chain;
   * a torn last line is put aside.
   *
   * @param directory of the ledger
   * @param base the base IRI that the ledger is bound to
   * @param beforeLines makes durable what the commits name; called before each write of lines
   * @param clock for the times of commits
   * @throws StoreException DAMAGED naming the line; UNREADABLE, UNWRITABLE
   */
  public static FileLedger open(Path directory, String base, Runnable beforeLines, Clock clock) {
    LedgerFile file = new LedgerFile(directory.resolve(NAME), genesis(base));
    try {
      RandomAccessFile handle = new RandomAccessFile(file.file().toFile(), "rw");
      Disk.syncDirectory(directory);
      long torn = file.extend();
      requireReached(directory, file);
      if (torn > 0) {
        putAside(file, handle, (int) Math.min(torn, 1 << 30));
      }
      FileLedger ledger =
          new FileLedger(file, handle, new Checkpoint.Writer(directory), beforeLines, clock);
      if (file.head() > 0) {
        ledger.lastTime = file.read(file.head() - 1, 1).get(0).time();
        handle.getFD().sync(); // a line that a killed writer did not get to sync counts from now on
      }
      ledger.checkpoint.write(file.head(), file.last());
      return ledger;
    } catch (IOException e) {
      throw Disk.writing(file.file(), e);
    }
  }

  private static void putAside(LedgerFile file, RandomAccessFile handle, int length)
      throws IOException {
    byte[] torn = new byte[length];
    handle.seek(file.end());
    handle.readFully(torn);
    Path aside =
        file.file().resolveSibling("torn-" + (file.head() + 1) + "-" + System.currentTimeMillis());
    Disk.replace(aside, torn);
    handle.setLength(file.end());
    handle.getFD().sync();
    log.warn(
        "{} line {}: a torn last line of {} bytes, never answered, was moved to {}",
        file.file(),
        file.head() + 1,
        length,
        aside);
  }

  private static void requireReached(Path directory, LedgerFile file) {
    Optional<Checkpoint> reached = Checkpoint.find(directory);
    if (reached.isEmpty() || reached.get().sequence() == 0) {
      return;
    }
    long sequence = reached.get().sequence();
    if (sequence > file.head()) {
      throw new StoreException(
          Code.DAMAGED,
          file.file()
              + " ends with commit "
              + file.head()
              + ", but had reached commit "
              + sequence
              + ": its tail was cut or its last line changed. Nothing was touched; restore it from a backup.");
    }
    if (!file.read(sequence - 1, 1).get(0).hash().equals(reached.get().hash())) {
      throw new StoreException(
          Code.DAMAGED,
          file.file()
              + " line "
              + sequence
              + " is not the commit that was answered ("
              + reached.get().hash()
              + "): the ledger was written anew. Nothing was touched; restore it from a backup.");
    }
  }

  /** How many threads wait for the next group; for tests. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long head() {
    return file.head();
  }

  /** Hash of the last commit; of the base when there is none. */
  public Hash last() {
    return file.last();
  }

  @Override
  public List<Commit> read(long afterSequence, int limit) {
    return file.read(afterSequence, limit);
  }

  @Override
  public boolean await(long afterSequence, Duration timeout) {
    long left = timeout.toNanos();
    lock.lock();
    try {
      while (file.head() <= afterSequence) {
        if (left <= 0 || closed) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return file.head() > afterSequence;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Commit append(CommitRequest request) {
    Pending mine = new Pending(request);
    lock.lock();
    try {
      if (closed) {
        throw new StoreException(Code.CLOSED, file.file() + " was closed.");
      }
      waiting.add(mine);
      while (!mine.done()) {
        if (leading) {
          changed.awaitUninterruptibly();
        } else {
          lead();
        }
      }
    } finally {
      lock.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return mine.commit;
  }

  private void lead() {
    leading = true;
    List<Pending> group = waiting;
    waiting = new ArrayList<>();
    lock.unlock();
    RuntimeException failure = null;
    try {
      write(group);
    } catch (StoreException e) {
      failure = e;
    } catch (RuntimeException | Error e) {
      failure = new StoreException(Code.UNWRITABLE, file.file() + " failed: " + e, e);
    } finally {
      lock.lock();
      for (Pending pending : group) {
        if (!pending.done()) {
          pending.failure = failure;
        }
      }
      leading = false;
      changed.signalAll();
    }
  }

  private void write(List<Pending> group) {
    if (broken != null) {
      throw new StoreException(
          broken.code(),
          file.file()
              + " takes nothing more since an earlier failure; open it again. "
              + broken.getMessage(),
          broken);
    }
    beforeLines.run();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<CommitLine.Written> lines = new ArrayList<>();
    List<Pending> owners = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Hash previous = file.last();
    for (Pending pending : group) {
      Optional<String> key = pending.request.key();
      Optional<Commit> known = key.flatMap(file::find);
      if (known.isPresent()) {
        pending.commit = known.get();
        continue;
      }
      if (key.isPresent() && keys.contains(key.get())) {
        owners.add(pending); // a twin in the same group: answered below
        continue;
      }
      CommitLine.Written line =
          CommitLine.write(file.head() + lines.size() + 1, now(), pending.request, previous);
      key.ifPresent(keys::add);
      lines.add(line);
      owners.add(pending);
      bytes.writeBytes(line.line());
      previous = line.commit().hash();
    }
    append(bytes.toByteArray(), lines, owners);
  }

  private Instant now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    lastTime = now.isBefore(lastTime) ? lastTime : now;
    return lastTime;
  }

  /** A complete line is never taken back: a follower may have read it. */
  private void append(byte[] bytes, List<CommitLine.Written> lines, List<Pending> owners) {
    if (lines.isEmpty()) {
      return;
    }
    long start = file.end();
    int whole = lines.size();
    StoreException failure = null;
    try {
      handle.seek(start);
      handle.write(bytes);
    } catch (IOException e) {
      failure = Disk.writing(file.file(), e);
      whole = keepWholeLines(start, lines);
    }
    try {
      handle.getFD().sync();
    } catch (IOException e) {
      broken =
          new StoreException(
              Code.UNWRITABLE,
              file.file()
                  + " could not be synced: the outcome of the last commits is not known."
                  + " Check the disk, open the store again, and retry with the same key.",
              e);
      throw broken;
    }
    Map<String, Commit> byKey = new HashMap<>();
    Map<Pending, Commit> answers = new HashMap<>();
    int next = 0;
    for (Pending owner : owners) {
      Optional<String> key = owner.request.key();
      Commit twin = key.map(byKey::get).orElse(null);
      if (twin != null) {
        answers.put(owner, twin);
      } else if (next < whole) {
        CommitLine.Written line = lines.get(next++);
        file.add(line.commit(), line.line().length);
        key.ifPresent(name -> byKey.put(name, line.commit()));
        answers.put(owner, line.commit());
      }
    }
    if (whole > 0) {
      note();
    }
    lock.lock();
    try {
      answers.forEach((owner, commit) -> owner.commit = commit);
    } finally {
      lock.unlock();
    }
    if (failure != null) {
      throw failure;
    }
  }

  private int keepWholeLines(long start, List<CommitLine.Written> lines) {
    try {
      long length = handle.length();
      long end = start;
      int whole = 0;
      while (whole < lines.size() && end + lines.get(whole).line().length <= length) {
        end += lines.get(whole++).line().length;
      }
      handle.setLength(end);
      return whole;
    } catch (IOException e) {
      broken = Disk.writing(file.file(), e);
      throw broken;
    }
  }

  private void note() {
    try {
      checkpoint.write(file.head(), file.last());
    } catch (StoreException e) {
      log.warn("the checkpoint lags: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      while (leading) {
        changed.awaitUninterruptibly();
      }
      closed = true;
      changed.signalAll();
      checkpoint.close();
      handle.close();
    } catch (IOException e) {
      throw Disk.writing(file.file(), e);
    } finally {
      lock.unlock();
    }
  }
}
