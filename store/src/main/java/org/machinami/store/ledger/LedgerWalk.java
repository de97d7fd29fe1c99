package org.machinami.store.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.machinami.store.disk.Disk;

/**
 * Walks through every line of a ledger file, also past damage, and says what is wrong with each.
 */
public final class LedgerWalk {
  /** What a walk meets. */
  public interface Visitor {
    /** A line whose own hash is right; whether it follows from the one before is said apart. */
    void commit(Commit commit, long line);

    /** Something is wrong with a line. */
    void problem(Path file, long line, String why);
  }

  private final Path file;
  private final Visitor visitor;
  private final Checkpoint reached;
  private long line;
  private long sequence; // of the last line that could be read
  private Hash last; // null: not known, because the line before is damaged

  private LedgerWalk(Path file, Hash genesis, Checkpoint reached, Visitor visitor) {
    this.file = file;
    this.last = genesis;
    this.reached = reached;
    this.visitor = visitor;
  }

  /**
   * Walks. A last line without a newline is left out: it is being written, or will be put aside
   * when the ledger is opened.
   *
   * @param directory of the ledger
   * @param base the base IRI that the ledger is bound to
   */
  public static void walk(Path directory, String base, Visitor visitor) {
    // The checkpoint first: while a writer goes on, the ledger may only be ahead of it.
    Checkpoint reached =
        Checkpoint.find(directory).orElse(new Checkpoint(0, FileLedger.genesis(base)));
    walk(file(directory), base, reached, visitor);
  }

  /**
   * Walks lines that may have been copied from elsewhere.
   *
   * @param file of lines
   * @param reached how far the ledger is known to have come
   */
  public static void walk(Path file, String base, Checkpoint reached, Visitor visitor) {
    LedgerWalk walk = new LedgerWalk(file, FileLedger.genesis(base), reached, visitor);
    if (Files.exists(file)) {
      walk.lines();
    }
    walk.end();
  }

  /** The file of lines in the directory of a ledger. */
  public static Path file(Path directory) {
    return directory.resolve(FileLedger.NAME);
  }

  private void lines() {
    try (RandomAccessFile handle = new RandomAccessFile(file.toFile(), "r")) {
      LineScan lines = new LineScan(handle, 0, handle.length());
      while (lines.next()) {
        line++;
        CommitLine.Frame frame =
            lines.length() < CommitLine.TAIL
                ? null
                : CommitLine.frame(lines.buffer(), lines.offset(), lines.length());
        if (frame == null) {
          visitor.problem(file, line, "the line does not match its hash: it was edited or damaged");
          sequence++;
          last = null;
        } else {
          chain(frame);
          visit(lines);
        }
      }
    } catch (IOException e) {
      throw Disk.reading(file, e);
    }
  }

  private void chain(CommitLine.Frame frame) {
    long expected = sequence + 1;
    if (frame.sequence() > expected) {
      visitor.problem(
          file,
          line,
          "commit "
              + frame.sequence()
              + " stands where commit "
              + expected
              + " should: lines were removed or moved");
    } else if (frame.sequence() < expected) {
      visitor.problem(
          file,
          line,
          "commit "
              + frame.sequence()
              + " comes after commit "
              + sequence
              + ": lines were moved or doubled");
    } else if (last != null && !frame.previous().equals(last)) {
      visitor.problem(
          file,
          line,
          expected == 1
              ? "the ledger belongs to another base"
              : "it does not follow from the line before it: one of them was replaced");
    }
    if (frame.sequence() == reached.sequence() && !frame.hash().equals(reached.hash())) {
      visitor.problem(
          file,
          line,
          "it is not the commit that was answered: it, or a line before it, was written anew");
    }
    sequence = frame.sequence();
    last = frame.hash();
  }

  private void visit(LineScan lines) {
    try {
      visitor.commit(CommitLine.parse(lines.buffer(), lines.offset(), lines.length()), line);
    } catch (IOException e) {
      visitor.problem(file, line, String.valueOf(e.getMessage()));
    }
  }

  private void end() {
    if (reached.sequence() > sequence) {
      visitor.problem(
          file,
          line,
          "the ledger ends with commit "
              + sequence
              + ", but had reached commit "
              + reached.sequence()
              + ": its tail was cut");
    }
  }
}
