package org.machinami.store.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Disk;

/**
 * The file of a ledger and what is known of it; checks the chain of every line it meets. Safe for
 * use by many threads.
 */
final class LedgerFile {
  private static final int SMALLEST = CommitLine.TAIL;

  private final Path file;
  private final LedgerIndex index;

  LedgerFile(Path file, Hash genesis) {
    this.file = file;
    this.index = new LedgerIndex(genesis);
  }

  Path file() {
    return file;
  }

  synchronized long head() {
    return index.head();
  }

  synchronized long end() {
    return index.end();
  }

  synchronized Hash last() {
    return index.last();
  }

  /** Takes note of a line that this process has written. */
  synchronized void add(Commit commit, long length) {
    long keyHash = commit.key().map(CommitLine::keyHash).orElse(0L);
    index.add(
        new CommitLine.Frame(commit.sequence(), keyHash, commit.previous(), commit.hash()), length);
  }

  /**
   * Reads the lines that were appended since.
   *
   * @return the bytes at the end of the file that are not a sound line: a line that is being
   *     written, or torn
   * @throws StoreException DAMAGED when an unsound line is not the last
   */
  synchronized long extend() {
    try (RandomAccessFile handle = new RandomAccessFile(file.toFile(), "r")) {
      long length = handle.length();
      if (length < index.end()) {
        throw damaged(index.head(), "the file has become shorter than it was");
      }
      LineScan lines = new LineScan(handle, index.end(), length);
      while (lines.next()) {
        CommitLine.Frame frame =
            lines.length() < SMALLEST
                ? null
                : CommitLine.frame(lines.buffer(), lines.offset(), lines.length());
        String why = problem(frame);
        if (why == null) {
          index.add(frame, lines.length());
        } else if (frame == null && index.end() + lines.length() == length) {
          break;
        } else {
          throw damaged(index.head() + 1, why);
        }
      }
      return length - index.end();
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  private String problem(CommitLine.Frame frame) {
    if (frame == null) {
      return "the line does not match its hash";
    }
    if (frame.sequence() != index.head() + 1) {
      return "it says that it is commit " + frame.sequence();
    }
    if (!frame.previous().equals(index.last())) {
      return index.head() == 0
          ? "it belongs to a ledger of another base"
          : "it does not follow from the line before it";
    }
    return null;
  }

  private StoreException damaged(long line, String why) {
    return new StoreException(
        Code.DAMAGED,
        file
            + " line "
            + line
            + ": "
            + why
            + ". Nothing was changed; run verify for a list, and restore the ledger from a backup.");
  }

  /** The commits after a sequence number. */
  List<Commit> read(long afterSequence, int limit) {
    LedgerIndex.Place place;
    long head;
    long end;
    synchronized (this) {
      head = index.head();
      end = index.end();
      if (afterSequence < 0 || limit < 0) {
        throw new IllegalArgumentException("afterSequence and limit must not be below 0");
      }
      if (afterSequence >= head || limit == 0) {
        return List.of();
      }
      place = index.place(afterSequence + 1);
    }
    List<Commit> commits = new ArrayList<>((int) Math.min(limit, head - afterSequence));
    try (RandomAccessFile handle = new RandomAccessFile(file.toFile(), "r")) {
      LineScan lines = new LineScan(handle, place.offset(), end);
      long sequence = place.sequence();
      while (commits.size() < limit && sequence <= head && lines.next()) {
        if (sequence > afterSequence) {
          commits.add(parse(lines, sequence));
        }
        sequence++;
      }
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
    if (commits.size() < Math.min(limit, head - afterSequence)) {
      throw damaged(afterSequence + commits.size() + 1, "the file ends before it");
    }
    return commits;
  }

  private Commit parse(LineScan lines, long sequence) {
    try {
      Commit commit = CommitLine.parse(lines.buffer(), lines.offset(), lines.length());
      if (commit.sequence() == sequence) {
        return commit;
      }
      throw damaged(sequence, "it says that it is commit " + commit.sequence());
    } catch (IOException e) {
      throw damaged(sequence, String.valueOf(e.getMessage()));
    }
  }

  /** The commit that has an idempotency key. */
  Optional<Commit> find(String key) {
    long hash = CommitLine.keyHash(key);
    synchronized (this) {
      Commit[] found = new Commit[1];
      index.find(
          hash,
          sequence -> {
            found[0] = read(sequence - 1, 1).get(0);
            return found[0].key().equals(Optional.of(key));
          });
      return Optional.ofNullable(found[0]).filter(commit -> commit.key().equals(Optional.of(key)));
    }
  }
}
