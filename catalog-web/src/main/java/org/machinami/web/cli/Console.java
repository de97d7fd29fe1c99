package org.machinami.web.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;

/**
 * Where a verb speaks: results to standard output, all else to standard error. Thread-safe as its
 * streams are.
 *
 * @param columns width of the terminal, 0 when the text does not go to one
 */
record Console(PrintStream out, PrintStream err, int columns, Texts texts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Thrown when nobody reads any more: a verb that still runs is to stop. */
  static final class NobodyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NobodyReads() {
      super("The reader of this output is gone");
    }
  }

  /** A line of the result. */
  void result(String line) {
    out.println(line);
    check(out);
  }

  /** The result for scripts. */
  void json(Object value) {
    try {
      result(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A line beside the result: what is being done. */
  void note(String key, Object... values) {
    err.println(texts.of(key, values));
    check(err);
  }

  /** A line that replaces the one before it on a terminal; nothing elsewhere. */
  void replace(String line) {
    if (columns > 0) {
      String cut = line.length() >= columns ? line.substring(0, columns - 1) : line;
      err.print("\r\u001b[K" + cut);
      err.flush();
      check(err);
    }
  }

  /** Ends a line that {@link #replace} wrote. */
  void endReplaced() {
    if (columns > 0) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  /** What went wrong, and what to do. */
  void error(String message) {
    err.println("machinami: " + message);
  }

  private static void check(PrintStream stream) {
    if (stream.checkError()) {
      throw new NobodyReads();
    }
  }
}
