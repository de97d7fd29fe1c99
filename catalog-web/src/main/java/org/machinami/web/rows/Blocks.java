package org.machinami.web.rows;

import org.machinami.store.graph.GraphLines;

/** Runs over the subjects of a version, of a bounded number of its lines. Not thread-safe. */
public final class Blocks implements AutoCloseable {
  /** A subject with more statements is cut, so that one thing cannot fill the memory. */
  static final int MOST_LINES_OF_A_SUBJECT = 5_000;

  private final GraphLines lines;
  private final long mostLines;
  private final Block block = new Block();
  private long read;
  private long first;
  private boolean pending;
  private boolean whole = true;

  /**
   * Starts before the first subject.
   *
   * @param lines closed with this
   * @param mostLines no more lines than these are read; the subject that they cut is left out
   */
  public Blocks(GraphLines lines, long mostLines) {
    this.lines = lines;
    this.mostLines = mostLines;
    this.pending = step();
  }

  private boolean step() {
    if (read == mostLines) {
      whole = !lines.next();
      return false;
    }
    read++;
    return lines.next();
  }

  /** The next subject; null after the last one. Valid until the next call. */
  public Block next() {
    if (!pending) {
      return null;
    }
    byte[] buffer = lines.buffer();
    int offset = lines.offset();
    int end = offset;
    while (buffer[end] != '>') {
      end++;
    }
    block.begin(end + 1 - offset);
    first = read - 1;
    do {
      if (block.lines() < MOST_LINES_OF_A_SUBJECT) {
        block.add(lines.buffer(), lines.offset(), lines.length());
      }
      pending = step();
    } while (pending && block.continues(lines.buffer(), lines.offset(), lines.length()));
    return whole ? block : null;
  }

  /** The number of the first line of the present subject, from 0. */
  public long line() {
    return first;
  }

  /** Whether no line was left out, as far as this has come. */
  public boolean isWhole() {
    return whole;
  }

  @Override
  public void close() {
    lines.close();
  }
}
