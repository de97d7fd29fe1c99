package org.machinami.loader;

import java.io.PrintStream;

/** Who is told how far a load is. */
public interface Progress {

  /** One piece of work. Called from one thread. */
  interface Task extends AutoCloseable {
    /** So many more bytes were read. */
    void advance(long bytes);

    @Override
    void close();
  }

  /**
   * Work begins.
   *
   * @param label what it is on
   * @param bytes how many bytes will be read
   */
  Task begin(String label, long bytes);

  /** Tells nobody. */
  static Progress none() {
    return (label, bytes) ->
        new Task() {
          @Override
          public void advance(long read) {}

          @Override
          public void close() {}
        };
  }

  /** A bar with rate and time left, for a terminal. */
  static Progress bar(PrintStream out) {
    return (label, bytes) -> new ProgressText(out, true, label, bytes);
  }

  /** A line every some seconds, for logs. */
  static Progress lines(PrintStream out) {
    return (label, bytes) -> new ProgressText(out, false, label, bytes);
  }
}
